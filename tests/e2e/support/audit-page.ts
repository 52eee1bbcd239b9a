import type { Browser, Page, Response } from '@playwright/test';
import { findHtmlErrors } from '#tests/support/validate-html.ts';
import { findViolations, findViolationsWithoutScripts } from './find-violations.ts';
import { expect } from './journey-test.ts';

/**
 * Keeps the HTML of the latest page, as it was sent. Of pages that the browser has left already it
 * may be gone, which matters only to a test that asks for it.
 */
export function catchHtml(page: Page): () => Promise<string> {
  let latest = Promise.resolve('');
  page.on('response', (response) => {
    if (!isPage(response) || response.frame() !== page.mainFrame()) return;
    latest = response.text();
    latest.catch(() => undefined);
  });
  return () => latest;
}

const isPage = (response: Response): boolean =>
  response.request().isNavigationRequest() && response.status() !== 302;

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
