/** A time to wait as people say it. */
export interface Wait {
  /** 1 or more. */
  readonly count: number;
  readonly unit: 'minute' | 'hour';
}

const SECONDS_PER_MINUTE = 60;
const MINUTES_PER_HOUR = 60;
const MAX_MINUTES = 90;

/** Rounds a time up, so that whoever waits that long has waited long enough. */
export function waitOf(seconds: number): Wait {
  const minutes = Math.max(1, Math.ceil(seconds / SECONDS_PER_MINUTE));
  if (minutes <= MAX_MINUTES) return { count: minutes, unit: 'minute' };
  return { count: Math.ceil(minutes / MINUTES_PER_HOUR), unit: 'hour' };
}
