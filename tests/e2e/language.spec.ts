import type { Page } from '@playwright/test';
import { wordsOf } from '#lib/language/languages.ts';
import { samples } from '#sandbox/samples.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import { expect, test } from './support/journey-test.ts';
import { sendForm } from './support/submit-address.ts';

const english = wordsOf('en');
const welsh = wordsOf('cy');
const asking = samples['asks-for-email'];

const PAGES: readonly (readonly [path: string, englishHeading: string, welshHeading: string])[] = [
  [landingPath(samples.pdf), english.landing.title, welsh.landing.title],
  [downloadPath(samples.pdf), english.download.title, welsh.download.title],
  [formPath(asking), english.confirmation.title, welsh.confirmation.title],
  [landingPath(samples.expired), english.unavailable.gone, welsh.unavailable.gone],
  [landingPath(samples['wrong-key']), english.unavailable.notFound, welsh.unavailable.notFound],
  [landingPath(samples['broken-document']), english.problem.title, welsh.problem.title],
  ['/cookies', english.cookies.title, welsh.cookies.title],
  ['/not-there', english.unavailable.notFound, welsh.unavailable.notFound],
];

test('the toggle shows every page in the other language and back', async ({ page }) => {
  for (const [path, englishHeading, welshHeading] of PAGES) {
    await page.context().clearCookies();
    await page.goto(path);
    await expectLanguage(page, 'en', englishHeading);
    await page.getByRole('link', { name: 'Cymraeg' }).click();
    await expectLanguage(page, 'cy', welshHeading);
    await page.getByRole('link', { name: 'English' }).click();
    await expectLanguage(page, 'en', englishHeading);
  }
});

test('a reader who chose Welsh has the whole journey in it, and the next one too', async ({
  page,
}) => {
  await page.goto(landingPath(asking));
  await page.getByRole('link', { name: 'Cymraeg' }).click();
  await page.getByRole('button', { name: 'Parhau' }).click();
  await expectLanguage(page, 'cy', welsh.confirmation.title);
  await sendForm(page, '');
  await expectLanguage(page, 'cy', welsh.confirmation.title);
  await expect(page).toHaveTitle(/^Gwall: /);
  await sendForm(page, asking.emailAddress ?? '');
  await expectLanguage(page, 'cy', welsh.download.title);

  await page.goto(landingPath(samples.pdf));
  await expectLanguage(page, 'cy', welsh.landing.title);
});

test('the toggle on a form with an error leads to the form in the other language', async ({
  page,
}) => {
  await page.goto(formPath(asking));
  await sendForm(page, 'nonsense');
  await page.getByRole('link', { name: 'Cymraeg' }).click();
  await expectLanguage(page, 'cy', welsh.confirmation.title);
  expect(await sendForm(page, asking.emailAddress ?? '')).toBe(200);
});

async function expectLanguage(page: Page, language: string, heading: string): Promise<void> {
  await expect(page.locator('h1')).toHaveText(heading);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}
