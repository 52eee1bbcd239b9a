/** A day in the calendar, without time or time zone. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Until when a document can be downloaded, seen from today. The last day counts in full. */
export type Expiry =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'until';
      readonly date: CalendarDate;
      /** Whether the day is so near that its weekday helps the reader. */
      readonly showWeekday: boolean;
      readonly isToday: boolean;
    }
  | { readonly kind: 'past'; readonly date: CalendarDate };

const DAYS_WITH_WEEKDAY = 30;
const MS_PER_HOUR = 60 * 60 * 1000;
const MS_PER_DAY = 24 * MS_PER_HOUR;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

const LONDON_CALENDAR = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  calendar: 'gregory',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** Reads `YYYY-MM-DD`; null for any other format and for days that no calendar has. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const [, year, month, day] = ISO_DATE.exec(text) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  return isInCalendar(date) ? date : null;
}

/** What the calendar said in the hour in which it was last asked. */
let lastAsked = { hour: NaN, day: { year: NaN, month: NaN, day: NaN } };

/**
 * The day that it is in the United Kingdom, in summer time or not. It ends at a full hour of UTC, so
 * the calendar, which takes longer than all else about a document, is asked once an hour.
 */
export function todayInLondon(now: Date): CalendarDate {
  const hour = Math.floor(now.getTime() / MS_PER_HOUR);
  if (hour !== lastAsked.hour) lastAsked = { hour, day: askCalendar(now) };
  return lastAsked.day;
}

function askCalendar(now: Date): CalendarDate {
  const parts = LONDON_CALENDAR.formatToParts(now);
  const numberOf = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  return { year: numberOf('year'), month: numberOf('month'), day: numberOf('day') };
}

/** How many days `to` is after `from`; negative where it is before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (midnightUtc(to).getTime() - midnightUtc(from).getTime()) / MS_PER_DAY;
}

/** What to tell a reader at this moment about the day until which a document is available. */
export function expiryOf(availableUntil: CalendarDate | null, now: Date): Expiry {
  if (availableUntil === null) return { kind: 'unknown' };
  const daysLeft = daysBetween(todayInLondon(now), availableUntil);
  if (daysLeft < 0) return { kind: 'past', date: availableUntil };
  return {
    kind: 'until',
    date: availableUntil,
    showWeekday: daysLeft <= DAYS_WITH_WEEKDAY,
    isToday: daysLeft === 0,
  };
}

function isInCalendar(date: CalendarDate): boolean {
  const midnight = midnightUtc(date);
  return midnight.getUTCMonth() + 1 === date.month && midnight.getUTCDate() === date.day;
}

/** Not `Date.UTC`, which takes the year 99 for 1999. */
function midnightUtc({ year, month, day }: CalendarDate): Date {
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  return midnight;
}
