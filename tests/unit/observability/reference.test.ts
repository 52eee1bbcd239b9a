import { describe, expect, it } from 'vitest';
import { referenceOf } from '#lib/observability/reference.ts';

describe('referenceOf', () => {
  it('is short, and has no letters that sound or look alike', () => {
    const references = Array.from({ length: 500 }, (_, count) => referenceOf(`trace-${count}`));
    for (const reference of references) {
      expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    }
    expect(new Set(references).size).toBe(500);
  });

  it('is always the same for a request', () => {
    expect(referenceOf('Root=1-67891233-abc')).toBe(referenceOf('Root=1-67891233-abc'));
  });
});
