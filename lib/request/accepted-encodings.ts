/**
 * The encodings that an `Accept-Encoding` header takes, in lower case. Browsers name what they take;
 * who refuses one says `;q=0` (RFC 9110, 12.5.3).
 */
export function acceptedEncodings(header: string): ReadonlySet<string> {
  const refused = /;\s*q=0(?:\.0*)?\s*$/i;
  const named = header
    .slice(0, 200)
    .split(',')
    .filter((part) => !refused.test(part))
    .map((part) => part.split(';', 1).join('').trim().toLowerCase());
  return new Set(named);
}
