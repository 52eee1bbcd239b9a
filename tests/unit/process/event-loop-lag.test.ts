import { beforeAll, expect, it } from 'vitest';
import { eventLoopLagMs, measureEventLoopLag } from '#lib/process/event-loop-lag.ts';

const PAUSE_MS = 800;

beforeAll(() => measureEventLoopLag());

function pause(): void {
  const endMs = performance.now() + PAUSE_MS;
  while (performance.now() < endMs);
}

function nextSample(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 110));
}

it('does not count a single pause', async () => {
  await nextSample();
  pause();
  await nextSample();
  expect(eventLoopLagMs()).toBeLessThan(PAUSE_MS / 2);
});

it('counts pauses that follow each other', async () => {
  pause();
  await new Promise((resolve) => setTimeout(resolve, 0));
  pause();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(eventLoopLagMs()).toBeGreaterThan(PAUSE_MS / 2);
});
