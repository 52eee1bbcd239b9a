import { describe, expect, it } from 'vitest';
import { Secret } from '#lib/secret/secret.ts';
import { makeToken } from '#lib/signed-token/signed-token.ts';
import { makePassToken, readPass, type ReadPass } from '#lib/staff/staff-link.ts';
import { passVectors } from '#tests/support/pass-vectors.ts';

const SERVICE_ID = '11111111-1111-4111-8111-111111111111';
const NOW_MS = 1_790_000_000_000;
const keys = {
  keys: [new Secret('secret-key-one-0123456789abcdef0123456789')],
  salt: new Secret('salt-one'),
};

function outcomeOf(read: ReadPass): string {
  if (read.kind === 'refused') return read.reason;
  return `${read.pass.emailAddress.reveal()} ${read.pass.serviceId ?? 'no service'}`;
}

describe('a token of the admin program', () => {
  it.each([
    ['a member of staff', 'support@example.gov.uk no service'],
    ['a member of staff about a service', `support@example.gov.uk ${SERVICE_ID}`],
    ['a token for another purpose', 'wrong-scope'],
    ['a token without a purpose', 'wrong-scope'],
    ['a mere text', 'wrong-scope'],
    ['a token without an address', 'malformed'],
    ['a token with another salt', 'wrong-signature'],
    ['a token with another key', 'wrong-signature'],
  ])('of %s: %s', (title, outcome) => {
    const token = passVectors.find((made) => made.title === title)?.token ?? '';
    expect(outcomeOf(readPass(token, keys, NOW_MS))).toBe(outcome);
  });

  it.each([
    ['15 minutes', 15 * 60, 'support@example.gov.uk no service'],
    ['15 minutes and a second', 15 * 60 + 1, 'expired'],
  ])('after %s', (_, seconds, outcome) => {
    const [{ token } = { token: '' }] = passVectors;
    expect(outcomeOf(readPass(token, keys, NOW_MS + seconds * 1000))).toBe(outcome);
  });
});

describe('a token of our own', () => {
  it.each([SERVICE_ID, null])('lets in, about service %s', (serviceId) => {
    const emailAddress = new Secret('someone@example.gov.uk');
    const token = makePassToken({ emailAddress, serviceId }, keys, NOW_MS).reveal();
    const read = readPass(token, keys, NOW_MS);
    expect(outcomeOf(read)).toBe(`someone@example.gov.uk ${serviceId ?? 'no service'}`);
  });
});

describe('a payload of the right scope', () => {
  const scope = 'document-download-preview';

  it.each([
    [{ scope, email: 'a@b.gov.uk', service_id: null }, 'a@b.gov.uk no service'],
    [
      { scope, email: 'a@b.gov.uk', service_id: SERVICE_ID.toUpperCase() },
      `a@b.gov.uk ${SERVICE_ID}`,
    ],
    [{ scope, email: 'a@b.gov.uk', service_id: 'juggling' }, 'malformed'],
    [{ scope, email: 'not an address' }, 'malformed'],
    [{ scope, email: '' }, 'malformed'],
    [{ scope, email: ['a@b.gov.uk'] }, 'malformed'],
  ])('%j: %s', (payload, outcome) => {
    const token = makeToken(payload, keys, NOW_MS).reveal();
    expect(outcomeOf(readPass(token, keys, NOW_MS))).toBe(outcome);
  });
});
