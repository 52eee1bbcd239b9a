import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { pin } from '../rig/child.ts';
import type { Target } from '../rig/systems.ts';
import type { Scenario } from '../scenarios.ts';
import { wrkScript } from './wrk-script.ts';

/** What a server did while there was always another request waiting. */
export interface Saturation {
  readonly requestsPerSecond: number;
  /** Processor time of all its processes and threads for one request, in microseconds. */
  readonly cpuUsPerRequest: number;
}

/** So many visitors ask all the time: enough that the server never waits for one while APIs are quick. */
const VISITORS = 16;

const Results = z.object({
  requests: z.number().positive(),
  durationUs: z.number(),
  refused: z.number(),
  broken: z.literal(0),
});

/**
 * Has wrk send the requests of a scenario as fast as they are answered.
 * @throws where wrk is missing or an answer is not the one that is expected
 */
export async function saturate(
  target: Pick<Target, 'url' | 'figures'>,
  scenario: Scenario,
  seconds: number,
  visitors = VISITORS,
): Promise<Saturation> {
  const before = target.figures().cpuUs;
  const { requests, durationUs, refused } = await runWrk(target.url, scenario, seconds, visitors);
  const cpuUs = target.figures().cpuUs - before;
  const expectedRefusals = scenario.status >= 400 ? requests : 0;
  if (refused !== expectedRefusals) {
    throw new Error(`${scenario.name}: ${refused} of ${requests} answers were refusals`);
  }
  return { requestsPerSecond: requests / (durationUs / 1e6), cpuUsPerRequest: cpuUs / requests };
}

async function runWrk(url: string, scenario: Scenario, seconds: number, visitors: number) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const script = join(folder, 'requests.lua');
  await writeFile(script, wrkScript(scenario));
  const options = ['-t1', `-c${visitors}`, `-d${seconds}s`, '-s', script, url];
  try {
    const { stdout } = await promisify(execFile)('taskset', pin([1], 'wrk', options));
    return Results.parse(JSON.parse(stdout.slice(stdout.lastIndexOf('{'))));
  } finally {
    await rm(folder, { recursive: true });
  }
}
