import { formatCookie, type Cookie } from '#lib/session/set-cookie.ts';

/** Sends the reader on. A path stays relative, so that it works under any name of this program. */
export function redirect(
  location: string,
  { status = 302, cookies = [] }: { status?: 301 | 302; cookies?: readonly Cookie[] } = {},
): Response {
  const headers = new Headers({ Location: location });
  for (const cookie of cookies) headers.append('Set-Cookie', formatCookie(cookie));
  return new Response(null, { status, headers });
}
