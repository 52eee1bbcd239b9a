import { setTimeout as pause } from 'node:timers/promises';
import type { FaultSwitches } from '#sandbox/faults/fault.ts';
import type { Fault } from '#tests/support/tcp-fault-proxy.ts';
import type { Surroundings } from './surroundings.ts';

type Trouble =
  | { readonly redis: Fault; readonly apis?: never }
  | { readonly apis: FaultSwitches; readonly redis?: never };

/** In this order, over and over. */
const TROUBLES: readonly Trouble[] = [
  { redis: 'refuse' },
  { apis: { documents: { status: 503 } } },
  { redis: 'stall' },
  { apis: { notify: { reset: true } } },
  { redis: 'reset' },
  { apis: { documents: { stallBody: true, rate: 0.2 } } },
  { redis: 'black-hole' },
  { apis: { notify: { stallHeaders: true }, documents: { body: 'oversized', rate: 0.2 } } },
];

const EVERY_MS = 30_000;
const FOR_MS = 5_000;

/** Lets one thing after the other go wrong for a while, until `signal` says that it is enough. */
export async function makeTrouble(surroundings: Surroundings, signal: AbortSignal): Promise<void> {
  try {
    for (;;) await goThrough(TROUBLES, surroundings, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    await end(surroundings);
  }
}

async function goThrough(
  troubles: readonly Trouble[],
  surroundings: Surroundings,
  signal: AbortSignal,
): Promise<void> {
  for (const trouble of troubles) {
    await pause(EVERY_MS - FOR_MS, undefined, { signal });
    await begin(trouble, surroundings);
    await pause(FOR_MS, undefined, { signal });
    await end(surroundings);
  }
}

async function begin({ redis, apis }: Trouble, { sandbox, redisProxy }: Surroundings) {
  if (redis === undefined) sandbox.faults = apis;
  else await redisProxy.become(redis);
}

async function end({ sandbox, redisProxy }: Surroundings): Promise<void> {
  sandbox.faults = {};
  await redisProxy.become('pass');
}
