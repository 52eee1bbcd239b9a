import { describe, expect, it } from 'vitest';
import { parseEmailAddress } from '#lib/documents/email-address.ts';
import vectors from '#tests/vectors/email-addresses.json' with { type: 'json' };
import { MAX_LINEAR_GROWTH, timeGrowth } from './time-growth.ts';

/** The address in clear where it is valid, else the kind of the outcome. */
function parse(raw: string): string {
  const parsed = parseEmailAddress(raw);
  return parsed.kind === 'valid' ? parsed.address.reveal() : parsed.kind;
}

describe('parseEmailAddress', () => {
  it.each(vectors.filter(({ valid }) => valid))(
    'accepts "$input", as the real validator does',
    ({ input, normalised }) => {
      expect(parse(input)).toBe(normalised);
    },
  );

  it.each(vectors.filter(({ input, valid }) => !valid && input.trim() !== ''))(
    'refuses "$input", as the real validator does',
    ({ input }) => {
      expect(parse(input)).toBe('malformed');
    },
  );

  it.each(['', ' ', '\t\r\n', '\u200b', ' \u00a0\ufeff '])('sees that "%s" is empty', (raw) => {
    expect(parse(raw)).toBe('empty');
  });

  it.each('\u180e,\u200b,\u200c,\u200d,\u2060,\ufeff,\u2028,\u2029,\u00a0,\u202f'.split(','))(
    'removes the obscure white space "%s" anywhere',
    (blank) => {
      expect(parse(`${blank}a${blank}@b${blank}.uk${blank}`)).toBe('a@b.uk');
    },
  );

  it.each([
    ['every permitted special character', "a.!#$%&'*+/=?^_`{|}~-@gov.uk"],
    ['dots at the ends of the local part', '.a.@gov.uk'],
    ['capitals, which stay', 'Some.One@GOV.UK'],
    ['320 characters', `${'a'.repeat(313)}@gov.uk`],
    ['a label of 63 characters', `a@${'b'.repeat(63)}.uk`],
    ['a host of 253 characters', `a@${'b.'.repeat(125)}com`],
    ['a host of other letters than Latin', 'a@пример.рф'],
    ['full-width letters and dots in the host', 'a@ｇｏｖ．ｕｋ'],
  ])('accepts %s', (_, address) => {
    expect(parse(address)).toBe(address);
  });

  it.each([
    ['321 characters', `${'a'.repeat(314)}@gov.uk`],
    ['a label of 64 characters', `a@${'b'.repeat(64)}.uk`],
    ['a label of 64 characters once it is encoded', `a@${'é'.repeat(60)}.uk`],
    ['a host of 255 characters', `a@${'b.'.repeat(126)}com`],
    ['two addresses', 'a@gov.uk b@gov.uk'],
    ['two addresses on two lines', 'a@gov.uk\nb@gov.uk'],
    ['white space in the host', 'a@gov\u3000.uk'],
    ['unusual white space at the ends', '\u3000a@gov.uk'],
    ['a URL for a host', 'a@gov.uk/path'],
    ['a port', 'a@gov.uk:25'],
    ['a percent-encoded host', 'a@%67ov.uk'],
    ['a percent-encoded host with other letters', 'a@é%2egov.uk'],
    ['a tab in a host with other letters', 'a@é\tgov.uk'],
    ['a full-width percent sign', 'a@ｇ％67.uk'],
    ['three hyphens', 'a@b---c.uk'],
    ['half a surrogate pair', 'a@\ud83d.uk'],
    ['an IP address in full-width digits', 'a@１.２.３.４'],
    ['a bidirectional override', 'a@\u202egov.uk'],
  ])('refuses %s', (_, address) => {
    expect(parse(address)).toBe('malformed');
  });

  it('never prints the address', () => {
    expect(JSON.stringify(parseEmailAddress('a@gov.uk'))).not.toContain('gov');
  });
});

describe('a nasty input', () => {
  const NASTY: [string, (length: number) => string][] = [
    ['white space inside', (length) => `a${' '.repeat(length)}b`],
    ['white space only', (length) => ' '.repeat(length)],
    ['zero-width spaces', (length) => '\u200b'.repeat(length)],
    ['@', (length) => '@'.repeat(length)],
    ['dots', (length) => `a@${'.'.repeat(length)}`],
    ['hyphens', (length) => `a@${'-'.repeat(length)}.uk`],
    ['a host of hyphens and letters', (length) => `a@${'-a'.repeat(length / 2)}_`],
    ['labels', (length) => `a@${'b.'.repeat(length / 2)}`],
    ['a local part', (length) => 'a'.repeat(length)],
    ['other letters', (length) => `a@${'é'.repeat(length)}.uk`],
  ];

  it.each(NASTY)('of many %s takes time in proportion to its length', (_, make) => {
    expect(timeGrowth(parseEmailAddress, make)).toBeLessThan(MAX_LINEAR_GROWTH);
  });

  it.each(NASTY)('of 100 kB of %s is refused', (_, make) => {
    expect(parse(make(100_000))).toBe('malformed');
  });
});
