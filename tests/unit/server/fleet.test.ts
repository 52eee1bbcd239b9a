import { describe, expect, it } from 'vitest';
import { Fleet, type FleetEvents } from '#server/fleet.ts';
import type { LeaveOrder } from '#server/worker-messages.ts';
import type { WorkerEnd, WorkerProcess } from '#server/worker-process.ts';
import { eventually } from '#tests/support/eventually.ts';

const ORDER: LeaveOrder = { stage: 'leaving', listenForMs: 0, quietForMs: 0, cutAfterMs: 20 };

/** A worker of the test's own making, which does nothing but what the test says. */
class PlayedWorker implements WorkerProcess {
  readonly pid: number;
  readonly #ready = Promise.withResolvers<undefined>();
  readonly #ended = Promise.withResolvers<WorkerEnd>();
  readonly ready = this.#ready.promise;
  readonly ended = this.#ended.promise;
  readonly orders: LeaveOrder[] = [];
  isObedient = true;

  constructor(pid: number) {
    this.pid = pid;
  }

  becomeReady(): void {
    this.#ready.resolve(undefined);
  }

  die(cause = 'SIGKILL'): void {
    this.#ended.resolve({ cause, servedMs: 0 });
  }

  leave(order: LeaveOrder): void {
    this.orders.push(order);
    if (this.isObedient) this.die('exit code 0');
  }

  kill(): void {
    this.die();
  }
}

function startFleet(size: number) {
  const workers: PlayedWorker[] = [];
  const said: string[] = [];
  const events: FleetEvents = {
    serves: () => undefined,
    died: ({ pid }, { cause }) => said.push(`${pid} died of ${cause}`),
    replaced: (worker, heir) => said.push(`${worker.pid} replaced by ${heir.pid}`),
    notReplaced: ({ pid }) => said.push(`${pid} stays`),
  };
  const fleet = new Fleet(() => {
    const worker = new PlayedWorker(workers.length);
    workers.push(worker);
    return worker;
  }, events);
  const running = fleet.run(size);
  const worker = async (index: number): Promise<PlayedWorker> => {
    await eventually(() => workers.length > index);
    const found = workers[index];
    if (found === undefined) throw new Error(`there is no worker ${index}`);
    return found;
  };
  return { fleet, running, workers, worker, said };
}

describe('a fleet', () => {
  it('replaces a worker that died', async () => {
    const { fleet, running, worker, said } = startFleet(1);
    (await worker(0)).die();
    await worker(1);
    expect(said).toEqual(['0 died of SIGKILL']);
    await fleet.stop(ORDER);
    await running;
  });

  it('waits until every worker has left when it stops, and starts no more', async () => {
    const { fleet, running, workers } = startFleet(3);
    await fleet.stop(ORDER);
    await running;
    expect(workers.map(({ orders }) => orders)).toEqual([[ORDER], [ORDER], [ORDER]]);
  });

  it('kills a worker that does not leave when time is up', async () => {
    const { fleet, running, worker } = startFleet(1);
    const hung = await worker(0);
    hung.isObedient = false;
    await fleet.stop(ORDER);
    expect((await hung.ended).cause).toBe('SIGKILL');
    await running;
  });
});

describe('replacing all workers', () => {
  it('tells each to leave only when its heir can answer', async () => {
    const { fleet, running, worker, said } = startFleet(2);
    const replaced = fleet.replaceAll(ORDER);
    const [first, second, heir] = [await worker(0), await worker(1), await worker(2)];
    expect(first.orders).toEqual([]);
    heir.becomeReady();
    (await worker(3)).becomeReady();
    await replaced;
    expect([first.orders, second.orders]).toEqual([[ORDER], [ORDER]]);
    expect(said).toEqual(['0 replaced by 2', '1 replaced by 3']);
    await fleet.stop(ORDER);
    await running;
  });

  it('keeps the old ones when the first heir dies before it can answer', async () => {
    const { fleet, running, workers, worker, said } = startFleet(2);
    const replaced = fleet.replaceAll(ORDER);
    (await worker(2)).die();
    await replaced;
    expect(workers).toHaveLength(3);
    expect(said).toEqual(['0 stays']);
    await fleet.stop(ORDER);
    await running;
  });

  it('replaces them again when it is told to twice', async () => {
    const { fleet, running, worker, said } = startFleet(1);
    const replaced = [fleet.replaceAll(ORDER), fleet.replaceAll(ORDER)];
    (await worker(1)).becomeReady();
    (await worker(2)).becomeReady();
    await Promise.all(replaced);
    expect(said).toEqual(['0 replaced by 1', '1 replaced by 2']);
    await fleet.stop(ORDER);
    await running;
  });

  it('leaves no worker behind when the program stops meanwhile', async () => {
    const { fleet, running, worker } = startFleet(1);
    const replaced = fleet.replaceAll(ORDER);
    const heir = await worker(1);
    await fleet.stop(ORDER);
    await replaced;
    expect(heir.orders).toEqual([ORDER]);
    await running;
  });
});
