import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleLinks, samples, type SampleName } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { sendRequest, type RawResponse } from './send-request.ts';

const PATH = /^\/d\/[\w-]{22}\/[\w-]{22}\?key=[\w-]{43}$/;

const NOON = Date.parse('2026-11-23T12:00:00Z');

let nowMs = NOON;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ slowMs: 20, nowMs: () => nowMs });
});
beforeEach(() => {
  nowMs = NOON;
});
afterAll(() => sandbox.close());

function ask(name: SampleName, tail: string): Promise<RawResponse> {
  const { serviceId, documentId, key } = samples[name];
  const path = `/services/${serviceId}/documents/${documentId}${tail}?key=${key}`;
  return sendRequest(sandbox.port, { path });
}

describe('the sample links', () => {
  it('are well formed and no two the same', () => {
    for (const { path } of sampleLinks) expect(path).toMatch(PATH);
    expect(new Set(sampleLinks.map(({ path }) => path)).size).toBe(sampleLinks.length);
  });

  it('stay the same from day to day', () => {
    expect(samples.pdf.path).toBe(
      '/d/affZhS2QQpKrNNYPK_QImg/PVH_z_yTRXCU1JJXb9EIQA?key=9jKcfr5PyCFfoaV7I8hzqnLc73K7vPPpSCm0ZwO4KFE',
    );
  });

  it.each([
    ['pdf', 200, '"available_until":"2027-05-22"'],
    ['no-expiry', 200, '"available_until":null'],
    ['expires-today', 200, '"available_until":"2026-11-23"'],
    ['expires-in-30-days', 200, '"available_until":"2026-12-23"'],
    ['asks-for-email', 200, '"confirm_email":true'],
    ['named-file', 200, '"filename":"Decision letter.pdf"'],
    ['size-2-mb', 200, '"size_in_bytes":2097151'],
    ['expired', 410, 'no longer available'],
    ['deleted', 410, 'no longer available'],
    ['blocked', 403, 'has been blocked'],
    ['wrong-key', 400, 'Forbidden'],
    ['unknown-document', 404, 'could not be found'],
    ['older-expired-null', 200, '{"document":null}'],
    ['older-expired-date', 200, '"available_until":"2026-11-22"'],
    ['older-wrong-key', 403, 'Forbidden'],
    ['slow-document', 504, 'Timeout serving request'],
    ['broken-document', 500, 'Internal Server Error'],
    ['storage-down', 400, "'Code': '503'"],
  ] as const)('%s is checked with %i', async (name, status, text) => {
    const response = await ask(name, '/check');

    expect(response.status).toBe(status);
    expect(response.body.toString('utf8')).toContain(text);
  });

  it('leaves out what an older API did not know', async () => {
    const { serviceId, documentId, key } = samples['older-fields'];

    const { body } = await ask('older-fields', '/check');

    expect(JSON.parse(body.toString('utf8'))).toEqual({
      document: {
        available_until: '2027-05-22',
        direct_file_url: `${sandbox.url}/services/${serviceId}/documents/${documentId}.pdf?key=${key}`,
        file_extension: 'pdf',
        size_in_bytes: 980,
      },
    });
  });

  it('expire when the day is over in the United Kingdom', async () => {
    nowMs = Date.parse('2026-07-01T23:30:00Z');

    const { body } = await ask('expires-today', '/check');

    expect(body.toString('utf8')).toContain('"available_until":"2026-07-02"');
  });
});

describe('the sample files', () => {
  it.each([
    ['pdf', 'application/pdf', '%PDF-1.4'],
    ['csv', 'text/csv; charset=utf-8', 'name,licence\r\n'],
    ['txt', 'text/plain; charset=utf-8', 'This is a sample'],
    ['json', 'application/json', '{\n'],
    ['rtf', 'text/rtf; charset=utf-8', '{\\rtf1'],
    ['png', 'image/png', '\x89PNG\r\n'],
    ['jpg', 'image/jpeg', '\xff\xd8\xff\xe0'],
    ['jpeg', 'image/jpeg', '\xff\xd8\xff\xe0'],
    ['doc', 'application/msword', '\xd0\xcf\x11\xe0'],
    [
      'docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'PK\x03\x04',
    ],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK\x03\x04'],
    ['odt', 'application/vnd.oasis.opendocument.text', 'PK\x03\x04'],
    ['unknown-type', 'application/octet-stream', 'This is a sample'],
    ['size-empty', 'text/plain; charset=utf-8', ''],
  ] as const)('%s is a real file of its type', async (name, contentType, beginning) => {
    const { status, headers, body } = await ask(name, '');

    expect(status).toBe(200);
    expect(headers['content-type']).toBe(contentType);
    expect(body.toString('latin1').startsWith(beginning)).toBe(true);
    expect(headers['content-length']).toBe(String(body.length));
  });

  it.each([
    ['named-file', 'inline; filename="Decision letter.pdf"'],
    [
      'hostile-name',
      String.raw`inline; filename="\"><script>alert('name')</script>&amp;../../etc/passwd.pdf"`,
    ],
    [
      'bidirectional-name',
      `inline; filename="Invoice fdp.exe .pdf"; filename*=UTF-8''Invoice%20%E2%80%AEfdp.exe%E2%80%AC%20%D7%97%D7%A9%D7%91%D7%95%D7%9F.pdf`,
    ],
  ] as const)('%s is named in the answer', async (name, disposition) => {
    const { headers } = await ask(name, '.pdf');

    expect(headers['content-disposition']).toBe(disposition);
  });
});
