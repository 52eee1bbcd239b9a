import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCpuProfile } from '#bench/profile/cpu-profile.ts';
import { OriginalSources } from '#bench/profile/original-sources.ts';
import { sharesOfStages, stageOf } from '#bench/profile/stage.ts';

const sources = new OriginalSources();

function frame(url: string, functionName = 'work') {
  return { functionName, url, lineNumber: 0, columnNumber: 0 };
}

function sample(urls: readonly string[], durationUs = 1, functionName?: string) {
  return { stack: urls.map((url) => frame(url, functionName)), durationUs };
}

describe('the time of a request belongs to', () => {
  it.each([
    ['hooks, log, metrics', ['file:///app/lib/request/request-hooks.ts']],
    ['hooks, log, metrics', ['/app/node_modules/pino/lib/proto.js']],
    ['middleware, limiter', ['/app/node_modules/ioredis/built/Redis.js']],
    ['API calls', ['/app/lib/notify/exchange.ts']],
    ['page', ['/app/lib/page/layout.tsx']],
    ['server', ['file:///app/.next/standalone/server/worker-ABCDEFGH.js']],
    ['Next', ['/app/node_modules/next/dist/server/lib/router-server.js']],
    ['Node alone', ['node:internal/streams/writable']],
    ['page', ['/app/node_modules/next/dist/compiled/react-dom/cjs/react-dom-server.js']],
    ['page', ['node:buffer', '/app/lib/page/render-page.tsx', '/app/node_modules/next/dist/x.js']],
  ])('%s, where %j was called', (stage, urls) => {
    expect(stageOf(sample(urls), sources)).toBe(stage);
  });

  it('garbage collection, whoever has made the garbage', () => {
    const collecting = sample(['', '/app/lib/page/layout.tsx'], 1, '(garbage collector)');
    expect(stageOf(collecting, sources)).toBe('garbage collection');
  });
});

it('shares leave out the time in which nobody asked for anything', () => {
  const samples = [
    sample(['/app/lib/page/layout.tsx'], 30),
    sample(['/app/node_modules/next/dist/x.js'], 60),
    sample(['/app/lib/govuk/button.tsx'], 10),
    sample([''], 900, '(idle)'),
  ];
  expect(sharesOfStages(samples, sources)).toEqual([
    ['Next', 0.6],
    ['page', 0.4],
  ]);
});

describe('a profile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'profile-'));
  const path = join(folder, 'profile.json');
  const node = (id: number, functionName: string, children?: readonly number[]) => ({
    id,
    children,
    callFrame: frame('', functionName),
  });
  writeFileSync(
    path,
    JSON.stringify({
      startTime: 1000,
      nodes: [node(1, 'root', [2]), node(2, 'caller', [3]), node(3, 'called')],
      samples: [2, 3, 3],
      timeDeltas: [10, 20, 30],
    }),
  );

  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read with the callers of each function, from the innermost', () => {
    const samples = readCpuProfile(path, { fromUs: 0, toUs: Infinity });
    expect(samples.map(({ durationUs }) => durationUs)).toEqual([10, 20, 30]);
    const names = samples.map(({ stack }) => stack.map(({ functionName }) => functionName));
    expect(names[1]).toEqual(['called', 'caller', 'root']);
  });

  it('is read for a stretch of time only', () => {
    const samples = readCpuProfile(path, { fromUs: 1020, toUs: 1030 });
    expect(samples.map(({ durationUs }) => durationUs)).toEqual([20]);
  });
});
