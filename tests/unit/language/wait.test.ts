import { describe, expect, it } from 'vitest';
import { english } from '#lib/language/english.tsx';
import { waitOf } from '#lib/language/wait.ts';
import { welsh } from '#lib/language/welsh.tsx';

describe('a time to wait', () => {
  it.each([
    [-1, 'in 1 minute.', 'ymhen munud.'],
    [0, 'in 1 minute.', 'ymhen munud.'],
    [60, 'in 1 minute.', 'ymhen munud.'],
    [61, 'in 2 minutes.', 'ymhen 2 munud.'],
    [300, 'in 5 minutes.', 'ymhen 5 munud.'],
    [5400, 'in 90 minutes.', 'ymhen 90 munud.'],
    [5401, 'in 2 hours.', 'ymhen 2 awr.'],
    [7201, 'in 3 hours.', 'ymhen 3 awr.'],
  ])('of %i seconds is told %s', (seconds, inEnglish, inWelsh) => {
    expect(english.refusal.tryAgainIn(waitOf(seconds))).toBe(`Try again ${inEnglish}`);
    expect(welsh.refusal.tryAgainIn(waitOf(seconds))).toBe(`Rhowch gynnig arall arni ${inWelsh}`);
  });

  it('never sends anybody back too early', () => {
    for (let seconds = 1; seconds < 20_000; seconds += 1) {
      const { count, unit } = waitOf(seconds);
      expect(count * (unit === 'minute' ? 60 : 3600)).toBeGreaterThanOrEqual(seconds);
    }
  });
});
