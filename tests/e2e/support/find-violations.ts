import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A page in a frame is in order or not by itself; axe would take its landmarks for doubles. */
const WITHOUT_FRAMES = { iframes: false };

/** What is wrong with a page by the rules of accessibility, with where it is. */
export async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options(WITHOUT_FRAMES)
    .setLegacyMode()
    .withTags(TAGS)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}

/**
 * The same for a page whose browser runs no scripts, where axe, a script, cannot run: the very same
 * HTML is shown in a second browser which runs axe but not the script of the page.
 */
export async function findViolationsWithoutScripts(
  browser: Browser,
  page: Page,
  html: string,
): Promise<string[]> {
  const url = page.url();
  const viewport = page.viewportSize();
  const context = await browser.newContext({ viewport, javaScriptEnabled: true });
  const copy = await context.newPage();
  await copy.route(url, (route) =>
    route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
  );
  await copy.route('**/*.js', (route) =>
    route.fulfill({ body: '', contentType: 'text/javascript' }),
  );
  await copy.goto(url);
  const violations = await findViolations(copy);
  await context.close();
  return violations;
}
