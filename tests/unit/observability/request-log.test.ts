import { describe, expect, it } from 'vitest';
import { createLoggers } from '#lib/observability/logger.ts';
import { createRequestLog } from '#lib/observability/request-log.ts';
import type { AnsweredRequest } from '#lib/request/observe-answer.ts';
import { routeOf } from '#lib/request/route-of.ts';
import { KEY, LANDING, sampleAnswer, sampleContext, SERVICE_ID } from './sample-request.ts';

function logRequest(
  request: Partial<AnsweredRequest>,
  NOTIFY_REQUEST_LOG_LEVEL: 'DEBUG' | 'INFO' = 'DEBUG',
): Record<string, unknown>[] {
  const lines: string[] = [];
  const { request: logger } = createLoggers(
    { NOTIFY_APP_NAME: 'frontend', NOTIFY_LOG_LEVEL: 'CRITICAL', NOTIFY_REQUEST_LOG_LEVEL },
    { write: (line) => void lines.push(line) },
  );
  const settings = { NOTIFY_ENVIRONMENT: 'preview', HTTP_PROTOCOL: 'https' } as const;
  createRequestLog(logger, settings)(sampleAnswer(request));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the line of a request', () => {
  it('has the fields that pipelines read, and no key', () => {
    const [line] = logRequest({ host: 'documents.service.gov.uk:443' });
    const url = `https://documents.service.gov.uk:443${LANDING}?key=[redacted]`;
    expect(line).toEqual({
      name: 'app.request',
      levelname: 'INFO',
      message: `GET ${url} 200 took 0.0123s`,
      time: expect.any(String) as string,
      requestId: 'f'.repeat(32),
      span_id: 'self-1',
      application: 'frontend',
      service_id: SERVICE_ID,
      logType: 'application',
      method: 'GET',
      url,
      path: LANDING,
      status: 200,
      request_time: 0.0123,
      response_size: 4567,
      request_size: 0,
      endpoint: 'main.landing',
      remote_addr: '192.0.2.7',
      user_agent: 'Mozilla/5.0',
      host: 'documents.service.gov.uk',
      environment: 'preview',
      parent_span_id: null,
      process_: process.pid,
    });
    expect(JSON.stringify(line)).not.toContain(KEY);
  });

  it.each([
    ['/_status', 200, 'DEBUG'],
    ['/metrics', 403, 'DEBUG'],
    ['/metrics', 503, 'WARNING'],
    ['/_status', 503, 'WARNING'],
    ['/cookies', 200, 'INFO'],
    [LANDING, 404, 'INFO'],
    [LANDING, 429, 'INFO'],
    [LANDING, 500, 'WARNING'],
  ])('for %s answered with %i is of level %s', (url, status, levelname) => {
    const context = sampleContext({ route: routeOf(url) });
    expect(logRequest({ context, status })).toMatchObject([{ levelname }]);
  });

  it('is not written below the configured level', () => {
    const context = sampleContext({ route: routeOf('/_status') });
    expect(logRequest({ context }, 'INFO')).toEqual([]);
  });

  it('holds the reference that a page shows when something went wrong, and what it was', () => {
    const context = sampleContext({ outcome: 'bug' });
    expect(logRequest({ context, status: 500 })).toMatchObject([
      {
        reference: expect.stringMatching(/^[0-9A-HJKMNP-Z]{4}-[0-9A-HJKMNP-Z]{4}$/) as string,
        outcome: 'bug',
      },
    ]);
  });

  it('bounds what a visitor may write into it', () => {
    const [line] = logRequest({ userAgent: 'x'.repeat(9000), host: 'y'.repeat(9000) });
    expect(JSON.stringify(line).length).toBeLessThan(2500);
  });
});
