import type { Page } from '@playwright/test';
import { samples } from '#sandbox/samples.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import { expect, test } from './support/journey-test.ts';
import { submitAddress } from './support/submit-address.ts';

const asking = samples['asks-for-email'];

const PAGES: readonly (readonly [what: string, path: string])[] = [
  ['landing page', landingPath(asking)],
  ['e-mail form', formPath(asking)],
  ['download page', downloadPath(samples['web-contact'])],
  ['page of a gone document', landingPath(samples.expired)],
  ['cookies page', '/cookies'],
];

for (const [what, path] of PAGES) {
  test(`the ${what} begins with a link past its header, which then shows`, async ({ page }) => {
    await page.goto(path);
    await page.keyboard.press('Tab');
    const skipLink = page.locator('.govuk-skip-link');
    await expect(skipLink).toBeFocused();
    await expect(skipLink).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const isInMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
    const isPastMain = await page.evaluate(
      () => document.activeElement?.closest('footer') !== null,
    );
    expect(isInMain || isPastMain).toBe(true);
  });

  test(`the ${what} shows where the keyboard is, on whatever can be reached`, async ({ page }) => {
    await page.goto(path);
    const reachable = await page.locator('a[href], button, input:not([type=hidden])').count();
    for (let reached = 0; reached < reachable; reached += 1) {
      await page.keyboard.press('Tab');
      expect(await describeFocus(page)).toEqual({
        isElement: true,
        isMarked: true,
        isVisible: true,
      });
    }
  });
}

test('an error takes the focus where scripts run, and leads to its field everywhere', async ({
  page,
  javaScriptEnabled,
}) => {
  await submitAddress(page, asking, 'nonsense');
  const summary = page.locator('.govuk-error-summary');
  await expect(page).toHaveTitle(/^Error: /);
  if (javaScriptEnabled) await expect(summary).toBeFocused();
  await summary.getByRole('link').click();
  await page.keyboard.press('Tab');
  const field = page.locator('#email_address');
  if (javaScriptEnabled) {
    await page.keyboard.press('Shift+Tab');
    await expect(field).toBeFocused();
  }
  await expect(field).toBeInViewport();
});

test('the form is sent by the Enter key', async ({ page }) => {
  await page.goto(formPath(asking));
  await page.locator('#email_address').fill(asking.emailAddress ?? '');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Download your file');
});

/** GOV.UK marks the focus by its yellow, as a background, an outline or a shadow. */
async function describeFocus(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body)
      return { isElement: false, isMarked: false, isVisible: false };
    const { backgroundColor, outlineColor, outlineStyle, boxShadow } = getComputedStyle(element);
    const yellow = 'rgb(255, 221, 0)';
    const marks = [backgroundColor, boxShadow, outlineStyle === 'none' ? '' : outlineColor];
    const { width, height } = element.getBoundingClientRect();
    return {
      isElement: true,
      isMarked: marks.some((mark) => mark.includes(yellow)),
      isVisible: width > 1 && height > 1,
    };
  });
}
