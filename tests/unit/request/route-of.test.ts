import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { routeOf, rules } from '#lib/request/route-of.ts';

const KEY = 'kQ3vZ0mT9xLr5wYb7NcE2uPq8sHd4fJg1aVo6iXt_-M';
const SERVICE = 'affZhS2QQpKrNNYPK_QImg';
const DOCUMENT = 'PVH_z_yTRXCU1JJXb9EIQA';
const UUID = '69f7d985-2d90-4292-ab34-d60f2bf4089a';
const RULE = '/d/<base64_uuid:service_id>/<base64_uuid:document_id>';
const MOVED = '/services/<uuid:service_id>/documents/<uuid:document_id>';

describe('routeOf', () => {
  it.each([
    [`/d/${SERVICE}/${DOCUMENT}`, RULE, 'main.landing'],
    [`/d/${SERVICE}==/${DOCUMENT}==`, RULE, 'main.landing'],
    [`/d/${SERVICE}%3D%3D/${DOCUMENT}`, RULE, 'main.landing'],
    [
      `/d/${SERVICE}/${DOCUMENT}/confirm-email-address`,
      `${RULE}/confirm-email-address`,
      'main.confirm_email_address',
    ],
    [`/d/${SERVICE}/${DOCUMENT}/download`, `${RULE}/download`, 'main.download_document'],
    ['/_status', '/_status', 'main.status'],
    ['/metrics', '/metrics', 'metrics'],
    ['/security.txt', '/security.txt', 'main.security_policy'],
    ['/services/_status', '/services/_status', 'main.services'],
    [`/services/${UUID}/documents/${UUID}`, MOVED, 'main.services'],
    [`/services/${UUID}/documents/${UUID}.pdf`, `${MOVED}.<extension>`, 'main.services'],
    [`/services/${UUID}/documents/${UUID}/check`, `${MOVED}/check`, 'main.services'],
    ['/assets/light-94a07e06a1-v2-QBKS6QUQ.woff2', '/assets/<path:filename>', 'static'],
  ])('knows %s', (target, rule, endpoint) => {
    expect(routeOf(`${target}?x=1`)).toMatchObject({ rule, endpoint });
    expect(rules).toContain(rule);
  });

  it.each([
    '/',
    '/not-found',
    `/d/${SERVICE}`,
    `/d/${SERVICE}/short`,
    `/d/${SERVICE}/${DOCUMENT}/other`,
    `/d/${SERVICE}/${DOCUMENT}/download/more`,
    `/services/${UUID}/documents/no-uuid`,
    '/_status/more',
    '/assets/none.css',
    '/toString',
  ])('takes %s for no endpoint', (target) => {
    expect(routeOf(target)).toMatchObject({ rule: 'No endpoint', endpoint: null });
  });

  it.each([
    `/d/${SERVICE}/${DOCUMENT}?key=${KEY}`,
    `/d/${SERVICE}/${DOCUMENT}/download?lang=cy&key=${KEY}`,
    `/d/${SERVICE}/${DOCUMENT}%3Fkey=${KEY}`,
    `/d/${SERVICE}/${DOCUMENT}/${KEY}`,
    `/d/${SERVICE}/${KEY}`,
    `/d/${KEY}/${DOCUMENT}?x`,
    `/?${KEY}`,
    `/${KEY}?amp;key=${KEY}`,
    `/assets/${KEY}`,
    `/assets/${KEY}.css`,
    `/assets/fonts/${KEY}.woff2`,
    `/preview/${KEY}`,
    `/services/${UUID}/documents/${UUID}?key=${KEY}`,
    `/services/${UUID}/documents/${KEY}`,
  ])('leaves the key out of %s', (target) => {
    expect(JSON.stringify(routeOf(target))).not.toContain(KEY.slice(2, 20));
  });

  it('says which service is meant, and whether there was a key', () => {
    expect(routeOf(`/d/${SERVICE}/${DOCUMENT}?key=${KEY}`)).toMatchObject({
      serviceId: UUID,
      path: `/d/${SERVICE}/${DOCUMENT}`,
      url: `/d/${SERVICE}/${DOCUMENT}?key=[redacted]`,
    });
    expect(routeOf(`/d/${SERVICE}/${DOCUMENT}?key=`).url).toMatch(/\?\[redacted\]$/);
    expect(routeOf(`/services/${UUID.toUpperCase()}/documents/${UUID}`).serviceId).toBe(UUID);
    expect(routeOf('/_status').serviceId).toBeUndefined();
  });
});

/** Routes that take what no other takes, and answer that there is nothing. */
const NO_PAGES = ['/[[...path]]', '/preview/[...path]'];

it('knows every route of the app', () => {
  const folders = globSync('app/**/route.{ts,tsx}').map((file) =>
    path.dirname(file).replace(/^app/, ''),
  );
  const examples = folders
    .filter((folder) => !NO_PAGES.includes(folder))
    .map((folder) =>
      folder
        .replace('%5F', '_')
        .replace('[service]', SERVICE)
        .replace('[document]', DOCUMENT)
        .replace('[...path]', '_status')
        .replace(/\[\w+\]/, 'page'),
    );
  const unknown = examples.filter((example) => routeOf(example).endpoint === null);
  expect(examples.length).toBeGreaterThan(5);
  expect(unknown, 'Add the route to lib/request/route-of.ts.').toEqual([]);
});
