import type { Page } from '@playwright/test';
import { samples } from '#sandbox/samples.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';

/** A picture of a page. */
export interface Shot {
  /** Of its file, without the language and the width. */
  readonly name: string;
  /** Brings the page there, in a language. */
  readonly reach: (page: Page, query: Readonly<Record<string, string>>) => Promise<unknown>;
}

const asking = samples['asks-for-email-no-contact'];
const rightAddress = asking.emailAddress ?? '';

/** The main states of the pages. */
export const SHOTS: readonly Shot[] = [
  {
    name: 'landing',
    reach: (page, query) => page.goto(landingPath(samples['web-contact'], query)),
  },
  {
    name: 'landing-asks',
    reach: (page, query) => page.goto(landingPath(samples['asks-for-email'], query)),
  },
  {
    name: 'landing-long',
    reach: (page, query) => page.goto(landingPath(samples['long-service'], query)),
  },
  { name: 'form', reach: (page, query) => page.goto(formPath(samples['asks-for-email'], query)) },
  { name: 'form-empty', reach: (page, query) => sendAddress(page, query, '') },
  { name: 'form-wrong', reach: (page, query) => sendAddress(page, query, 'jo@example.com') },
  {
    name: 'download',
    reach: (page, query) => page.goto(downloadPath(samples['named-file'], query)),
  },
  { name: 'download-confirmed', reach: (page, query) => sendAddress(page, query, rightAddress) },
  {
    name: 'download-today',
    reach: (page, query) => page.goto(downloadPath(samples['expires-today'], query)),
  },
  {
    name: 'download-long',
    reach: (page, query) => page.goto(downloadPath(samples['long-name'], query)),
  },
  { name: 'gone', reach: (page, query) => page.goto(landingPath(samples.expired, query)) },
  {
    name: 'wrong-link',
    reach: (page, query) => page.goto(landingPath(samples['wrong-key'], query)),
  },
  { name: 'not-found', reach: (page, { lang = '' }) => page.goto(`/not-there?lang=${lang}`) },
  {
    name: 'problem',
    reach: (page, query) => page.goto(landingPath(samples['broken-document'], query)),
  },
  { name: 'cookies', reach: (page, { lang = '' }) => page.goto(`/cookies?lang=${lang}`) },
];

async function sendAddress(page: Page, query: Readonly<Record<string, string>>, address: string) {
  await page.goto(formPath(asking, { ...query, again: 'yes' }));
  await page.locator('#email_address').fill(address);
  await page.locator('main button').click();
  await page.waitForLoadState('load');
}
