import { describe, expect, it } from 'vitest';
import { RouteTable } from '#server/requests/route-table.ts';

const PATTERNS = [
  '/_status',
  '/security.txt',
  '/preview',
  '/preview/check-link',
  '/d/[service]/[document]',
  '/d/[service]/[document]/download',
  '/preview/[page]',
  '/preview/[page]/side-by-side',
  '/preview/[...path]',
  '/services/[...path]',
  '/[[...path]]',
];

const routes = new RouteTable(PATTERNS.map((pattern) => [pattern, pattern] as const));

describe('a path', () => {
  it.each([
    ['/_status', '/_status', {}],
    ['/%5Fstatus', '/_status', {}],
    ['/preview', '/preview', {}],
    ['/preview/check-link', '/preview/check-link', {}],
    ['/preview/landing', '/preview/[page]', { page: 'landing' }],
    ['/preview/landing/side-by-side', '/preview/[page]/side-by-side', { page: 'landing' }],
    ['/preview/landing/below', '/preview/[...path]', { path: ['landing', 'below'] }],
    ['/d/one/two', '/d/[service]/[document]', { service: 'one', document: 'two' }],
    ['/d/o%2Fne/t%3Dwo', '/d/[service]/[document]', { service: 'o/ne', document: 't=wo' }],
    ['/d/1/2/download', '/d/[service]/[document]/download', { service: '1', document: '2' }],
    ['/d/1/2/down%6Coad', '/d/[service]/[document]/download', { service: '1', document: '2' }],
    ['/services/_status', '/services/[...path]', { path: ['_status'] }],
    ['/services', '/[[...path]]', { path: ['services'] }],
    ['/d/1/2/3/4', '/[[...path]]', { path: ['d', '1', '2', '3', '4'] }],
    ['/%5B%5B...path%5D%5D', '/[[...path]]', { path: ['[[...path]]'] }],
    ['/', '/[[...path]]', {}],
  ])('%s goes to %s', (path, page, params) => {
    expect(routes.find(path)).toEqual({ page, params });
  });

  it.each(['/', '/d/1', '/d/1/2/3', '/d'])('%s goes nowhere where no page takes it', (path) => {
    const table = new RouteTable([['/d/[service]/[document]', 'landing']]);
    expect(table.find(path)).toBeNull();
  });
});
