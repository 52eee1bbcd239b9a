import type { Browser, Page } from '@playwright/test';
import { findHtmlErrors } from '#tests/support/validate-html.ts';
import { findViolations, findViolationsWithoutScripts } from './find-violations.ts';
import { expect } from './journey-test.ts';

/** Keeps the HTML of the latest page, as it was sent. */
export function catchHtml(page: Page): () => Promise<string> {
  let latest = Promise.resolve('');
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest() && response.status() !== 302;
    if (isPage) latest = response.text();
  });
  return () => latest;
}

/** Expects a page that fits its window, so that nobody has to scroll sideways. */
export async function expectToFit(page: Page): Promise<void> {
  const excess = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(excess, 'pixels to be reached by horizontal scrolling').toBeLessThanOrEqual(0);
}

/** Expects valid HTML that everybody can use. */
export async function expectInOrder(
  page: Page,
  browser: Browser,
  html: string,
  runsScripts: boolean,
): Promise<void> {
  expect(await findHtmlErrors(html)).toEqual([]);
  const violations = runsScripts
    ? findViolations(page)
    : findViolationsWithoutScripts(browser, page, html);
  expect(await violations).toEqual([]);
}
