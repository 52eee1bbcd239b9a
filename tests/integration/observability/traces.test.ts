import { afterEach, beforeEach, expect, it } from 'vitest';
import { openOtlpTraces } from '#lib/observability/otlp-traces.ts';
import { traceOf } from '#lib/observability/request-trace.ts';
import { Secret } from '#lib/secret/secret.ts';
import { startStandIn, type StandIn } from '#tests/support/stand-in.ts';
import { KEY, sampleAnswer, sampleContext } from '#tests/unit/observability/sample-request.ts';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';
const OWN = 'a'.repeat(16);

let collector: StandIn;

beforeEach(async () => {
  collector = await startStandIn((response) => response.end('{}'));
});
afterEach(() => collector.close());

it('sends the spans of a request and its calls to a collector of OpenTelemetry', async () => {
  const traces = openOtlpTraces({
    endpoint: `${collector.baseUrl}/`,
    headers: new Secret('api-key=a%20b, tenant=notify'),
    serviceName: 'document-download-frontend',
    serviceVersion: 'abc123',
    environment: 'preview',
  });
  const call = {
    name: 'notify-api get-service',
    spanId: '1'.repeat(16),
    endedAt: 9,
    durationMs: 4,
    failed: true,
    attributes: { 'peer.service': 'notify-api' },
  };
  const context = sampleContext({
    traceParent: { traceId: TRACE_ID, spanId: OWN, parentSpanId: PARENT, isSampled: true },
    calls: [call],
    outcome: 'landing-shown',
  });
  const trace = traceOf(sampleAnswer({ context }));
  if (trace) traces.send(trace);
  await traces.flush();

  const [received] = collector.calls;
  expect(received).toMatchObject({
    method: 'POST',
    url: '/v1/traces',
    headers: { 'content-type': 'application/json', 'api-key': 'a b', tenant: 'notify' },
  });
  const body = JSON.parse(received?.body ?? '') as unknown;
  const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });
  expect(body).toMatchObject({
    resourceSpans: [
      {
        resource: {
          attributes: expect.arrayContaining([
            attribute('service.name', 'document-download-frontend'),
          ]) as unknown,
        },
        scopeSpans: [
          {
            spans: [
              {
                traceId: TRACE_ID,
                spanId: OWN,
                parentSpanId: PARENT,
                name: 'GET /d/<base64_uuid:service_id>/<base64_uuid:document_id>',
                kind: 2,
                attributes: expect.arrayContaining([
                  attribute('document_download.outcome', 'landing-shown'),
                ]) as unknown,
              },
              {
                traceId: TRACE_ID,
                spanId: '1'.repeat(16),
                parentSpanId: OWN,
                name: 'notify-api get-service',
                kind: 3,
                status: { code: 2 },
              },
            ],
          },
        ],
      },
    ],
  });
  expect(received?.body).not.toContain(KEY);
});

it('says nothing of a request whose trace is not recorded', () => {
  expect(traceOf(sampleAnswer())).toBeUndefined();
});
