/** How citizens answer a mailing. */
export interface Mailing {
  readonly emails: number;
  /** How long the e-mails take to go out, in seconds. */
  readonly sendingSeconds: number;
  /** Share of recipients who open their link on the first day. */
  readonly clickShare: number;
  /** Half of those who click have done so within this time of getting the e-mail, in seconds. */
  readonly medianDelaySeconds: number;
  /** Share of visits in which the e-mail address is asked for: two requests more. */
  readonly confirmShare: number;
}

/** How long a reader looks at a page before the next, in seconds. */
const READING_SECONDS = { least: 2, mean: 8 } as const;

/** How far apart people's delays are: two thirds of them lie within a factor of e to the … of the median. */
const DELAY_SPREAD = 1.5;

/** Uniform from 0 to 1, 1 excluded. */
export type Random = () => number;

/**
 * The moments at which pages are asked for, in seconds after the first e-mail, in order: a landing page,
 * where asked the form and its answer, the download page. Delays of clicks are log-normal: most come in
 * the first minutes, and some still the next day.
 */
export function simulateRequests(mailing: Mailing, random: Random): Float64Array {
  const moments: number[] = [];
  const visits = Math.round(mailing.emails * mailing.clickShare);
  for (let visit = 0; visit < visits; visit += 1) {
    const sentAt = random() * mailing.sendingSeconds;
    let at = sentAt + mailing.medianDelaySeconds * Math.exp(DELAY_SPREAD * normal(random));
    const pages = random() < mailing.confirmShare ? 4 : 2;
    for (let page = 0; page < pages; page += 1) {
      moments.push(at);
      at += READING_SECONDS.least - READING_SECONDS.mean * Math.log(1 - random());
    }
  }
  return Float64Array.from(moments).sort();
}

/** Normally distributed around 0 with deviation 1 (Box and Muller). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The same row of numbers every time, so that results can be repeated (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
