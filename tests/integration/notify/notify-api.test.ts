import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createNotifyApi } from '#lib/notify/notify-api.ts';
import type { NotifyApi } from '#lib/notify/notify-api.ts';
import { API_SECRET, SERVICE, SERVICE_ID, contextFor } from '#tests/support/api-samples.ts';
import { html, json, startStandIn } from '#tests/support/stand-in.ts';
import type { StandIn } from '#tests/support/stand-in.ts';

const FINE = json(200, { data: { ...SERVICE, restricted: true, id: SERVICE_ID }, more: {} });
const withService = (part: object) => json(200, { data: { ...SERVICE, ...part } });

let standIn: StandIn;
let api: NotifyApi;
beforeAll(async () => {
  standIn = await startStandIn(FINE);
  const limits = { failuresToOpen: 1000 };
  const settings = { baseUrl: `${standIn.baseUrl}/`, userName: 'notify-admin', secret: API_SECRET };
  api = createNotifyApi({ ...settings, limits });
});
beforeEach(() => {
  standIn.reply = FINE;
});
afterAll(async () => {
  await api.close();
  await standIn.close();
});

const getService = (id = SERVICE_ID) => api.getService(id, contextFor(5000));

describe('Notify API', () => {
  it('gives a service, whatever else it says of it', async () => {
    await expect(getService()).resolves.toEqual({
      id: SERVICE_ID,
      name: 'Sample service',
      contact: { kind: 'web', href: 'https://sample.example.gov.uk/contact' },
      active: true,
    });
  });

  it('gets our headers and no others', async () => {
    await getService();
    const { url, headers } = standIn.calls.at(-1) ?? {};
    expect(url).toBe(`/service/${SERVICE_ID}`);
    expect(headers).toEqual({
      host: new URL(standIn.baseUrl).host,
      connection: 'keep-alive',
      accept: 'application/json',
      authorization: expect.stringMatching(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/) as unknown,
      'x-b3-traceid': 'trace-of-test',
      'x-b3-spanid': expect.stringMatching(/^[\da-f]{16}$/) as unknown,
      'x-b3-parentspanid': 'span-of-test',
    });
  });

  it('gets a new span for every call', async () => {
    await Promise.all([getService(), getService(), getService()]);
    const spans = standIn.calls.slice(-3).map(({ headers }) => headers['x-b3-spanid']);
    expect(new Set(spans).size).toBe(3);
  });

  it('is asked for nothing but a service, whatever its id', async () => {
    await getService('../admin?x=y#z');
    expect(standIn.calls.at(-1)?.url).toBe('/service/..%2Fadmin%3Fx%3Dy%23z');
  });

  it('is found below a path of its host', async () => {
    const settings = {
      baseUrl: `${standIn.baseUrl}/notify/v1/`,
      userName: 'x',
      secret: API_SECRET,
    };
    const nested = createNotifyApi(settings);
    await nested.getService(SERVICE_ID, contextFor(5000));
    await nested.close();
    expect(standIn.calls.at(-1)?.url).toBe(`/notify/v1/service/${SERVICE_ID}`);
  });

  it.each([
    [400, html(400), 'ServiceNotFoundError'],
    [404, json(404, { result: 'error', message: 'No result found' }), 'ServiceNotFoundError'],
    [410, html(410), 'ServiceNotFoundError'],
    [401, json(401, { message: 'Unauthorized' }), 'ApiCredentialsError'],
    [403, json(403, { message: 'Invalid token: expired' }), 'ApiCredentialsError'],
    [405, html(405), 'ApiUnavailableError'],
    [429, json(429, {}), 'ApiUnavailableError'],
    [500, html(500), 'ApiUnavailableError'],
    [504, html(504), 'ApiTimeoutError'],
  ])('that answers %d fails as it should', async (_, reply, name) => {
    standIn.reply = reply;
    await expect(getService()).rejects.toMatchObject({ name, api: 'notify-api' });
  });

  it.each([
    ['no name', { name: undefined }],
    ['a number for a name', { name: 5 }],
    ['a list for a contact', { contact_link: ['https://example.gov.uk'] }],
    ['a text for active', { active: 'yes' }],
  ])('that gives a service with %s has answered nonsense', async (_, part) => {
    standIn.reply = withService(part);
    await expect(getService()).rejects.toMatchObject({ outcome: 'malformed' });
  });

  it('cannot make a link of a script, nor break a page with a name', async () => {
    standIn.reply = withService({ name: '\u202EPay\u0000', contact_link: 'javascript:alert(1)' });
    await expect(getService()).resolves.toMatchObject({
      name: 'Pay',
      contact: { kind: 'phone', text: 'javascript:alert(1)' },
    });
  });
});
