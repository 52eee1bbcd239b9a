import { describe, expect, it } from 'vitest';
import { applyQuotas } from '#lib/rate-limit/policies.ts';
import { rateLimitHeaders } from '#lib/rate-limit/rate-limit-headers.ts';
import type { Decision } from '#lib/rate-limit/rate-limiter.ts';

const policies = applyQuotas();
const pages: Decision = {
  policy: policies['document-pages'],
  allowed: true,
  remaining: 12,
  resetSeconds: 34,
  store: 'redis',
};
const links: Decision = {
  ...pages,
  policy: policies['unknown-links'],
  allowed: false,
  remaining: 0,
  resetSeconds: 590,
};

describe('the headers about limits', () => {
  it('name the limit and what is left of it', () => {
    expect(rateLimitHeaders([pages])).toEqual({
      'RateLimit-Policy': '"document-pages";q=300;w=60',
      RateLimit: '"document-pages";r=12;t=34',
    });
  });

  it('name all limits of a request, and when to come back after a refusal', () => {
    expect(rateLimitHeaders([pages, links])).toEqual({
      'RateLimit-Policy': '"document-pages";q=300;w=60, "unknown-links";q=30;w=600',
      RateLimit: '"document-pages";r=12;t=34, "unknown-links";r=0;t=590',
      'Retry-After': '590',
    });
  });

  it('tell to come back when the last of several refusals ends', () => {
    const refused = { ...pages, allowed: false, resetSeconds: 60 };
    expect(rateLimitHeaders([refused, links])['Retry-After']).toBe('590');
  });

  it('are absent where nothing is limited', () => {
    expect(rateLimitHeaders([])).toEqual({});
  });
});
