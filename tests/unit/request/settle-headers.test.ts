import { expect, it } from 'vitest';
import { settleHeaders } from '#lib/request/settle-headers.ts';

it('keeps the headers that the pages read', () => {
  const headers = { cookie: 'language=cy', 'accept-language': 'cy', 'sec-fetch-site': 'none' };
  expect(settleHeaders(headers)).toEqual({ host: 'localhost', ...headers });
});

it.each([
  'rsc',
  'next-router-prefetch',
  'next-router-state-tree',
  'next-action',
  'x-nextjs-data',
  'x-middleware-subrequest',
  'x-middleware-invoke',
  'x-matched-path',
  'x-invoke-path',
  'x-forwarded-host',
  'upgrade',
])('drops %s, by which Next can be steered', (name) => {
  expect(settleHeaders({ [name]: '1', host: 'evil.example' })).toEqual({ host: 'localhost' });
});
