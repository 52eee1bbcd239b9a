/** Now in UTC, to the microsecond and without a zone, as Python writes it; the last three digits are unknown. */
export function logTime(): string {
  return `${new Date().toISOString().slice(0, -1)}000`;
}
