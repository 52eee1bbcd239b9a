import { createHash } from 'node:crypto';

/** A secret that is found again wherever it gets out: 43 characters, always the same for a name. */
export function canary(name: string): string {
  return createHash('sha256').update(`canary: ${name}`).digest('base64url');
}

/** A piece of a secret is one too. */
const PIECE_LENGTH = 12;

/** The names of the secrets that stand in a text, whole or in part, as they are or encoded. */
export function findCanaries(text: string, canaries: ReadonlyMap<string, string>): string[] {
  return [...canaries]
    .filter(([, secret]) => traces(secret).some((trace) => text.includes(trace)))
    .map(([name]) => name);
}

/** Of an e-mail address only what stands before the domain is anybody's own. */
function traces(text: string): string[] {
  const secret = text.replace(/(?: at |@).*$/, '');
  const middle = Math.max(0, Math.floor((secret.length - PIECE_LENGTH) / 2));
  const pieces = [0, middle, secret.length - PIECE_LENGTH].map((start) =>
    secret.slice(Math.max(0, start)).slice(0, PIECE_LENGTH),
  );
  const encoded = [encodeURIComponent(secret), Buffer.from(secret).toString('base64').slice(0, 20)];
  return [...pieces, ...encoded];
}
