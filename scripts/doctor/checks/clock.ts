import { ask } from '../ask.ts';
import { right, wrong, type Check } from '../check.ts';

/** Notify API refuses tokens of a clock that differs by more (contracts, section 3). */
const TOLERANCE_SECONDS = 30;

/** The clocks of the instance and of Notify API, by the `Date` of their answers. */
export const checkClock: Check = {
  name: 'clock',
  async examine({ instanceUrl }, config) {
    const instanceMs = await readClock(`${instanceUrl}/_status`);
    const apiMs = await readClock(`${config.API_HOST_NAME}/_status`);
    const seconds = Math.abs(instanceMs - apiMs) / 1000;
    const detail = `${seconds} s between the instance and Notify API`;
    return seconds < TOLERANCE_SECONDS ? right(detail) : wrong(detail);
  },
};

/** How far a clock is ahead of this machine's, in milliseconds. */
async function readClock(url: string): Promise<number> {
  const { headers } = await ask(url);
  const date = headers.get('Date');
  if (date === null) throw new Error(`${new URL(url).host} does not tell its time`);
  return Date.parse(date) - Date.now();
}
