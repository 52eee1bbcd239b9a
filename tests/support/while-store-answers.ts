import { isDeepStrictEqual } from 'node:util';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { eventually } from './eventually.ts';
import type { App } from './start-app.ts';
import { storeChanges } from './store-changes.ts';

const TRIES = 8;

/**
 * What came of visits to some instances while what counts for all of them, Redis or a primary process,
 * was never late: where a busy machine makes it so, each counts by itself for a moment, and the visits
 * are made again, which have to be somebody else's.
 *
 * @throws when it is always late
 */
export async function whileStoreAnswers<Result>(
  instances: readonly App[],
  makeVisits: () => Promise<Result>,
): Promise<Result> {
  const changes = () =>
    instances.flatMap((app) =>
      STORES.map((store) => storeChanges(app, store)).filter(({ length }) => length > 0),
    );
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    await eventually(() => changes().every((ofOne) => ofOne.at(-1) === 'ready'));
    const before = changes();
    const result = await makeVisits();
    // What was written before the last answer has arrived by then.
    await nextTurn();
    if (isDeepStrictEqual(changes(), before)) return result;
  }
  throw new Error('the store was always late');
}

/** As the log calls them. */
const STORES = ['Redis', 'The primary process'] as const;
