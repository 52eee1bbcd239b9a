import { Agent, get } from 'node:http';

/** A request that was not answered with 200. */
export interface Failure {
  /** `performance.now()` when it was sent. */
  readonly sentMs: number;
  /** Its status, or why there was none. */
  readonly reason: string;
}

export interface LoadReport {
  readonly sentCount: number;
  readonly failures: readonly Failure[];
}

export interface SteadyLoad {
  /** Sends no more, waits for the answers that are due, and reports. */
  stop(): Promise<LoadReport>;
}

interface SteadyLoadOptions {
  readonly url: string;
  readonly perSecond: number;
}

const TICK_MS = 10;
/** Far above what a busy machine takes: what is looked for is answers that never come. */
const ANSWER_WITHIN_MS = 60_000;

/** As proxies do, it closes idle connections well before a server does, so that no request crosses that. */
const IDLE_MS = 2_000;

/** Nothing runs on when a test forgets to stop it. */
const LONGEST_MS = 180_000;

/**
 * Asks for a page so many times a second, whatever the answers take, as visitors do, each from an
 * address of their own; over connections that it keeps and with `X-Forwarded-For`, as proxies do.
 */
export function startSteadyLoad({ url, perSecond }: SteadyLoadOptions): SteadyLoad {
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS });
  const failures: Failure[] = [];
  const answers: Promise<void>[] = [];
  const startedMs = performance.now();

  async function ask(): Promise<void> {
    const sentMs = performance.now();
    const reason = await askOnce(url, agent, visitorAddress(answers.length)).catch(String);
    if (reason !== '200') failures.push({ sentMs, reason });
  }

  const ticks = setInterval(() => {
    const elapsedMs = performance.now() - startedMs;
    if (elapsedMs > LONGEST_MS) clearInterval(ticks);
    const dueCount = Math.floor((elapsedMs / 1_000) * perSecond);
    while (answers.length < dueCount) answers.push(ask());
  }, TICK_MS);

  return {
    async stop() {
      clearInterval(ticks);
      await Promise.all(answers);
      agent.destroy();
      return { sentCount: answers.length, failures };
    },
  };
}

function visitorAddress(index: number): string {
  return `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
}

function askOnce(url: string, agent: Agent, visitor: string): Promise<string> {
  const headers = { 'X-Forwarded-For': visitor };
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    get(url, { agent, headers, signal }, (response) => {
      response.on('error', reject).on('end', () => resolve(String(response.statusCode)));
      response.resume();
    }).on('error', reject);
  });
}
