import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUuid, encodeUuid } from '#lib/documents/uuid-base64.ts';
import vectors from '#tests/vectors/base64-uuids.json' with { type: 'json' };
import { PROPERTY_SEED } from '#tests/support/property-seed.ts';

describe('decodeUuid', () => {
  it.each(vectors)('agrees with the real library on "$input"', ({ input, uuid }) => {
    expect(decodeUuid(input)).toBe(uuid);
  });

  it.each([
    [
      'plain base64 for base64url',
      '////////////////////+w',
      'ffffffff-ffff-ffff-ffff-fffffffffffb',
    ],
    ['too much padding', 'ERERERERQRGBEREREREREQ===', '11111111-1111-4111-8111-111111111111'],
  ])('accepts %s', (_, text, uuid) => {
    expect(decodeUuid(text)).toBe(uuid);
  });

  it.each([
    ['padding in front', '==ERERERERQRGBEREREREREQ'],
    ['a line break at the end', 'ERERERERQRGBEREREREREQ\n'],
    ['a character outside of the alphabet', 'ERERERERQRGB.REREREREQ'],
    ['two ids in one', 'ERERERERQRGBEREREREREQERERERERQRGBEREREREREQ'],
  ])('refuses %s', (_, text) => {
    expect(decodeUuid(text)).toBeNull();
  });
});

describe('encodeUuid', () => {
  it('writes 22 characters of base64url without padding', () => {
    expect(encodeUuid('ffffffff-ffff-ffff-ffff-fffffffffffb')).toBe('____________________-w');
  });

  it('is undone by decodeUuid for every UUID', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(decodeUuid(encodeUuid(uuid))).toBe(uuid);
      }),
      { seed: PROPERTY_SEED },
    );
  });

  it.each(['', 'not-a-uuid', '1111111111114111811111111111111', 'ERERERERQRGBEREREREREQ'])(
    'refuses "%s", which is no UUID',
    (text) => {
      expect(() => encodeUuid(text)).toThrow(RangeError);
    },
  );
});
