import { afterEach, describe, expect, it } from 'vitest';
import { OutageError } from '#lib/outage/outage-error.ts';
import { OutageGuard, type OutageGuardOptions } from '#lib/outage/outage-guard.ts';
import { eventually } from '#tests/support/eventually.ts';
import { settlesWithin } from '#tests/support/settles-within.ts';

const guards: OutageGuard[] = [];
afterEach(() => {
  for (const guard of guards.splice(0)) guard.stop();
});

/** A guard of a system that is up or down as the test likes, with what it told and asked. */
function guardSystem(options: Partial<OutageGuardOptions> = {}) {
  const seen = {
    isUp: true,
    changes: [] as string[],
    calls: [] as string[],
    probes: [] as string[],
  };
  const guard = new OutageGuard({
    deadlineMs: 20,
    probe: (key) => {
      seen.probes.push(key);
      return seen.isUp ? Promise.resolve() : Promise.reject(new Error('no probe'));
    },
    onChange: (availability, reason) => seen.changes.push(`${availability}: ${reason}`),
    onCall: (_, outcome) => seen.calls.push(outcome),
    delayMs: () => 5,
    ...options,
  });
  guards.push(guard);
  return { guard, seen };
}

const answer = () => Promise.resolve('answer');
const fail = () => Promise.reject(new Error('no answer'));
const stall = () => new Promise<never>(() => undefined);

describe('an outage guard', () => {
  it('lets calls through once the first probe succeeded', async () => {
    const { guard, seen } = guardSystem();
    await expect(guard.run('a', answer)).rejects.toThrow(OutageError);
    await guard.firstProbe;
    await expect(guard.run('a', answer)).resolves.toBe('answer');
    expect(seen.changes).toEqual(['ready: a probe succeeded']);
    expect(seen.calls).toEqual(['answered']);
  });

  it('says once that the system is down when it was never up, and once when it comes', async () => {
    const probe = () => (isUp ? Promise.resolve() : Promise.reject(new Error('refused')));
    let isUp = false;
    const { guard, seen } = guardSystem({ probe });
    await guard.firstProbe;
    expect(guard.isReady()).toBe(false);
    isUp = true;
    await eventually(() => guard.isReady());
    expect(seen.changes).toEqual(['lost: refused', 'ready: a probe succeeded']);
  });

  it.each([
    ['fails', fail, 'no answer'],
    ['takes too long', stall, 'no answer within 20 ms'],
  ])('closes when a call %s, for all calls at once', async (_, call, reason) => {
    const { guard, seen } = guardSystem({ delayMs: () => 60_000 });
    await guard.firstProbe;
    const burst = Array.from({ length: 20 }, () => guard.run('a', call));
    const outcomes = await Promise.allSettled(burst);
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    const next = guard.run('a', stall);
    expect(await settlesWithin(next, 10)).toBe(true);
    await expect(next).rejects.toThrow(OutageError);
    expect(seen.changes).toEqual(['ready: a probe succeeded', `lost: ${reason}`]);
    expect(seen.calls).toHaveLength(20);
  });

  it('probes with the key of the call that failed until that succeeds', async () => {
    const { guard, seen } = guardSystem();
    await guard.firstProbe;
    seen.isUp = false;
    await expect(guard.run('the-key', fail)).rejects.toThrow('no answer');
    await eventually(() => seen.probes.length > 5);
    seen.isUp = true;
    await eventually(() => guard.isReady());
    expect(new Set(seen.probes.slice(1))).toEqual(new Set(['the-key']));
    expect(seen.changes).toHaveLength(3);
  });

  it('notices an outage and its end while nobody calls', async () => {
    const { guard, seen } = guardSystem({ heartbeatMs: 5 });
    await guard.firstProbe;
    seen.isUp = false;
    await eventually(() => !guard.isReady());
    seen.isUp = true;
    await eventually(() => guard.isReady());
    expect(seen.changes).toEqual([
      'ready: a probe succeeded',
      'lost: no probe',
      'ready: a probe succeeded',
    ]);
  });

  it('waits longer and longer while the system does not stay up', async () => {
    const attempts: number[] = [];
    const delayMs = (attempt: number) => attempts.push(attempt);
    const { guard } = guardSystem({ delayMs });
    await guard.firstProbe;
    for (let outage = 0; outage < 3; outage += 1) {
      await guard.run('a', fail).catch(() => undefined);
      await eventually(() => guard.isReady());
    }
    expect(attempts).toEqual([1, 2, 3]);
  });

  it('takes an answer that came while the process was busy', async () => {
    const { guard } = guardSystem();
    await guard.firstProbe;
    const busy = guard.run('a', () => new Promise((resolve) => setImmediate(resolve, 'answer')));
    const endMs = performance.now() + 60;
    while (performance.now() < endMs);
    await expect(busy).resolves.toBe('answer');
  });

  it('tells nothing of what a failed command carried', async () => {
    const { guard } = guardSystem();
    await guard.firstProbe;
    const error = Object.assign(new Error('WRONGPASS'), { command: { args: ['password'] } });
    const thrown = await guard
      .run('a', () => Promise.reject(error))
      .catch((caught: unknown) => caught);
    expect(thrown).toBeInstanceOf(OutageError);
    expect(JSON.stringify(thrown, Object.getOwnPropertyNames(thrown))).not.toContain('password');
  });

  it('probes no more and tells nothing once it is stopped', async () => {
    const { guard, seen } = guardSystem();
    await guard.firstProbe;
    await guard.run('a', fail).catch(() => undefined);
    guard.stop();
    const probeCount = seen.probes.length;
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(seen.probes).toHaveLength(probeCount);
    await expect(guard.run('a', answer)).rejects.toThrow(OutageError);
    expect(seen.changes.at(-1)).toBe('lost: no answer');
  });
});
