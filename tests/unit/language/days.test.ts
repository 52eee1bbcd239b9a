import { describe, expect, it } from 'vitest';
import { languages, wordsOf, type Language } from '#lib/language/languages.ts';

const FRIDAY = { year: 2022, month: 11, day: 11 };

describe('a day', () => {
  it.each<[Language, boolean, string]>([
    ['en', false, '11 November 2022'],
    ['en', true, 'Friday 11 November 2022'],
    ['cy', false, '11 Tachwedd 2022'],
    ['cy', true, 'Dydd Gwener 11 Tachwedd 2022'],
  ])('in %s with weekday %s is %s', (language, showWeekday, told) => {
    expect(wordsOf(language).download.day({ date: FRIDAY, showWeekday })).toBe(told);
  });

  it('has no leading zero', () => {
    const day = { date: { year: 2024, month: 2, day: 1 }, showWeekday: false };
    expect(wordsOf('en').download.day(day)).toBe('1 February 2024');
  });

  it.each<[Language, string, string]>([
    [
      'en',
      'January February March April May June July August September October November December',
      'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
    ],
    [
      'cy',
      'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr',
      'Sul Llun Mawrth Mercher Iau Gwener Sadwrn',
    ],
  ])('has the right names in %s', (language, months, weekdays) => {
    const { day: tell } = wordsOf(language).download;
    const toldMonths = months.split(' ').map((_, index) => {
      const date = { year: 2023, month: index + 1, day: 1 };
      return tell({ date, showWeekday: false }).split(' ')[1];
    });
    // The first of January 2023 was a Sunday.
    const toldWeekdays = weekdays.split(' ').map((_, index) => {
      const date = { year: 2023, month: 1, day: index + 1 };
      return tell({ date, showWeekday: true })
        .replace(/^Dydd /, '')
        .split(' ')[0];
    });
    expect(toldMonths.join(' ')).toBe(months);
    expect(toldWeekdays.join(' ')).toBe(weekdays);
  });

  it('follows “tan” with the mutation that Welsh asks for', () => {
    const { availableUntil } = wordsOf('cy').download;
    const end = 'i’w lawrlwytho tan ddydd Gwener 11 Tachwedd 2022.';
    expect(availableUntil({ date: FRIDAY, showWeekday: true })).toContain(end);
    const endWithoutWeekday = 'i’w lawrlwytho tan 11 Tachwedd 2022.';
    expect(availableUntil({ date: FRIDAY, showWeekday: false })).toContain(endWithoutWeekday);
  });

  it.each(languages)('has its year in %s even long ago', (language) => {
    const date = { year: 99, month: 1, day: 1 };
    expect(wordsOf(language).download.day({ date, showWeekday: false })).toMatch(/ 99$/);
  });
});
