import { readFileSync } from 'node:fs';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { samples } from '#sandbox/samples.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { askEngine, findEngine, type Engine } from '#scripts/image/engine.ts';
import { startContainer, type Container } from '#scripts/image/run-container.ts';
import { makeCertificates, type Certificates } from '#tests/support/certificates.ts';
import { eventually } from '#tests/support/eventually.ts';
import { findFreePort } from '#scripts/free-port.ts';
import { startNginx, type Nginx } from '#tests/support/start-nginx.ts';

const OLD = 'document-download-frontend:old';
const NEW = 'document-download-frontend:new';
const ASKED = 200;

let engine: Engine;
let sandbox: Sandbox;
let certificates: Certificates;
let containers: Container[];
let nginx: Nginx;
let browser: Agent;

beforeAll(async () => {
  engine = await findEngine();
  sandbox = await startSandbox();
  certificates = await makeCertificates();
  containers = [await start(OLD, 'old'), await start(NEW, 'new')];
  const ports = containers.map(({ url }) => Number(new URL(url).port));
  nginx = await startNginx({ certificates, ports });
  browser = new Agent({ connect: { ca: readFileSync(certificates.ca) } });
});

afterAll(async () => {
  await browser.close();
  await nginx.stop();
  for (const container of containers) container.remove();
  for (const tag of [OLD, NEW]) askEngine(engine, 'rmi', tag);
  await certificates.remove();
  await sandbox.close();
});

/** Starts the image under another tag, as that of another commit. */
async function start(tag: string, commit: string): Promise<Container> {
  askEngine(engine, 'tag', inject('imageTag'), tag);
  const environment = {
    NOTIFY_ENVIRONMENT: 'test',
    API_HOST_NAME: sandbox.url,
    DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
    WEB_CONCURRENCY: '1',
    TRUSTED_PROXY_COUNT: '1',
    RATE_LIMIT_DOCUMENT_PAGES: '9999999/60',
    GIT_COMMIT: commit,
  };
  return startContainer(engine, await findFreePort(), { tag, environment });
}

const status = z.object({ git_commit: z.enum(['old', 'new']) });

/** How many of many requests the new build answers. */
async function countNew(): Promise<number> {
  let count = 0;
  for (let request = 0; request < ASKED; request += 1) {
    const response = await fetch(`${nginx.httpsUrl}/_status`, { dispatcher: browser });
    if (status.parse(await response.json()).git_commit === 'new') count += 1;
  }
  return count;
}

it('a new build gets a tenth of the visitors, then all, then none again, and nobody fails', async () => {
  const statuses = new Set<number>();
  const over = new AbortController();
  const visits = (async () => {
    while (!over.signal.aborted) {
      const page = await fetch(nginx.httpsUrl + samples.pdf.path, { dispatcher: browser });
      await page.text();
      statuses.add(page.status);
    }
  })();
  nginx.share([9, 1]);
  await eventually(async () => Math.abs((await countNew()) - ASKED / 10) <= ASKED / 20);
  nginx.share([0, 1]);
  await eventually(async () => (await countNew()) === ASKED);
  nginx.share([1, 0]);
  await eventually(async () => (await countNew()) === 0);
  over.abort();
  await visits;
  expect([...statuses]).toEqual([200]);
});
