import { describe, expect, it } from 'vitest';
import { redactText } from '#lib/observability/redact-text.ts';

describe('redactText', () => {
  it.each([
    "Cannot read properties of undefined (reading 'name')",
    'connect ECONNREFUSED',
    'Ready in 123ms',
    'Next.js 16.4.5',
    '✓ Starting...',
    'WRONGPASS invalid username-password pair or user is disabled.',
  ])('keeps %s', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it.each([
    'kQ3vZ0mT9xLr5wYb7NcE2uPq8sHd4fJg1aVo6iXt_-M',
    'someone@example.gov.uk',
    'key=abcdef',
    'https://host.example/d/a/b?key=c',
    'a1b2c3',
    '"kQ3v"',
    'x'.repeat(31),
    'Fe26.2*1*abc',
    '192.0.2.11:123456',
    'a%40b',
  ])('leaves out %s', (value) => {
    expect(redactText(`before ${value} after`)).toBe('before [redacted] after');
  });

  it('makes one line of many', () => {
    expect(redactText('one\ntwo\r\n\tthree')).toBe('one two three');
  });
});
