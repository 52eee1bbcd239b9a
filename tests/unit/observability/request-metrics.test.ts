import { randomBytes } from 'node:crypto';
import { METHODS } from 'node:http';
import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { createRequestMetrics } from '#lib/observability/request-metrics.ts';
import { routeOf } from '#lib/request/route-of.ts';
import { sampleAnswer, sampleContext } from './sample-request.ts';

const HOST = 'documents.service.gov.uk';

function measure() {
  const registry = new Registry();
  return { registry, ...createRequestMetrics(registry, [HOST]) };
}

describe('metrics of requests', () => {
  it('count and time by method, host, route and status', async () => {
    const { registry, answered } = measure();
    answered(sampleAnswer({ durationSeconds: 0.06 }));
    const text = await registry.metrics();
    const labels =
      'method="GET",host="documents.service.gov.uk",path="/d/<base64_uuid:service_id>/<base64_uuid:document_id>",code="200"';
    expect(text).toContain(`http_server_requests_total{${labels}} 1\n`);
    expect(text).toContain(`http_server_request_duration_seconds_bucket{le="0.05",${labels}} 0\n`);
    expect(text).toContain(`http_server_request_duration_seconds_bucket{le="0.075",${labels}} 1\n`);
    expect(text).toContain(`http_server_request_duration_seconds_sum{${labels}} 0.06\n`);
  });

  it('have the buckets that dashboards read', async () => {
    const { registry, answered } = measure();
    answered(sampleAnswer());
    const text = await registry.metrics();
    expect([...text.matchAll(/le="([^"]+)"/g)].map(([, bound]) => bound)).toEqual(
      '0.005 0.01 0.025 0.05 0.075 0.1 0.25 0.5 0.75 1 2.5 5 7.5 10 +Inf'.split(' '),
    );
  });

  it('know how many requests and connections there are at the moment', async () => {
    const { registry, arrived, answered, connected, disconnected } = measure();
    connected();
    connected();
    disconnected();
    arrived();
    arrived();
    answered(sampleAnswer());
    const text = await registry.metrics();
    expect(text).toContain('http_server_requests_in_flight 1\n');
    expect(text).toContain('http_server_connections 1\n');
  });

  it('count what visitors of documents got to see', async () => {
    const { registry, answered } = measure();
    answered(sampleAnswer({ context: sampleContext({ outcome: 'gone' }) }));
    const text = await registry.metrics();
    expect(text).toContain('document_download_pages_total{outcome="gone"} 1\n');
    expect(text).toContain('document_download_pages_total{outcome="bug"} 0\n');
  });

  it('count what was no HTTP', async () => {
    const { registry, malformed } = measure();
    malformed(431);
    expect(await registry.metrics()).toContain(
      'http_server_requests_total{method="other",host="other",path="No endpoint",code="431"} 1\n',
    );
  });

  it('get no new series from 10,000 requests that a visitor made up', async () => {
    const { registry, answered } = measure();
    for (const method of ['GET', 'POST', 'other', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const context = sampleContext({ route: routeOf('/') });
      answered(sampleAnswer({ context, method, host: 'elsewhere', status: 404 }));
    }
    const before = await countSeries(registry);
    for (let count = 0; count < 10_000; count += 1) {
      const random = randomBytes(count % 60).toString('base64url');
      const context = sampleContext({ route: routeOf(`/${random}?${random}`), traceId: random });
      const method = METHODS[count % METHODS.length] ?? random;
      answered(sampleAnswer({ context, method, host: random, userAgent: random, status: 404 }));
    }
    expect(await countSeries(registry)).toBe(before);
  });
});

async function countSeries(registry: Registry): Promise<number> {
  return (await registry.metrics()).split('\n').filter((line) => /^\w/.test(line)).length;
}
