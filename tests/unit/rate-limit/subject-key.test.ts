import { describe, expect, it } from 'vitest';
import { createSubjectKeys } from '#lib/rate-limit/subject-key.ts';
import { Secret } from '#lib/secret/secret.ts';

const keyOf = createSubjectKeys(new Secret('a'.repeat(32)));
const addresses = Array.from({ length: 20_000 }, (_, index) => `10.0.${index >> 8}.${index & 255}`);

describe('the key of a subject', () => {
  it('is always the same for one subject under one limit', () => {
    expect(keyOf('document-pages', '192.0.2.1')).toEqual(keyOf('document-pages', '192.0.2.1'));
  });

  it.each([
    ['another subject', keyOf('document-pages', '192.0.2.2')],
    ['another limit', keyOf('unknown-links', '192.0.2.1')],
    [
      'another secret',
      createSubjectKeys(new Secret('b'.repeat(32)))('document-pages', '192.0.2.1'),
    ],
  ])('is another for %s', (_, other) => {
    expect(keyOf('document-pages', '192.0.2.1').full).not.toBe(other.full);
  });

  it('tells nothing of the subject', () => {
    const { full, folded } = keyOf('email-confirmations', '192.0.2.1 document');
    expect(full).toMatch(/^[\da-f]{32}$/);
    expect(`${full} ${folded}`).not.toMatch(/192|document/);
  });

  it('differs for all visitors in full', () => {
    expect(new Set(addresses.map((address) => keyOf('document-pages', address).full)).size).toBe(
      addresses.length,
    );
  });

  it('is one of 131,072 in memory, evenly', () => {
    const folded = addresses.map((address) => keyOf('document-pages', address).folded);
    expect(folded.every((key) => Number.isInteger(key) && key >= 0 && key < 131_072)).toBe(true);
    expect(new Set(folded).size).toBeGreaterThan(addresses.length * 0.9);
  });
});
