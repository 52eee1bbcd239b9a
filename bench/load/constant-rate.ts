import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as z from 'zod';
import { pin } from '../rig/child.ts';
import type { Scenario } from '../scenarios.ts';

/** Requests at a fixed rate. */
export interface SteadyLoad {
  readonly url: string;
  readonly scenario: Scenario;
  readonly ratePerSecond: number;
  readonly seconds: number;
}

const Result = z.object({
  sent: z.number(),
  wrong: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  maxMs: z.number(),
});

/** How long answers took, from when their requests were due. */
export type SteadyResult = Readonly<z.infer<typeof Result>>;

/**
 * Sends requests at a fixed rate from the other core.
 * @throws where an answer has another status than is expected
 */
export async function sendSteadily(load: SteadyLoad): Promise<SteadyResult> {
  const scenario = { ...load.scenario, paths: load.scenario.paths.slice(0, MOST_PATHS) };
  const script = ['bench/load/constant-rate-process.ts', JSON.stringify({ ...load, scenario })];
  const { stdout } = await promisify(execFile)('taskset', pin([1], 'node', script));
  const result = Result.parse(JSON.parse(stdout));
  if (result.wrong > 0) throw new Error(`${load.scenario.name}: ${result.wrong} wrong answers`);
  return result;
}

/** An argument of a program holds 128 kB. */
const MOST_PATHS = 800;
