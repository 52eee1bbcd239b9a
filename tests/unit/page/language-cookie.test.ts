import { expect, it } from 'vitest';
import { languageCookie } from '#lib/page/language-cookie.ts';
import { formatCookie } from '#lib/session/set-cookie.ts';

it.each([
  [false, 'language=cy; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax'],
  [true, 'language=cy; Path=/; Max-Age=31536000; HttpOnly; Secure; SameSite=Lax'],
])('keeps a language for a year on every page, secure: %s', (secure, field) => {
  expect(formatCookie(languageCookie('cy', secure))).toBe(field);
});
