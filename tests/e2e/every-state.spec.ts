import type { Page } from '@playwright/test';
import { wordsOf, type Language } from '#lib/language/languages.ts';
import { findHtmlErrors } from '#tests/support/validate-html.ts';
import { findViolations, findViolationsWithoutScripts } from './support/find-violations.ts';
import { expect, READERS, test } from './support/journey-test.ts';
import { STATES, type State } from './support/states.ts';

for (const { language, locale } of READERS) {
  test.describe(`in ${wordsOf(language).languageName}`, () => {
    test.use({ locale });

    for (const state of STATES) {
      test(`${state.name}: ${state.status}, in order for everybody`, async ({
        page,
        browser,
        world,
        javaScriptEnabled,
        auditsPages,
      }) => {
        const html = catchHtml(page);
        expect(await state.reach(page, world)).toBe(state.status);
        await expectTitle(page, state, language);
        await expectToFit(page);
        if (!auditsPages) return;
        expect(await findHtmlErrors(await html())).toEqual([]);
        const violations = javaScriptEnabled
          ? findViolations(page)
          : findViolationsWithoutScripts(browser, page, await html());
        expect(await violations).toEqual([]);
      });
    }
  });
}

/** Keeps the HTML of the latest page, as it was sent. */
function catchHtml(page: Page): () => Promise<string> {
  let latest = Promise.resolve('');
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest() && response.status() !== 302;
    if (isPage) latest = response.text();
  });
  return () => latest;
}

async function expectTitle(page: Page, state: State, language: Language): Promise<void> {
  const words = wordsOf(language);
  const heading = state.heading(words);
  const prefix = state.hasFormError ? `${words.shell.error}: ` : '';
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page).toHaveTitle(`${prefix}${heading} – GOV.UK`);
  await expect(page.locator('h1')).toHaveText([heading]);
  await expect(page.locator('.govuk-notification-banner')).toHaveCount(0);
}

async function expectToFit(page: Page): Promise<void> {
  const excess = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(excess, 'pixels to be reached by horizontal scrolling').toBeLessThanOrEqual(0);
}
