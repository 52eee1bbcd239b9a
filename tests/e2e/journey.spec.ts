import { readFile } from 'node:fs/promises';
import { wordsOf } from '#lib/language/languages.ts';
import { sampleDocuments, samples, type SampleLink } from '#sandbox/samples.ts';
import { exhaustAttempts } from '#tests/support/exhaust-attempts.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import { expect, READERS, test } from './support/journey-test.ts';
import { sendForm, submitAddress } from './support/submit-address.ts';

const asking = samples['asks-for-email'];
const rightAddress = asking.emailAddress ?? '';

for (const { language, locale } of READERS) {
  const words = wordsOf(language);

  test.describe(`in ${words.languageName}`, () => {
    test.use({ locale });

    test('a reader opens a link and gets the file, byte for byte', async ({ page, world }) => {
      await page.goto(landingPath(samples.csv));
      await page.locator('a.govuk-button').click();
      await expect(page.locator('h1')).toHaveText(words.download.title);

      const downloading = page.waitForEvent('download');
      await page.locator('main a').first().click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe(`${samples.csv.documentId}.csv`);
      expect(await readFile(await download.path())).toEqual(contentOf(samples.csv));
      const call = world.sandbox.calls.find(({ operation }) => operation === 'download');
      expect(call?.headers.referer).toBeUndefined();
    });

    test('a reader mistypes the address, puts it right and gets the file', async ({
      page,
      world,
    }) => {
      await page.goto(landingPath(asking));
      await page.locator('a.govuk-button').click();
      await expect(page.locator('h1')).toHaveText(words.confirmation.title);
      const summary = page.locator('.govuk-error-summary');

      expect(await sendForm(page, '')).toBe(400);
      await expect(summary).toContainText(words.confirmation.empty);
      expect(await sendForm(page, 'someone@')).toBe(400);
      await expect(summary).toContainText(words.confirmation.malformed);
      await expect(page.locator('#email_address-error')).toContainText(
        words.confirmation.malformed,
      );
      expect(await sendForm(page, 'somebody.else@example.gov.uk')).toBe(400);
      await expect(summary).toContainText('Apply for a juggling licence');
      await expect(page.locator('#email_address-error')).toHaveCount(0);
      await expect(page.locator('#email_address')).toHaveValue('somebody.else@example.gov.uk');

      expect(await sendForm(page, `  ${rightAddress.toUpperCase()} `)).toBe(200);
      await expect(page.locator('h1')).toHaveText(words.download.title);
      const opened = page.waitForResponse((response) =>
        response.url().startsWith(world.sandbox.url),
      );
      await page.locator('main a').first().click();
      expect((await opened).status()).toBe(200);
    });
  });
}

test('the file of a confirmed reader is the one that was sent', async ({ page, context }) => {
  await submitAddress(page, asking, rightAddress);
  const fileUrl = await page.locator('main a').first().getAttribute('href');
  const file = await context.request.get(fileUrl ?? '', { maxRedirects: 0 });
  expect(file.status()).toBe(200);
  expect(await file.body()).toEqual(contentOf(asking));
});

test('who has confirmed has two cookies, until the browser is closed', async ({
  page,
  context,
}) => {
  await submitAddress(page, asking, rightAddress);
  const cookies = await context.cookies();
  const { serviceId, documentId, path } = asking;
  const paths: Record<string, string | undefined> = {
    document_access_signed_data: `/services/${serviceId}/documents/${documentId}.pdf`,
    document_confirmation: path.split('?')[0],
  };
  expect(cookies.map(({ name }) => name).sort()).toEqual(Object.keys(paths).sort());
  for (const cookie of cookies) {
    const { httpOnly, sameSite, expires } = cookie;
    expect({ httpOnly, sameSite, expires }).toEqual({
      httpOnly: true,
      sameSite: 'Lax',
      expires: -1,
    });
    expect(cookie.path).toBe(paths[cookie.name]);
  }
});

test('who has confirmed is not asked again, unless they want to be', async ({ page, world }) => {
  await submitAddress(page, asking, rightAddress);
  await page.goto(landingPath(asking));
  await page.locator('a.govuk-button').click();
  await expect(page).toHaveURL(downloadPath(asking));
  expect(world.sandbox.counts.authenticate).toBe(1);

  await page.getByRole('link', { name: 'Confirm your email address again' }).click();
  await expect(page.locator('h1')).toHaveText('Confirm your email address');
  expect(await sendForm(page, rightAddress)).toBe(200);
  await expect(page).toHaveURL(downloadPath(asking));
});

test('who has confirmed for one document is asked for another', async ({ page }) => {
  await submitAddress(page, asking, rightAddress);
  await page.goto(downloadPath(samples['asks-for-email-no-contact']));
  await expect(page.locator('h1')).toHaveText('Confirm your email address');
});

test('who opens the address of a file without a pass comes to the landing page', async ({
  page,
  world,
}) => {
  const { serviceId, documentId, key } = asking;
  await page.goto(
    `${world.sandbox.url}/services/${serviceId}/documents/${documentId}.pdf?key=${key}`,
  );
  await expect(page).toHaveURL(landingPath(asking));
  await expect(page.locator('h1')).toHaveText('You have a file to download');
});

test('a link with the punctuation of a mail is repaired', async ({ page }) => {
  const response = await page.goto(`${landingPath(samples.pdf)}).`);
  expect(response?.status()).toBe(200);
  await expect(page).toHaveURL(landingPath(samples.pdf));
});

test('a reader who has to wait can go back to the form', async ({ page, world }) => {
  await exhaustAttempts(world.sandbox, asking);
  expect(await submitAddress(page, asking, rightAddress)).toBe(429);
  await page.getByRole('link', { name: 'Go back to confirm your email address' }).click();
  await expect(page).toHaveURL(formPath(asking));
  await expect(page.locator('h1')).toHaveText('Confirm your email address');
});

function contentOf({ documentId }: SampleLink): Buffer | undefined {
  return sampleDocuments.find((document) => document.documentId === documentId)?.content();
}
