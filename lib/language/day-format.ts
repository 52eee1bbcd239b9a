import type { Day } from './words.ts';

/** The parts of a date that are told, in this order; what else a locale would add is left out. */
const PARTS = ['weekday', 'day', 'month', 'year'] as const;

/**
 * Makes the function that tells a day in a language, such as `Friday 11 November 2022`.
 *
 * Only the names come from `Intl`: its commas and its order differ from version to version.
 */
export function createDayFormat(locale: string): (day: Day) => string {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return ({ date, showWeekday }) => {
    const midnight = new Date(0).setUTCFullYear(date.year, date.month - 1, date.day);
    const parts = format.formatToParts(midnight);
    return PARTS.filter((name) => showWeekday || name !== 'weekday')
      .map((name) => parts.find(({ type }) => type === name)?.value)
      .join(' ');
  };
}
