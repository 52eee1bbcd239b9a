import type { Page } from '@playwright/test';
import type { SampleLink } from '#sandbox/samples.ts';
import { formPath } from '#tests/support/sample-paths.ts';

/** Sends an address by the e-mail form of a document; tells with which status the next page was answered. */
export async function submitAddress(
  page: Page,
  sample: SampleLink,
  address: string,
): Promise<number> {
  await page.goto(formPath(sample));
  return sendForm(page, address);
}

/** Sends an address by the form that is open. */
export async function sendForm(page: Page, address: string): Promise<number> {
  await page.locator('#email_address').fill(address);
  const answered = page.waitForResponse((response) => {
    const isPage = response.request().isNavigationRequest();
    return isPage && response.status() !== 302;
  });
  // The answer comes before the page: until then whatever is done next would be done to the old one.
  const shown = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
  await page.locator('main button.govuk-button').click();
  const [response] = await Promise.all([answered, shown]);
  await page.waitForLoadState('load');
  return response.status();
}
