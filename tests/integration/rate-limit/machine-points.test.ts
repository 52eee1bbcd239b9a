import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machinePoints } from '#lib/rate-limit/machine-points.ts';
import { applyQuotas } from '#lib/rate-limit/policies.ts';
import { createRateLimiter } from '#lib/rate-limit/rate-limiter.ts';
import { Secret } from '#lib/secret/secret.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { Answer, Order } from '#tests/support/processes/machine-limits.ts';

/** What a page promises, with as much again for a machine that runs other tests at the same time. */
const LONGEST_WAIT_MS = 50 + 50;

let primary: ChildProcess;
let answers: Answer[];

beforeEach(async () => {
  answers = [];
  primary = fork('tests/support/processes/machine-limits.ts', {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (primary.stdout === null) throw new Error('no output');
  createInterface(primary.stdout).on('line', (line) => answers.push(JSON.parse(line) as Answer));
  await untilShared(0);
  await untilShared(1);
});
afterEach(async () => {
  if (primary.exitCode !== null || primary.signalCode !== null) return;
  primary.kill('SIGKILL');
  await once(primary, 'exit');
});

async function order(what: Order): Promise<Answer> {
  const earlier = answers.length;
  primary.send(what);
  await eventually(() => answers.length > earlier);
  return answers.at(-1) ?? { pid: 0, allowed: 0, slowestMs: 0, changes: [] };
}

/** Workers count apart until the primary has answered for the first time. */
async function untilShared(worker: number): Promise<void> {
  await eventually(async () => {
    const { changes } = await order({ worker, visitor: 'nobody', count: 1 });
    return changes.at(-1) === 'ready';
  });
}

describe('limits without Redis', () => {
  it('are one count for all workers of a machine', async () => {
    const first = await order({ worker: 0, visitor: 'one', count: 15 });
    const second = await order({ worker: 1, visitor: 'one', count: 15 });
    expect([first.allowed, second.allowed]).toEqual([15, 5]);
    expect((await order({ worker: 1, visitor: 'another', count: 25 })).allowed).toBe(20);
  });

  it('go on for the others when a worker is killed that was owed answers', async () => {
    const { pid } = await order({ worker: 0, visitor: 'one', count: 5 });
    primary.send({ worker: 0, visitor: 'two', count: 1, afterMs: 200 } satisfies Order);
    await pause(100);
    primary.kill('SIGSTOP');
    await pause(300);
    process.kill(pid, 'SIGKILL');
    await pause(100);
    primary.kill('SIGCONT');
    await pause(300);
    expect(primary.exitCode).toBeNull();
    expect((await order({ worker: 1, visitor: 'one', count: 30 })).allowed).toBe(15);
  });

  it('go on in each worker without a wait while the primary hangs, and together after', async () => {
    const answered = order({ worker: 0, visitor: 'one', count: 30, afterMs: 300 });
    await pause(100);
    primary.kill('SIGSTOP');
    await pause(1_000);
    primary.kill('SIGCONT');
    const { allowed, slowestMs, changes } = await answered;
    expect(allowed).toBe(20);
    expect(slowestMs).toBeLessThan(LONGEST_WAIT_MS);
    expect(changes).toEqual(['ready', 'lost']);
    await untilShared(0);
    const [one, other] = [
      await order({ worker: 0, visitor: 'two', count: 15 }),
      await order({ worker: 1, visitor: 'two', count: 15 }),
    ];
    expect(one.allowed + other.allowed).toBe(20);
  });

  it('go on in a worker that is cut off from the primary', async () => {
    const { allowed } = await order({ worker: 0, visitor: 'one', count: 30, isCutOff: true });
    expect(allowed).toBe(20);
  });

  it('are counted in the process where it is no worker', async () => {
    const shared = machinePoints({ onChange: () => expect.unreachable() });
    const policies = applyQuotas({ 'document-pages': { points: 2, seconds: 60 } });
    const limiter = createRateLimiter({ policies, secret: new Secret('s'.repeat(32)), shared });
    const decisions = [];
    for (let request = 0; request < 3; request += 1) {
      decisions.push(await limiter.consume('document-pages', 'visitor'));
    }
    expect(decisions.map(({ allowed }) => allowed)).toEqual([true, true, false]);
  });
});
