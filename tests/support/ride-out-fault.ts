import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { ask } from './ask.ts';
import { eventually } from './eventually.ts';
import { LONGEST_WAIT_MS } from './longest-wait.ts';
import { formPath, landingPath } from './sample-paths.ts';
import type { App } from './start-app.ts';
import { startSteadyLoad } from './steady-load.ts';
import { storeChanges } from './store-changes.ts';
import { newVisitor, visitFrom } from './visitors.ts';

/** Something that goes wrong with Redis. */
export interface RedisFault {
  readonly begin: () => unknown;
  /** Ends it; absent where it ends by itself. */
  readonly end?: () => unknown;
  /** Makes it possible that it happens again. */
  readonly repair?: () => unknown;
}

/** A visitor whose pages need nothing of Redis, since no limit is on them. */
const EXEMPT_VISITOR = '192.0.2.1';
const ATTEMPTS = 3;

/** What `rideOutFault` expects of an instance. */
export const RIDE_OUT_ENVIRONMENT = {
  RATE_LIMIT_EXEMPT_CIDRS: EXEMPT_VISITOR,
  RATE_LIMIT_EMAIL_CONFIRMATIONS: `${ATTEMPTS}/300`,
};

const PAGES_PER_SECOND = 20;
const HEALTHY_MS = 300;
const FAULTY_MS = 500;
const CROWD_SIZE = 10;

/** As much again for a machine that does much else. */
const MOST_ADDED_MS = 2 * LONGEST_WAIT_MS;
/** So busy that Redis is late without a fault is no machine at all of these. */
const TRIES = 8;

/**
 * Lets visitors come all the time while Redis is well, then at fault, then back, and expects that no
 * page fails, that limits hold, that a crowd which meets the fault does not wait longer than promised
 * beyond a crowd whose pages need no Redis, and that the log tells of the fault once and of its end.
 *
 * @param nextUrl names the page of the next visitor
 */
export async function rideOutFault(
  app: App,
  fault: RedisFault,
  nextUrl: () => string,
): Promise<void> {
  for (let number = 1; ; number += 1) {
    const { changes, addedMs } = await suffer(app, fault, nextUrl);
    if (changes.join() === 'lost,ready' && addedMs < MOST_ADDED_MS) return;
    if (number === TRIES) {
      expect(changes).toEqual(['lost', 'ready']);
      expect(addedMs).toBeLessThan(MOST_ADDED_MS);
    }
    await fault.repair?.();
  }
}

/** What was said of the fault, and by how much pages were slower that need Redis. */
async function suffer(app: App, fault: RedisFault, nextUrl: () => string) {
  await eventually(() => isReady(app));
  const changeCount = storeChanges(app, 'Redis').length;
  const url = app.url + landingPath(samples.pdf);
  const load = startSteadyLoad({ url, perSecond: PAGES_PER_SECOND });
  await pause(HEALTHY_MS);
  const addedMs: number[] = [];
  await fault.begin();
  try {
    addedMs.push(await compareCrowds(url, nextUrl));
    await pause(FAULTY_MS);
    addedMs.push(await compareCrowds(url, nextUrl));
    await expectLimits(app);
  } finally {
    await fault.end?.();
  }
  await eventually(() => isReady(app));
  expect((await load.stop()).failures).toEqual([]);
  return {
    changes: storeChanges(app, 'Redis').slice(changeCount),
    addedMs: Math.max(...addedMs),
  };
}

function isReady(app: App): boolean {
  return storeChanges(app, 'Redis').at(-1) === 'ready';
}

/** How much longer visitors wait than those do, at the same time, who are exempt. */
async function compareCrowds(exemptUrl: string, nextUrl: () => string): Promise<number> {
  const pairs = await Promise.all(
    Array.from({ length: CROWD_SIZE }, () =>
      Promise.all([measureWait(nextUrl(), newVisitor()), measureWait(exemptUrl, EXEMPT_VISITOR)]),
    ),
  );
  return middleOf(pairs.map(([visitor]) => visitor)) - middleOf(pairs.map(([, exempt]) => exempt));
}

async function measureWait(url: string, address: string): Promise<number> {
  const startMs = performance.now();
  const { status } = await ask(url, visitFrom(address));
  expect(status).toBe(200);
  return performance.now() - startMs;
}

function middleOf(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? NaN;
}

/** In memory, or some of the attempts in Redis where it returns meanwhile. */
async function expectLimits(app: App): Promise<void> {
  const visitor = visitFrom(newVisitor());
  const url = app.url + formPath(samples['asks-for-email']);
  const statuses: number[] = [];
  while (statuses.at(-1) !== 429 && statuses.length <= 2 * ATTEMPTS) {
    const body = new URLSearchParams();
    statuses.push((await ask(url, { method: 'POST', body, ...visitor })).status);
  }
  // Nothing shows that the forms are our own.
  expect([...new Set(statuses)]).toEqual([403, 429]);
  expect(statuses.length).toBeGreaterThan(ATTEMPTS);
}
