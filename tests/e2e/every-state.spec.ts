import type { Page } from '@playwright/test';
import { wordsOf, type Language } from '#lib/language/languages.ts';
import { catchHtml, expectInOrder, expectToFit } from './support/audit-page.ts';
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
        await expectInOrder(page, browser, await html(), javaScriptEnabled);
      });
    }
  });
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
