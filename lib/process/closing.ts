import { setTimeout as wait } from 'node:timers/promises';
import { oncePerProcess } from './once-per-process.ts';

type Close = () => Promise<unknown>;

const closings = oncePerProcess('closings', () => new Set<Close>());

/** Has `close` called before the process ends on request, so that what it holds back gets out. */
export function beforeExit(close: Close): void {
  closings.add(close);
}

/** Closes everything at once and waits for it, but no longer than `withinMs` milliseconds. */
export async function closeAll(withinMs: number): Promise<void> {
  const closed = Promise.allSettled([...closings].map(async (close) => close()));
  await Promise.race([closed, wait(withinMs)]);
}
