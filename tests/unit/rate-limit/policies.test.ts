import { describe, expect, it } from 'vitest';
import { applyQuotas, parseQuota, policyVariable } from '#lib/rate-limit/policies.ts';

describe('a quota', () => {
  it.each([
    ['300/60', { points: 300, seconds: 60 }],
    ['1/1', { points: 1, seconds: 1 }],
    ['9999999/99999', { points: 9_999_999, seconds: 99_999 }],
  ])('is read from %s', (text, expected) => {
    expect(parseQuota(text)).toEqual(expected);
  });

  it.each([
    '',
    '300',
    '300/',
    '/60',
    '0/60',
    '300/0',
    '-1/60',
    '1.5/60',
    '300/60/1',
    ' 300/60',
    '1e3/60',
    '99999999/60',
  ])('is not seen in %j', (text) => {
    expect(parseQuota(text)).toBeNull();
  });
});

describe('the limits in force', () => {
  it('are the defaults where operators say nothing', () => {
    expect(applyQuotas()).toEqual({
      'document-pages': { name: 'document-pages', points: 300, seconds: 60 },
      'unknown-links': { name: 'unknown-links', points: 30, seconds: 600 },
      'email-confirmations': { name: 'email-confirmations', points: 10, seconds: 300 },
      'preview-sign-ins': { name: 'preview-sign-ins', points: 30, seconds: 600 },
      'link-checks': { name: 'link-checks', points: 60, seconds: 300 },
    });
  });

  it('are what operators say', () => {
    const policies = applyQuotas({
      'unknown-links': { points: 5, seconds: 7 },
      'document-pages': undefined,
    });
    expect(policies['unknown-links']).toEqual({ name: 'unknown-links', points: 5, seconds: 7 });
    expect(policies['document-pages'].points).toBe(300);
  });

  it('have a variable each', () => {
    expect(policyVariable('document-pages')).toBe('RATE_LIMIT_DOCUMENT_PAGES');
  });
});
