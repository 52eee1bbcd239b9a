import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { machinePoints } from '#lib/rate-limit/machine-points.ts';
import { applyQuotas } from '#lib/rate-limit/policies.ts';
import { createRateLimiter } from '#lib/rate-limit/rate-limiter.ts';
import { Secret } from '#lib/secret/secret.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { Answer, Order } from '#tests/support/processes/machine-limits.ts';

/** Longer than a busy machine takes for an answer. */
const PATIENT_DEADLINE_MS = 900;

let primary: ChildProcess;
let answers: Answer[];

/** Starts a machine; without a deadline, its workers wait for the primary as long as in the program. */
async function start(deadlineMs?: number): Promise<void> {
  answers = [];
  const args = deadlineMs === undefined ? [] : [String(deadlineMs)];
  primary = fork('tests/support/processes/machine-limits.ts', args, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (primary.stdout === null) throw new Error('no output');
  createInterface(primary.stdout).on('line', (line) => answers.push(JSON.parse(line) as Answer));
  await untilShared(0);
  await untilShared(1);
}

afterEach(async () => {
  if (primary.exitCode !== null || primary.signalCode !== null) return;
  primary.kill('SIGKILL');
  await once(primary, 'exit');
});

async function order(what: Order): Promise<Answer> {
  return answerTo(() => primary.send(what));
}

/** The next answer after something was done. */
async function answerTo(act: () => unknown): Promise<Answer> {
  const earlier = answers.length;
  act();
  await eventually(() => answers.length > earlier);
  return answers.at(-1) ?? { pid: 0, allowed: 0, late: 0, changes: [] };
}

/** Workers count apart until the primary has answered for the first time. */
async function untilShared(worker: number): Promise<void> {
  await eventually(async () => {
    const { changes } = await order({ worker, visitor: 'nobody', count: 1 });
    return changes.at(-1) === 'ready';
  });
}

/** While the primary is late, on a busy machine, each worker counts by itself. */
async function untilTogether(): Promise<void> {
  let visitorCount = 0;
  await eventually(async () => {
    await untilShared(0);
    await untilShared(1);
    visitorCount += 1;
    const visitor = `together ${visitorCount}`;
    const one = await order({ worker: 0, visitor, count: 15 });
    const other = await order({ worker: 1, visitor, count: 15 });
    return one.allowed + other.allowed === 20;
  });
}

/** A process that was killed, waited for or not. */
function hasEnded(pid: number): boolean {
  return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

describe('limits without Redis', () => {
  it('are one count for all workers of a machine', async () => {
    await start(PATIENT_DEADLINE_MS);
    const first = await order({ worker: 0, visitor: 'one', count: 15 });
    const second = await order({ worker: 1, visitor: 'one', count: 15 });
    expect([first.allowed, second.allowed]).toEqual([15, 5]);
    expect((await order({ worker: 1, visitor: 'another', count: 25 })).allowed).toBe(20);
  });

  it('go on for the others when a worker is killed that was owed answers', async () => {
    await start(PATIENT_DEADLINE_MS);
    await order({ worker: 0, visitor: 'one', count: 5 });
    const { pid } = await order({ worker: 0, visitor: 'two', count: 1, waits: true });
    primary.kill('SIGSTOP');
    // Its deadline tells that it has asked.
    expect(await answerTo(() => process.kill(pid, 'SIGUSR2'))).toMatchObject({ allowed: 1 });
    process.kill(pid, 'SIGKILL');
    await eventually(() => hasEnded(pid));
    primary.kill('SIGCONT');
    expect((await order({ worker: 1, visitor: 'one', count: 30 })).allowed).toBe(15);
    expect(primary.exitCode).toBeNull();
  });

  it('go on in each worker without a wait while the primary hangs, and together after', async () => {
    await start();
    const before = await order({ worker: 0, visitor: 'one', count: 30, waits: true });
    primary.kill('SIGSTOP');
    const { allowed, late, changes } = await answerTo(() => process.kill(before.pid, 'SIGUSR2'));
    primary.kill('SIGCONT');
    expect({ allowed, late }).toEqual({ allowed: 20, late: 0 });
    expect(before.changes.at(-1)).toBe('ready');
    expect(changes).toEqual([...before.changes, 'lost']);
    await untilTogether();
  });

  it('go on in a worker that is cut off from the primary', async () => {
    await start();
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
