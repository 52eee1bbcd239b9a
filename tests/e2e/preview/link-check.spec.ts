import { wordsOf } from '#lib/language/languages.ts';
import { staffWordsOf } from '#lib/language/staff/staff-languages.ts';
import { samples } from '#sandbox/samples.ts';
import { expect, READERS } from '../support/journey-test.ts';
import { test } from '../support/staff-test.ts';

const asking = samples['asks-for-email'];

for (const { language, locale } of READERS) {
  const { linkCheck } = staffWordsOf(language);

  test.describe(`in ${wordsOf(language).languageName}`, () => {
    test.use({ locale });

    test('staff paste a link that a mail program broke, and learn what to say', async ({
      page,
      world,
      inspect,
      openSignedIn,
    }) => {
      await openSignedIn('/preview/check-link');
      const check = page.getByRole('button', { name: linkCheck.check });
      await check.click();
      await expect(page.locator('.govuk-error-summary')).toContainText(linkCheck.empty);
      await inspect();
      await page.getByLabel(linkCheck.pasted).fill('a link');
      await page.getByLabel(linkCheck.address).fill('my house');
      await check.click();
      await expect(page.locator('#address-error')).toContainText(linkCheck.wrongAddress);

      const link = world.app.url + asking.path.replace('key=', 'key=\n');
      await page.getByLabel(linkCheck.pasted).fill(`> Open ${link} soon`);
      await page.getByLabel(linkCheck.address).fill('192.0.2.1');
      await check.click();
      await expect(page.locator('h1')).toHaveText(linkCheck.verdicts['works-repaired'].headline);
      await expect(page.locator('.govuk-inset-text')).toContainText(linkCheck.emailNeeded);
      await expect(page.locator('dl')).toContainText('Apply for a juggling licence');
      await expect(page.locator('dl')).toContainText(linkCheck.facts.notHeldOff);
      expect(await page.content()).not.toContain(asking.key);
      await inspect();

      await page.getByRole('link', { name: linkCheck.another }).click();
      await expect(page.getByLabel(linkCheck.pasted)).toHaveValue('');
    });
  });
}

test('the keyboard is enough to check a link', async ({ page, world, openSignedIn }) => {
  await openSignedIn('/preview/check-link');
  await page.getByLabel('Link or email').focus();
  await page.keyboard.insertText(world.app.url + samples.expired.path);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('The last day for the file has passed');
});
