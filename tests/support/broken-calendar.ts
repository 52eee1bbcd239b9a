/**
 * Preloaded into the server, this breaks the calendar of the platform for days about a month ahead: the
 * only way to see what becomes of an error that the program does not expect. Of the samples it hits
 * the one that expires in 31 days. The error's text holds what no log may repeat.
 */
const MS_PER_DAY = 24 * 60 * 60 * 1000;

const { prototype } = Intl.DateTimeFormat;
const formatToParts = Reflect.get(prototype, 'formatToParts') as (date?: Date | number) => unknown;

Object.assign(prototype, {
  formatToParts(this: Intl.DateTimeFormat, date?: Date | number) {
    const daysAhead = (Number(date) - Date.now()) / MS_PER_DAY;
    if (daysAhead > 30 && daysAhead < 60) {
      throw new RangeError('no calendar for someone@example.gov.uk');
    }
    return Reflect.apply(formatToParts, this, [date]);
  },
});
