import { describe, expect, it } from 'vitest';
import type { PointStore } from '#lib/rate-limit/points.ts';
import { applyQuotas } from '#lib/rate-limit/policies.ts';
import { createRateLimiter, type Decision } from '#lib/rate-limit/rate-limiter.ts';
import { Secret } from '#lib/secret/secret.ts';

const policies = applyQuotas({
  'document-pages': { points: 3, seconds: 60 },
  'unknown-links': { points: 2, seconds: 1 },
});

function createLimiter(
  shared: PointStore | null = null,
  onDecision: (decision: Decision) => void = () => undefined,
) {
  return createRateLimiter({ policies, secret: new Secret('a'.repeat(32)), shared, onDecision });
}

describe('a rate limiter', () => {
  it('grants the points of a window and no more', async () => {
    const limiter = createLimiter();
    const decisions = [];
    for (let request = 0; request < 5; request += 1) {
      decisions.push(await limiter.consume('document-pages', 'visitor'));
    }
    expect(decisions.map(({ allowed }) => allowed)).toEqual([true, true, true, false, false]);
    expect(decisions.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0, 0]);
    expect(decisions.every(({ resetSeconds }) => resetSeconds > 58 && resetSeconds <= 60)).toBe(
      true,
    );
    expect(decisions[0]).toMatchObject({ policy: policies['document-pages'], store: 'memory' });
  });

  it('counts each visitor and each limit apart', async () => {
    const limiter = createLimiter();
    for (let request = 0; request < 4; request += 1) {
      await limiter.consume('document-pages', 'visitor');
    }
    expect(await limiter.consume('document-pages', 'another')).toMatchObject({ remaining: 2 });
    expect(await limiter.consume('unknown-links', 'visitor')).toMatchObject({ remaining: 1 });
  });

  it('looks without using up a point', async () => {
    const limiter = createLimiter();
    const untouched = { allowed: true, remaining: 2, resetSeconds: 1 };
    expect(await limiter.peek('unknown-links', 'visitor')).toMatchObject(untouched);
    expect(await limiter.peek('unknown-links', 'visitor')).toMatchObject(untouched);
    await limiter.consume('unknown-links', 'visitor');
    expect(await limiter.peek('unknown-links', 'visitor')).toMatchObject({
      allowed: true,
      remaining: 1,
    });
    await limiter.consume('unknown-links', 'visitor');
    expect(await limiter.peek('unknown-links', 'visitor')).toMatchObject({
      allowed: false,
      remaining: 0,
    });
  });

  it('tells how a limit stands for another without counting that anywhere', async () => {
    const decisions: Decision[] = [];
    const limiter = createLimiter(null, (decision) => decisions.push(decision));
    await limiter.consume('document-pages', 'visitor');
    expect(await limiter.inspect('document-pages', 'visitor')).toMatchObject({ remaining: 2 });
    expect(await limiter.inspect('document-pages', 'visitor')).toMatchObject({ remaining: 2 });
    expect(decisions).toHaveLength(1);
  });

  it('grants all points again in the next window', async () => {
    const limiter = createLimiter();
    for (let request = 0; request < 3; request += 1)
      await limiter.consume('unknown-links', 'visitor');
    expect(await limiter.peek('unknown-links', 'visitor')).toMatchObject({ allowed: false });
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await limiter.peek('unknown-links', 'visitor')).toMatchObject({
      allowed: true,
      remaining: 2,
    });
    expect(await limiter.consume('unknown-links', 'visitor')).toMatchObject({
      allowed: true,
      remaining: 1,
    });
  });

  it('counts in the process while the shared store fails', async () => {
    const fail = () => Promise.reject(new Error('down'));
    const limiter = createLimiter({
      name: 'redis',
      firstProbe: Promise.resolve(),
      createCounter: () => ({ consume: fail, peek: fail }),
    });
    for (let request = 0; request < 3; request += 1) {
      expect(await limiter.consume('document-pages', 'visitor')).toMatchObject({
        allowed: true,
        store: 'memory',
      });
    }
    expect(await limiter.consume('document-pages', 'visitor')).toMatchObject({ allowed: false });
    expect(await limiter.peek('document-pages', 'visitor')).toMatchObject({
      allowed: false,
      store: 'memory',
    });
  });
});
