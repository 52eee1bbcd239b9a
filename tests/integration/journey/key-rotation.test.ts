import { afterAll, beforeAll, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { openPage, postForm } from '#tests/support/ask.ts';
import { readFormToken } from '#tests/support/form-token.ts';
import { cookieHeader } from '#tests/support/read-cookies.ts';
import { downloadPath, formPath } from '#tests/support/sample-paths.ts';
import { startApp, type App } from '#tests/support/start-app.ts';

const OLD = 'old-secret-key-0123456789abcdef0123456789';
const NEW = 'new-secret-key-0123456789abcdef0123456789';
const sample = samples['asks-for-email'];
const email_address = sample.emailAddress ?? '';

let sandbox: Sandbox;
/** The instances in the order of a rotation: before it, in the midst of it, after it. */
let before: App, during: App, after: App;

beforeAll(async () => {
  sandbox = await startSandbox();
  const start = (secretKey: string) =>
    startApp({
      SECRET_KEY: secretKey,
      API_HOST_NAME: sandbox.url,
      DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
    });
  [before, during, after] = await Promise.all([start(OLD), start(`${NEW},${OLD}`), start(NEW)]);
});

afterAll(async () => {
  await Promise.all([before.stop(), during.stop(), after.stop()]);
  await sandbox.close();
});

const confirmAt = async (app: App) => {
  const { headers } = await postForm(app.url + formPath(sample), { email_address });
  return { headers: { Cookie: cookieHeader(headers) } };
};
const opensAt = async (app: App, cookie: RequestInit) =>
  (await openPage(app.url + downloadPath(sample), cookie)).status === 200;

it('a reader who confirmed under the old key is known while both are there', async () => {
  const cookie = await confirmAt(before);
  expect(await opensAt(before, cookie)).toBe(true);
  expect(await opensAt(during, cookie)).toBe(true);
  expect(await opensAt(after, cookie)).toBe(false);
});

it('a reader who confirmed under both is known when the old one has gone', async () => {
  const cookie = await confirmAt(during);
  expect(await opensAt(during, cookie)).toBe(true);
  expect(await opensAt(after, cookie)).toBe(true);
  expect(await opensAt(before, cookie)).toBe(false);
});

it.each([
  ['taken while both keys are there', () => during, 302],
  ['refused when the old key has gone', () => after, 403],
])('a form of before the rotation is %s', async (_, at, status) => {
  const token = await readFormToken(before.url + formPath(sample));
  const page = await postForm(at().url + formPath(sample), { email_address, token }, {});
  expect(page.status).toBe(status);
});
