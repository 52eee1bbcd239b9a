import { createHash } from 'node:crypto';
import { sealData, unsealData } from 'iron-session';
import type { z } from 'zod';
import { Secret } from '#lib/secret/secret.ts';

/** Values that leave with the visitor and come back unread and unchanged: encrypted and signed. */
export interface Seals {
  /** Seals `data`; after `lifetimeSeconds` it does not open any more, 0 means that it always does. */
  seal(data: object, lifetimeSeconds: number): Promise<Secret>;
  /** The data in `sealed` if it is whole, not too old and of the shape of `schema`, else null. */
  open<Data>(sealed: string, schema: z.ZodType<Data>): Promise<Data | null>;
}

/** A sealed value longer than this was not made here: opening it would only cost time. */
const LONGEST_SEALED = 4096;

/**
 * Makes seals with the first of `keys` and opens seals made with any of them, so that a key can be
 * replaced without logging anybody out: put the new one in front, take the old one away later.
 */
export function createSeals(keys: readonly Secret[]): Seals {
  const passwords = keys.map((key) => [passwordId(key), key.reveal()] as const);
  const newest = Object.fromEntries(passwords.slice(0, 1));
  const all = Object.fromEntries(passwords);
  return {
    seal: async (data, lifetimeSeconds) =>
      new Secret(await sealData(data, { password: newest, ttl: lifetimeSeconds })),
    open: async (sealed, schema) => {
      if (sealed.length > LONGEST_SEALED) return null;
      const { success, data } = schema.safeParse(await unsealData(sealed, { password: all }));
      return success ? data : null;
    },
  };
}

/** iron-session takes the id of a key from its place in a list; a key keeps this one when moved. */
function passwordId(key: Secret): number {
  return createHash('sha256').update('seal').update(key.reveal()).digest().readUIntBE(0, 6);
}
