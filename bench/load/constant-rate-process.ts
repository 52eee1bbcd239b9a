import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { SteadyLoad, SteadyResult } from './constant-rate.ts';

/**
 * Sends requests at fixed times, whether or not earlier ones have been answered, and measures each
 * from the time at which it was due: a server that stalls cannot hide the requests that it delays.
 * Its argument is the load as JSON; it prints the result as JSON.
 */
async function sendSteadily({ url, scenario, ratePerSecond, seconds }: SteadyLoad) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const { method, paths, headers, body, status } = scenario;
  const latenciesMs: number[] = [];
  let wrong = 0;

  function send(path: string, dueAt: number): Promise<void> {
    return new Promise((resolve, reject) => {
      request(url + path, { method, headers, agent }, (response) => {
        response.resume().once('end', () => {
          latenciesMs.push(performance.now() - dueAt);
          if (response.statusCode !== status) wrong += 1;
          resolve();
        });
      })
        .once('error', reject)
        .end(body);
    });
  }

  const startAt = performance.now() + 100;
  const answers: Promise<void>[] = [];
  for (let sent = 0; sent < ratePerSecond * seconds; sent += 1) {
    const dueAt = startAt + (sent * 1000) / ratePerSecond;
    const earlyMs = dueAt - performance.now();
    if (earlyMs > 0) await wait(earlyMs);
    answers.push(send(paths[sent % paths.length] ?? '/', dueAt));
  }
  await Promise.all(answers);
  agent.destroy();
  return summarise(latenciesMs, wrong);
}

function summarise(latenciesMs: readonly number[], wrong: number): SteadyResult {
  const sorted = latenciesMs.toSorted((one, other) => one - other);
  const share = (part: number) => sorted[Math.ceil(sorted.length * part) - 1] ?? NaN;
  return { sent: sorted.length, wrong, p50Ms: share(0.5), p99Ms: share(0.99), maxMs: share(1) };
}

const load = JSON.parse(process.argv[2] ?? '') as SteadyLoad;
process.stdout.write(JSON.stringify(await sendSteadily(load)));
