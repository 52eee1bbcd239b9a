import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { bytesOf, visitPage, type PageVisit } from '#tests/support/page-visit.ts';
import { startApp, type App } from '#tests/support/start-app.ts';

const KB = 1000;
const MOST_BYTES_COLD = 100 * KB;
const MOST_REQUESTS_COLD = 8;
const MOST_BYTES_OF_STYLES = 12 * KB;
/** Pages are not compressed (docs/decisions/0004), so this is what a second visit costs. */
const MOST_BYTES_OF_PAGE = 14 * KB;

/** Each module that a process loads costs it start-up time and memory. */
const MOST_MODULES = { manager: 175, worker: 550 };

const moduleLists = mkdtempSync(join(tmpdir(), 'modules-'));
const listModules = pathToFileURL('tests/support/list-modules.mjs').href;

let sandbox: Sandbox;
let app: App;

beforeAll(async () => {
  sandbox = await startSandbox();
  app = await startApp({
    API_HOST_NAME: sandbox.url,
    DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
    MODULE_LISTS: moduleLists,
    NODE_OPTIONS: `--import ${listModules}`,
  });
});

afterAll(async () => {
  await app.stop();
  await sandbox.close();
  rmSync(moduleLists, { recursive: true });
});

const form = samples['asks-for-email'].path.replace('?', '/confirm-email-address?');
const download = samples.pdf.path.replace('?', '/download?');

describe.each([
  ['landing page', samples.pdf.path],
  ['e-mail form', form],
  ['download page', download],
  ['page of a link that does not work', samples['wrong-key'].path],
])('the %s', (_, path) => {
  let visit: PageVisit;

  beforeAll(async () => {
    visit = await visitPage(app.url, path);
  });

  it('comes with all that it needs in few and small files', () => {
    const fetched = [visit.page, ...visit.files];
    expect(fetched.length).toBeLessThanOrEqual(MOST_REQUESTS_COLD);
    expect(bytesOf(fetched)).toBeLessThanOrEqual(MOST_BYTES_COLD);
  });

  it('is all that is fetched the second time', () => {
    const kept = visit.files.map(({ headers }) => headers['cache-control']);
    expect(new Set(kept)).toEqual(new Set(['public, max-age=31536000, immutable']));
    expect(visit.page.bytes).toBeLessThanOrEqual(MOST_BYTES_OF_PAGE);
  });

  it('waits for one small style sheet and for nothing else', () => {
    const { elements } = visit.html;
    const styles = elements.filter(({ attributes }) => attributes['rel'] === 'stylesheet');
    const scripts = elements.filter(({ tag }) => tag === 'script');
    expect(styles).toHaveLength(1);
    expect(scripts.map(({ attributes }) => attributes['type'])).toEqual(['module']);
    expect(elements.filter(({ tag }) => tag === 'style')).toEqual([]);
  });
});

it('the style sheet is small', async () => {
  const { html } = await visitPage(app.url, samples.pdf.path);
  const styles = html.elements.find(({ attributes }) => attributes['rel'] === 'stylesheet');
  const plain = await fetch(app.url + (styles?.attributes['href'] ?? ''), {
    headers: { 'Accept-Encoding': 'identity' },
  });
  const gzipped = gzipSync(await plain.bytes());
  expect(gzipped.byteLength).toBeLessThanOrEqual(MOST_BYTES_OF_STYLES);
});

it('the processes load no more modules than they did, and nothing that is not configured', async () => {
  const [worker = 0] = app.workers();
  await app.stop();
  expect(modulesOf(app.pid).length).toBeLessThanOrEqual(MOST_MODULES.manager);
  const modules = modulesOf(worker);
  expect(modules.length).toBeLessThanOrEqual(MOST_MODULES.worker);

  const isOf = (name: string) => modules.some((url) => url.includes(`/node_modules/${name}/`));
  const configurable = ['@sentry/core', '@opentelemetry/sdk-trace'];
  expect(['prom-client', ...configurable].filter(isOf)).toEqual(['prom-client']);
});

function modulesOf(pid: number): string[] {
  return readFileSync(`${moduleLists}/${pid}`, 'utf8').split('\n');
}
