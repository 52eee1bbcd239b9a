import type { Secret } from '#lib/secret/secret.ts';
import type { Cookie } from '#lib/session/set-cookie.ts';
import type { Seals } from '#lib/session/seals.ts';
import type { TokenKeys } from '#lib/signed-token/token-signature.ts';
import { LINK_LIFETIME_SECONDS, readPass, type PassRefusal, type StaffPass } from './staff-link.ts';
import type { StaffMarks } from './staff-marks.ts';
import {
  isCurrent,
  LONGEST_SECONDS,
  SealedSession,
  toSealable,
  type StaffSession,
} from './staff-session.ts';

/** Whether a link let somebody in; `unavailable` when it cannot be told whether it was used before. */
export type SignIn =
  | {
      readonly kind: 'signed-in';
      readonly session: StaffSession;
      /** The service that the link is about. */
      readonly serviceId: string | null;
    }
  | {
      readonly kind: 'refused';
      readonly reason: PassRefusal | 'used';
      /** Whom the link is for, where it says so truly. */
      readonly pass?: StaffPass;
    }
  | { readonly kind: 'unavailable' };

/** Whether a visitor is signed in; `unavailable` when it cannot be told whether they signed out. */
export type FoundSession =
  | { readonly kind: 'signed-in'; readonly session: StaffSession }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unavailable' };

export interface StaffSessions {
  /** Opens a new session with the token of a link, which it uses up. */
  signIn(token: string): Promise<SignIn>;
  find(cookieValue: string | undefined): Promise<FoundSession>;
  /** The cookie of a session that was used just now. */
  keep(session: StaffSession): Promise<Cookie>;
  /** Ends a session wherever its cookie may be kept; false when that cannot be done now. */
  end(session: StaffSession): Promise<boolean>;
  /** Takes the cookie away. */
  readonly noCookie: Cookie;
}

export const STAFF_COOKIE = 'staff_session';
export const STAFF_PATH = '/preview';

/** A token may be older than it seems: the clock that made it may be ahead of ours. */
const USED_MARK_SECONDS = 2 * LINK_LIFETIME_SECONDS;

export interface StaffSessionParts {
  readonly seals: Seals;
  readonly marks: StaffMarks;
  readonly keys: TokenKeys;
  readonly isSecure: boolean;
  readonly nowMs: () => number;
  /** Makes a value that nobody can guess. */
  readonly random: () => Secret;
}

/** A session is sealed in its cookie; what has ended before its time is marked where all can see it. */
export function createStaffSessions(parts: StaffSessionParts): StaffSessions {
  const { seals, marks, keys, nowMs, random } = parts;
  const cookie = { name: STAFF_COOKIE, path: STAFF_PATH, secure: parts.isSecure };

  function open(emailAddress: Secret): StaffSession {
    const id = random().reveal();
    const signedInAtMs = nowMs();
    return { id, emailAddress, formToken: random(), signedInAtMs, lastUsedAtMs: signedInAtMs };
  }

  return {
    noCookie: { ...cookie, value: '', maxAgeSeconds: 0 },
    async signIn(token) {
      const read = readPass(token, keys, nowMs());
      if (read.kind === 'refused') return read;
      const { emailAddress, serviceId } = read.pass;
      switch (await marks.set(`used-link:${read.tokenId}`, USED_MARK_SECONDS)) {
        case 'new':
          return { kind: 'signed-in', session: open(emailAddress), serviceId };
        case 'known':
          return { kind: 'refused', reason: 'used', pass: read.pass };
        case 'unavailable':
          return { kind: 'unavailable' };
      }
    },
    async find(cookieValue) {
      const session = await seals.open(cookieValue ?? '', SealedSession);
      if (session === null || !isCurrent(session, nowMs())) return { kind: 'signed-out' };
      switch (await marks.look(endMark(session))) {
        case 'new':
          return { kind: 'signed-in', session };
        case 'known':
          return { kind: 'signed-out' };
        case 'unavailable':
          return { kind: 'unavailable' };
      }
    },
    async keep(session) {
      const value = await seals.seal(toSealable({ ...session, lastUsedAtMs: nowMs() }), 0);
      return { ...cookie, value };
    },
    async end(session) {
      return (await marks.set(endMark(session), LONGEST_SECONDS)) !== 'unavailable';
    },
  };
}

function endMark({ id }: StaffSession): string {
  return `ended-session:${id}`;
}
