import { wordsOf } from '#lib/language/languages.ts';
import { staffWordsOf } from '#lib/language/staff/staff-languages.ts';
import { staffToken } from '#tests/support/staff.ts';
import { expect, READERS } from '../support/journey-test.ts';
import { signInByLink, test } from '../support/staff-test.ts';

for (const { language, locale } of READERS) {
  const words = staffWordsOf(language);

  test.describe(`in ${wordsOf(language).languageName}`, () => {
    test.use({ locale });

    test('staff get in by a link, once, and out again', async ({ page, context, inspect }) => {
      await page.goto('/preview/landing');
      await expect(page.locator('main')).toContainText(words.signIn.how);

      const token = staffToken();
      await signInByLink(page, token);
      await expect(page).toHaveURL('/preview');
      await expect(page.locator('h1')).toHaveText(words.previews.listTitle);
      const [session] = await context.cookies(`${page.url()}/landing`);
      expect(session).toMatchObject({ name: 'staff_session', path: '/preview', httpOnly: true });

      await page.getByRole('button', { name: words.shell.signOut }).click();
      await expect(page.locator('h1')).toHaveText(words.signIn.signedOut);
      await inspect();
      expect(await context.cookies(`${page.url()}/landing`)).toEqual([]);
      const response = await page.goto('/preview');
      expect(response?.status()).toBe(401);

      await signInByLink(page, token);
      await expect(page.locator('main')).toContainText(words.signIn.linkUsed);
      await inspect();
    });
  });
}
