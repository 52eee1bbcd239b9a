import * as z from 'zod';
import { parseEmailAddress } from '#lib/documents/email-address.ts';
import { Secret } from '#lib/secret/secret.ts';
import { makeToken, openToken } from '#lib/signed-token/signed-token.ts';
import type { TokenKeys } from '#lib/signed-token/token-signature.ts';

/** Whom a link lets in, and about which service they came. */
export interface StaffPass {
  readonly emailAddress: Secret;
  /** UUID; null where the link is about no service. */
  readonly serviceId: string | null;
}

/** What came of reading the token of a link. */
export type ReadPass =
  | { readonly kind: 'pass'; readonly pass: StaffPass; readonly tokenId: string }
  | { readonly kind: 'refused'; readonly reason: PassRefusal };

export type PassRefusal = 'malformed' | 'wrong-signature' | 'expired' | 'wrong-scope';

/** How long a link is good for. */
export const LINK_LIFETIME_SECONDS = 15 * 60;

/** Tokens of Notify's programs for anything else are signed with the same key and salt. */
const SCOPE = 'document-download-preview';

const Scoped = z.object({ scope: z.literal(SCOPE) });

const Pass = z.object({
  email: z.string().refine((text) => parseEmailAddress(text).kind === 'valid'),
  service_id: z.uuid().toLowerCase().nullish(),
});

/** Reads the token of a link that Notify's admin program, or an operator, has made. */
export function readPass(token: string, keys: TokenKeys, nowMs: number): ReadPass {
  const opened = openToken(token, keys, { maxAgeSeconds: LINK_LIFETIME_SECONDS, nowMs });
  if (opened.kind !== 'valid') return refused(opened.kind);
  if (!Scoped.safeParse(opened.payload).success) return refused('wrong-scope');
  const { data } = Pass.safeParse(opened.payload);
  if (data === undefined) return refused('malformed');
  const pass = { emailAddress: new Secret(data.email), serviceId: data.service_id ?? null };
  return { kind: 'pass', pass, tokenId: opened.id };
}

/** Makes the token of a link, as Notify's admin program does. */
export function makePassToken(
  { emailAddress, serviceId }: StaffPass,
  keys: TokenKeys,
  nowMs: number,
): Secret {
  const about = serviceId === null ? {} : { service_id: serviceId };
  return makeToken({ email: emailAddress.reveal(), ...about, scope: SCOPE }, keys, nowMs);
}

function refused(reason: PassRefusal): ReadPass {
  return { kind: 'refused', reason };
}
