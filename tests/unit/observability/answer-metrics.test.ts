import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answerMetrics } from '#lib/observability/answer-metrics.ts';

const TEXT = '# HELP up It is up\n# TYPE up gauge\nup 1\n';

describe('the answer with metrics', () => {
  it.each([[null], ['identity'], ['gzip;q=0'], ['br']])('is plain for %s', async (accepted) => {
    const response = await answerMetrics(TEXT, accepted);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(response.headers.has('content-encoding')).toBe(false);
    expect(await response.text()).toBe(TEXT);
  });

  it.each([['gzip'], ['deflate, GZIP;q=0.5']])('is compressed for %s', async (accepted) => {
    const response = await answerMetrics(TEXT, accepted);
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(TEXT);
  });
});
