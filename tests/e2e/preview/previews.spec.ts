import { languages, wordsOf } from '#lib/language/languages.ts';
import type { PreviewName } from '#lib/language/staff/preview-words.ts';
import { staffWordsOf } from '#lib/language/staff/staff-languages.ts';
import { samples } from '#sandbox/samples.ts';
import { expectToFit } from '../support/audit-page.ts';
import { expect, READERS } from '../support/journey-test.ts';
import { test } from '../support/staff-test.ts';

const { serviceId } = samples['phone-contact'];
const names = Object.keys(staffWordsOf('en').previews.titles) as PreviewName[];

for (const { language, locale } of READERS) {
  const words = staffWordsOf(language);
  const citizens = wordsOf(language);

  test.describe(`in ${citizens.languageName}`, () => {
    test.use({ locale });

    test('every page is listed', async ({ page, openSignedIn }) => {
      await openSignedIn('/preview');
      const listed = await page
        .locator('tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [row.firstElementChild?.textContent, row.querySelectorAll('a').length]),
        );
      expect(listed).toEqual(
        names.map((name) => [words.previews.titles[name], languages.length + 1]),
      );
    });

    test('every preview fits its window under a banner', async ({
      page,
      viewport,
      openSignedIn,
    }) => {
      // What fits a phone fits a desktop.
      const isNarrow = viewport?.width === 320;
      await openSignedIn('/preview');
      for (const name of isNarrow ? names : names.slice(0, 1)) {
        await page.goto(`/preview/${name}?service=${serviceId}`);
        const banner = await page.locator('.govuk-notification-banner').innerText();
        expect(banner).toContain(words.previews.bannerTitle);
        expect(banner).toContain(words.previews.bannerText);
        await expectToFit(page);
      }
    });

    test('buttons lead through the previews, and never to a document', async ({
      page,
      world,
      inspect,
      openSignedIn,
    }) => {
      await openSignedIn(`/preview/landing?service=${serviceId}`);
      await expect(page.locator('main')).toContainText('Renew a lighthouse permit');
      await inspect();
      await page.locator('main a.govuk-button').click();
      const send = page.locator('main button.govuk-button');

      await send.click();
      await expect(page.locator('.govuk-error-summary')).toContainText(citizens.confirmation.empty);
      await page.locator('#email_address').fill('someone@');
      await send.click();
      await expect(page.locator('.govuk-error-summary')).toContainText(
        citizens.confirmation.malformed,
      );
      await page.locator('#email_address').fill('someone@example.gov.uk');
      await send.click();
      await expect(page.locator('h1')).toHaveText(citizens.download.title);
      await expect(page.locator('main')).toContainText('0300 123 4567');

      await page.getByRole('link', { name: '0.7MB' }).click();
      await expect(page.locator('h1')).toHaveText(words.previews.fileTitle);
      await inspect();
      await page.getByRole('link', { name: citizens.shell.back, exact: true }).click();
      await expect(page.locator('h1')).toHaveText(citizens.download.title);
      expect(new URL(page.url()).pathname).toMatch(/^\/preview\//);
      const operations = world.sandbox.calls.map(({ operation }) => operation);
      expect(new Set(operations)).toEqual(new Set(['service']));
    });

    test('wording can be tried before it is saved', async ({ page, inspect, openSignedIn }) => {
      await openSignedIn(`/preview?service=${samples['unknown-service'].serviceId}`);
      const { id, name, contact, show, unknown } = words.previews.service;
      await expect(page.locator('.govuk-error-summary')).toContainText(unknown);
      await inspect();
      await page.getByLabel(id, { exact: true }).fill('');
      await page.getByLabel(name, { exact: true }).fill('Feed the ducks');
      await page.getByLabel(contact, { exact: true }).fill('020 7946 0000');
      await page.getByRole('button', { name: show }).click();
      await expect(page.locator('dl')).toContainText('Feed the ducks');
      await page.locator('tbody a').first().click();
      await expect(page.locator('main')).toContainText('Feed the ducks');
      await expect(page.locator('main')).toContainText('020 7946 0000');
      await page.getByRole('link', { name: staffWordsOf('en').shell.allPreviews }).click();
      await expect(page.locator('h1')).toHaveText(words.previews.listTitle);
      await expect(page.locator('dl')).toContainText('Feed the ducks');
    });
  });
}

test('the language of a preview can be changed, and is not that of the next page', async ({
  page,
  openSignedIn,
}) => {
  await openSignedIn('/preview/landing');
  await page.getByRole('link', { name: 'Cymraeg' }).click();
  await expect(page.locator('h1')).toHaveText(wordsOf('cy').landing.title);
  await page.locator('main a.govuk-button').click();
  await expect(page.locator('h1')).toHaveText(wordsOf('cy').confirmation.title);
  await page.getByRole('link', { name: staffWordsOf('cy').shell.allPreviews }).click();
  await expect(page.locator('h1')).toHaveText(staffWordsOf('en').previews.listTitle);
});

test('a page is shown at phone and desktop width side by side', async ({
  page,
  inspect,
  openSignedIn,
}) => {
  await openSignedIn('/preview/landing/side-by-side');
  const titles = ['Phone width', 'Desktop width'] as const;
  const fontSizes = await Promise.all(
    titles.map((title) =>
      page
        .frameLocator(`iframe[title="${title}"]`)
        .locator('h1')
        .evaluate((heading) => getComputedStyle(heading).fontSize),
    ),
  );
  expect(fontSizes).toEqual(['27px', '36px']);
  await inspect();

  await page.frameLocator('iframe[title="Phone width"]').locator('a.govuk-button').click();
  await expect(page).toHaveURL('/preview/email-form');
  await expect(page.locator('h1')).toHaveText('Confirm your email address');
});
