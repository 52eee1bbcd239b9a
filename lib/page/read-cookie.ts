/** The value of the first cookie called `name` in a `Cookie` header, as it stands there. */
export function readCookie(header: string, name: string): string | undefined {
  const prefix = `${name}=`;
  const pair = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix));
  return pair?.slice(prefix.length);
}
