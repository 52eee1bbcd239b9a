import { setTimeout as wait } from 'node:timers/promises';

/**
 * Resolves when something answers at `url` without an error.
 * @throws when nothing does within `withinMs` milliseconds
 */
export async function untilItAnswers(url: string, withinMs = 60_000): Promise<void> {
  const giveUpAt = performance.now() + withinMs;
  while (!(await isUp(url))) {
    if (performance.now() > giveUpAt) throw new Error(`nothing answers at ${url}`);
    await wait(50);
  }
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
