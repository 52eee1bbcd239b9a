import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { createLoggers } from '#lib/observability/logger.ts';
import { Secret } from '#lib/secret/secret.ts';
import { AUDITED, createAudit } from '#lib/staff/audit.ts';

const SERVICE_ID = '11111111-1111-4111-8111-111111111111';
const DOCUMENT_ID = '22222222-2222-4222-8222-222222222222';
const staff = { emailAddress: new Secret('someone@example.gov.uk') };
const settings = {
  NOTIFY_APP_NAME: 'document-download-frontend',
  NOTIFY_LOG_LEVEL: 'CRITICAL',
  NOTIFY_REQUEST_LOG_LEVEL: 'CRITICAL',
} as const;

function record() {
  const lines: string[] = [];
  const { audit: log } = createLoggers(settings, { write: (line) => void lines.push(line) });
  const registry = new Registry();
  return { audit: createAudit(log, registry, new Secret('salt')), lines, registry };
}

describe('the audit', () => {
  it('writes who did what, about which service and document, whatever the level of other lines', () => {
    const { audit, lines } = record();
    audit('link-check', 'expired', { staff, serviceId: SERVICE_ID, documentId: DOCUMENT_ID });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      name: 'app.audit',
      levelname: 'INFO',
      logType: 'audit',
      who: expect.stringMatching(/^staff-[\da-f]{12}$/) as string,
      action: 'link-check',
      verdict: 'expired',
      service_id: SERVICE_ID,
      document_id: DOCUMENT_ID,
      requestId: 'no-request-id',
    });
  });

  it('has each field once in a line', () => {
    const { audit, lines } = record();
    audit('preview', 'shown', { staff, page: 'landing', serviceId: SERVICE_ID });
    const names = [...(lines[0] ?? '').matchAll(/[{,]"(\w+)":/g)].map(([, name]) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  it('names no address, and nobody where nobody is known', () => {
    const { audit, lines } = record();
    audit('sign-in', 'used', { staff });
    audit('visit', 'signed-out');
    expect(lines.join('')).not.toMatch(/someone|example/);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ who: 'nobody' });
  });

  it('counts each verdict, from nought on', async () => {
    const { audit, registry } = record();
    audit('sign-in', 'expired', { staff });
    const [metric] = await registry.getMetricsAsJSON();
    const counts = metric?.values.map(({ labels, value }) => [labels['verdict'], value]) ?? [];
    expect(counts).toHaveLength(Object.values(AUDITED).flat().length);
    expect(metric?.values).toContainEqual(
      expect.objectContaining({ labels: { action: 'sign-in', verdict: 'expired' }, value: 1 }),
    );
    expect(metric?.values).toContainEqual(
      expect.objectContaining({ labels: { action: 'link-check', verdict: 'expired' }, value: 0 }),
    );
  });
});
