import type { Service } from '#lib/documents/service.ts';

/** A service as Notify API gave it at some time. */
export interface ServiceEntry {
  readonly service: Service;
  /** Milliseconds since 1970. */
  readonly fetchedAtMs: number;
}

/** Whether an entry is younger than so many milliseconds. */
export function isYounger(entry: ServiceEntry, maxAgeMs: number, nowMs: number): boolean {
  return nowMs - entry.fetchedAtMs < maxAgeMs;
}
