import * as z from 'zod';
import { Secret } from '#lib/secret/secret.ts';

/** A member of staff who is signed in. */
export interface StaffSession {
  /** By this a session is ended everywhere. */
  readonly id: string;
  readonly emailAddress: Secret;
  /** Stands in every form, to show that this session's own pages sent it. */
  readonly formToken: Secret;
  /** Milliseconds since 1970. */
  readonly signedInAtMs: number;
  /** Milliseconds since 1970. */
  readonly lastUsedAtMs: number;
}

/** A session that nobody uses ends after this. */
export const IDLE_SECONDS = 30 * 60;

/** Every session ends after this. */
export const LONGEST_SECONDS = 8 * 60 * 60;

const MS_PER_SECOND = 1000;

const secretText = z.string().transform((text) => new Secret(text));

/** A session as it is sealed into the cookie. */
export const SealedSession = z.object({
  id: z.string(),
  emailAddress: secretText,
  formToken: secretText,
  signedInAtMs: z.number(),
  lastUsedAtMs: z.number(),
});

/** What {@link SealedSession} reads. */
export function toSealable(session: StaffSession): z.input<typeof SealedSession> {
  return {
    ...session,
    emailAddress: session.emailAddress.reveal(),
    formToken: session.formToken.reveal(),
  };
}

/** Whether a session is neither left idle nor too old. */
export function isCurrent({ signedInAtMs, lastUsedAtMs }: StaffSession, nowMs: number): boolean {
  return (
    nowMs < lastUsedAtMs + IDLE_SECONDS * MS_PER_SECOND &&
    nowMs < signedInAtMs + LONGEST_SECONDS * MS_PER_SECOND
  );
}
