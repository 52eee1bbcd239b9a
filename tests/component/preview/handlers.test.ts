import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createLoggers } from '#lib/observability/logger.ts';
import { oncePerProcess } from '#lib/process/once-per-process.ts';

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

const FOLDER = path.resolve('app/preview');
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
  (file) => path.basename(file) === 'route.tsx',
);
const params = Promise.resolve({ page: 'landing', path: ['a', 'b'] });

/** Whoever comes first reads the whole program. */
const TIMEOUT_MS = 60_000;

const lines: string[] = [];
beforeAll(() => {
  vi.stubEnv('NOTIFY_ENVIRONMENT', 'test');
  const levels = { NOTIFY_LOG_LEVEL: 'CRITICAL', NOTIFY_REQUEST_LOG_LEVEL: 'CRITICAL' } as const;
  oncePerProcess('loggers', () =>
    createLoggers(
      { NOTIFY_APP_NAME: 'test', ...levels },
      { write: (line) => void lines.push(line) },
    ),
  );
});

describe('a handler with nothing in front of it', { timeout: TIMEOUT_MS }, () => {
  it.each(files)('in %s lets no stranger in, whatever the method', async (file) => {
    const handlers = (await import(path.join(FOLDER, file))) as Record<string, Handler>;
    const methods = Object.keys(handlers);
    expect(methods).toEqual(expect.arrayContaining(['GET', 'POST', 'PUT', 'DELETE']));
    for (const method of methods) {
      const before = lines.length;
      const request = new Request('http://localhost/preview/landing', { method });
      const response = await handlers[method]?.(request, { params });
      expect(response?.status).toBe(401);
      expect(lines.slice(before).join('')).toContain('"action":"visit","verdict":"signed-out"');
    }
  });
});
