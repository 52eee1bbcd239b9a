const SECONDS = /^\d{1,9}$/;
/** The one form of date that may still be sent. `Date.parse` takes much else for a date. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const MS_PER_SECOND = 1000;

/**
 * Reads a `Retry-After` header, which holds seconds or a date (RFC 9110, section 10.2.3).
 *
 * @param nowMs milliseconds since 1970
 * @returns whole seconds from now, never negative; undefined where there is no such header or it is nonsense
 */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  if (SECONDS.test(value)) return Number(value);
  const dateMs = HTTP_DATE.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(dateMs)) return undefined;
  return Math.max(0, Math.ceil((dateMs - nowMs) / MS_PER_SECOND));
}
