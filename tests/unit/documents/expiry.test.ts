import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, expiryOf, parseCalendarDate, todayInLondon } from '#lib/documents/expiry.ts';
import type { CalendarDate } from '#lib/documents/expiry.ts';
import { PROPERTY_SEED } from '#tests/support/property-seed.ts';

function day(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === null) throw new Error(`the test means a date: ${text}`);
  return date;
}

describe('parseCalendarDate', () => {
  it.each([
    ['2026-11-23', { year: 2026, month: 11, day: 23 }],
    ['2028-02-29', { year: 2028, month: 2, day: 29 }],
    ['0099-01-01', { year: 99, month: 1, day: 1 }],
    ['9999-12-31', { year: 9999, month: 12, day: 31 }],
  ])('reads %s', (text, date) => {
    expect(parseCalendarDate(text)).toEqual(date);
  });

  it.each([
    ['a day that no calendar has', '2026-02-30'],
    ['29 February of a common year', '2026-02-29'],
    ['29 February of a century', '2100-02-29'],
    ['month 13', '2026-13-01'],
    ['month 0', '2026-00-10'],
    ['day 0', '2026-01-00'],
    ['day 32', '2026-01-32'],
    ['no leading zeros', '2026-1-1'],
    ['British order', '23/11/2026'],
    ['a time behind it', '2026-11-23T00:00:00Z'],
    ['white space', ' 2026-11-23'],
    ['a line break', '2026-11-23\n'],
    ['other digits', '２０２６-11-23'],
    ['no text', ''],
  ])('refuses %s', (_, text) => {
    expect(parseCalendarDate(text)).toBeNull();
  });
});

describe('todayInLondon', () => {
  it.each([
    ['in winter just before midnight', '2026-01-15T23:59:59.999Z', '2026-01-15'],
    ['in winter at midnight', '2026-01-16T00:00:00Z', '2026-01-16'],
    ['in summer just before midnight in London', '2026-07-15T22:59:59.999Z', '2026-07-15'],
    ['in summer at midnight in London', '2026-07-15T23:00:00Z', '2026-07-16'],
    ['in the last night of winter time', '2026-03-28T23:30:00Z', '2026-03-28'],
    ['in the first night of summer time', '2026-03-29T23:00:00Z', '2026-03-30'],
    ['in the last night of summer time', '2026-10-24T23:00:00Z', '2026-10-25'],
    ['in the first night of winter time', '2026-10-25T23:30:00Z', '2026-10-25'],
    ['on New Year’s Eve', '2026-12-31T23:59:59Z', '2026-12-31'],
  ])('knows the day %s', (_, now, today) => {
    expect(todayInLondon(new Date(now))).toEqual(day(today));
  });
});

describe('daysBetween', () => {
  it.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-23', '2026-11-24', 1],
    ['2026-11-24', '2026-11-23', -1],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2028-02-28', '2028-03-01', 2],
    ['2026-01-01', '2027-01-01', 365],
    ['0099-12-31', '0100-01-01', 1],
  ])('counts from %s to %s: %i', (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  it('counts back as many days as it counted forth', () => {
    const anyDay = fc
      .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => day(date.toISOString().slice(0, 10)));
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        expect(daysBetween(one, other) + daysBetween(other, one)).toBe(0);
      }),
      { seed: PROPERTY_SEED },
    );
  });
});

describe('expiryOf', () => {
  const now = new Date('2026-11-23T12:00:00Z');

  it('is unknown where the API does not tell it', () => {
    expect(expiryOf(null, now)).toEqual({ kind: 'unknown' });
  });

  it.each([
    ['today', '2026-11-23', { showWeekday: true, isToday: true }],
    ['tomorrow', '2026-11-24', { showWeekday: true, isToday: false }],
    ['30 days away', '2026-12-23', { showWeekday: true, isToday: false }],
    ['31 days away', '2026-12-24', { showWeekday: false, isToday: false }],
    ['a year away', '2027-11-23', { showWeekday: false, isToday: false }],
  ])('counts the last day in when it is %s', (_, until, expected) => {
    expect(expiryOf(day(until), now)).toEqual({ kind: 'until', date: day(until), ...expected });
  });

  it.each(['2026-11-22', '2020-01-01'])('is past after %s', (until) => {
    expect(expiryOf(day(until), now)).toEqual({ kind: 'past', date: day(until) });
  });

  it('ends the last day at midnight in London, not in Greenwich', () => {
    const lastDay = day('2026-07-15');
    expect(expiryOf(lastDay, new Date('2026-07-15T22:59:59Z')).kind).toBe('until');
    expect(expiryOf(lastDay, new Date('2026-07-15T23:00:00Z')).kind).toBe('past');
  });
});
