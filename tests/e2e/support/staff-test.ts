import type { Page } from '@playwright/test';
import { staffToken } from '#tests/support/staff.ts';
import { catchHtml, expectInOrder, expectToFit } from './audit-page.ts';
import { test as base } from './journey-test.ts';

interface StaffFixtures {
  /** Looks whether the page that is open is in order for everybody. */
  readonly inspect: () => Promise<void>;
  /** Opens a page as somebody who is signed in. */
  readonly openSignedIn: (path: string) => Promise<void>;
}

/** Playwright's test for the pages of support staff. */
export const test = base.extend<StaffFixtures>({
  inspect: async ({ page, browser, auditsPages, javaScriptEnabled }, use) => {
    const html = catchHtml(page);
    await use(async () => {
      await expectToFit(page);
      if (auditsPages) await expectInOrder(page, browser, await html(), javaScriptEnabled);
    });
  },
  openSignedIn: ({ page }, use) =>
    use(async (path) => {
      await signInByLink(page);
      await page.goto(path);
    }),
});

/** Follows a link as the admin program hands it out. */
export async function signInByLink(page: Page, token = staffToken()): Promise<void> {
  await page.goto(`/preview?token=${token}`);
}
