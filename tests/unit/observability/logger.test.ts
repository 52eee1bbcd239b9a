import { describe, expect, it } from 'vitest';
import { createLoggers } from '#lib/observability/logger.ts';
import { enterRequest } from '#lib/request/request-context.ts';
import { Secret } from '#lib/secret/secret.ts';
import { sampleContext } from './sample-request.ts';

function recordLines(levels: Partial<Parameters<typeof createLoggers>[0]> = {}) {
  const lines: string[] = [];
  const settings = {
    NOTIFY_APP_NAME: 'document-download-frontend',
    NOTIFY_LOG_LEVEL: 'INFO',
    NOTIFY_REQUEST_LOG_LEVEL: 'INFO',
    ...levels,
  } as const;
  const loggers = createLoggers(settings, { write: (line) => void lines.push(line) });
  return { ...loggers, lines, records: () => lines.map((line) => JSON.parse(line) as unknown) };
}

describe('the application’s log', () => {
  it('has the fields that pipelines read', () => {
    const { app, lines, records } = recordLines();
    app.info({ api: 'notify-api' }, 'The breaker opened');
    expect(lines[0]?.endsWith('}\n')).toBe(true);
    expect(records()).toEqual([
      {
        name: 'app',
        levelname: 'INFO',
        message: 'The breaker opened',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/) as string,
        requestId: 'no-request-id',
        span_id: 'no-span-id',
        service_id: 'no-service-id',
        application: 'document-download-frontend',
        logType: 'application',
        api: 'notify-api',
      },
    ]);
  });

  it('names the request that a line belongs to, across waits', async () => {
    const { app, records } = recordLines();
    await Promise.all(
      ['one', 'two'].map(async (traceId) => {
        await Promise.resolve();
        enterRequest(sampleContext({ traceId }));
        await new Promise((resolve) => setTimeout(resolve, 1));
        app.warn(traceId);
      }),
    );
    for (const id of ['one', 'two']) {
      expect(records()).toContainEqual(
        expect.objectContaining({ requestId: id, message: id, span_id: 'self-1' }),
      );
    }
  });

  it.each([
    ['debug', 'DEBUG'],
    ['info', 'INFO'],
    ['warn', 'WARNING'],
    ['error', 'ERROR'],
    ['fatal', 'CRITICAL'],
  ] as const)('calls %s %s, as Python does', (level, levelname) => {
    const { app, records } = recordLines({ NOTIFY_LOG_LEVEL: 'DEBUG' });
    app[level]('text');
    expect(records()).toMatchObject([{ levelname }]);
  });

  it('leaves out what is below its level, each logger by its own', () => {
    const { app, request, lines } = recordLines({ NOTIFY_REQUEST_LOG_LEVEL: 'ERROR' });
    app.debug('no');
    request.warn('no');
    expect(lines).toEqual([]);
  });

  it('writes an error with where it was thrown and what caused it, and no value', () => {
    const { app, lines, records } = recordLines();
    const cause = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:6379'), {
      command: { name: 'auth', args: ['hunter2'] },
    });
    const error = new Error('Cannot read key=kQ3vZ0mT9xLr5wYb7NcE2uPq', { cause });
    app.error({ exc_info: error, key: new Secret('hunter2') }, 'A page failed');
    const [record] = records() as { exc_info: string }[];
    expect(record?.exc_info).toMatch(/^Error: Cannot read \[redacted\]\n {4}at .+logger\.test\.ts/);
    expect(record?.exc_info).toContain('Caused by: Error: connect ECONNREFUSED');
    expect(lines[0]).not.toMatch(/hunter2|kQ3v/);
  });
});
