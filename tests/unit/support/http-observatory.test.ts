import { expect, it } from 'vitest';
import { scoreAnswer } from '#tests/support/http-observatory.ts';

/** All that earns a bonus; what it scores together stands below. */
const BEST = {
  'content-security-policy': "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'set-cookie': 'a=1; HttpOnly; Secure; SameSite=Lax',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
};
const FULL_SCORE = 135;

const without = (name: keyof typeof BEST) =>
  Object.fromEntries(Object.entries(BEST).filter(([other]) => other !== name));

it.each<[what: string, headers: Record<string, string>, score: number]>([
  ['everything right', BEST, FULL_SCORE],
  ['no headers at all', {}, 100 - 25 - 20 - 5 - 20],
  [
    'no policy, whose deduction costs all bonuses',
    without('content-security-policy'),
    100 - 25 - 20,
  ],
  [
    'a policy for everything',
    { ...BEST, 'content-security-policy': 'default-src *' },
    100 - 20 - 20,
  ],
  [
    'inline scripts',
    { ...BEST, 'content-security-policy': "default-src 'none'; script-src 'unsafe-inline'" },
    100 - 20 - 20,
  ],
  [
    'inline styles',
    {
      ...BEST,
      'content-security-policy': "default-src 'none'; style-src data:; frame-ancestors 'none'",
    },
    FULL_SCORE - 10,
  ],
  ['own sources by default', { ...BEST, 'content-security-policy': "default-src 'self'" }, 80],
  ['no cookies', without('set-cookie'), FULL_SCORE - 5],
  ['a cookie for scripts', { ...BEST, 'set-cookie': 'a=1; Secure; SameSite=Lax' }, 100 - 30],
  [
    'a lasting cookie for scripts',
    { ...BEST, 'set-cookie': 'a=1; Max-Age=9; Secure; SameSite=Lax' },
    FULL_SCORE,
  ],
  ['a cookie for plain HTTP', { ...BEST, 'set-cookie': 'a=1; HttpOnly; SameSite=Lax' }, 90 + 30],
  ['a cookie for other sites', { ...BEST, 'set-cookie': 'a=1; HttpOnly; Secure' }, FULL_SCORE - 5],
  ['no strict transport', without('strict-transport-security'), 100 - 20],
  ['a short memory', { ...BEST, 'strict-transport-security': 'max-age=60' }, 90 + 35],
  ['an unsafe referrer', { ...BEST, 'referrer-policy': 'unsafe-url' }, 95 + 30],
  ['sniffing', without('x-content-type-options'), 95 + 35],
])('scores %s', (_, headers, score) => {
  expect(scoreAnswer(new Headers(headers), '').score).toBe(score);
});

it('deducts for scripts of other hosts', () => {
  const html = '<script src="https://elsewhere.example/script.js"></script>';
  expect(scoreAnswer(new Headers(BEST), html).score).toBe(95 + 35);
});
