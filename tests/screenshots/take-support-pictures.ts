import { mkdirSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { samples } from '#sandbox/samples.ts';
import { staffToken } from '#tests/support/staff.ts';
import { startWorld } from '#tests/support/start-world.ts';
import { composePicture } from './compose-picture.ts';

const FOLDER = 'tmp/screenshots';
const WINDOW = { width: 700, height: 900 };
/** Wide enough for two widths side by side. */
const WIDE_WINDOW = { width: 1280, height: 1100 };

/** Takes the pictures of `docs/support.md`. */
async function takeSupportPictures(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const world = await startWorld({});
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
  });
  const page = await browser.newPage({ baseURL: world.app.url, viewport: WINDOW });
  const { serviceId } = samples['asks-for-email'];
  await page.goto(`/preview?token=${staffToken('someone@example.gov.uk', serviceId)}`);
  const list = await shoot(page, 'support-list');
  await page.goto(`/preview/landing?service=${serviceId}`);
  const landing = await shoot(page, 'support-landing');
  await page.goto('/preview/check-link');
  const form = await shoot(page, 'support-form');
  const broken = world.app.url + samples.expired.path.replace('key=', 'key=\n');
  await page.locator('#pasted').fill(broken);
  await page.locator('form button').first().click();
  const report = await shoot(page, 'support-report');
  await page.setViewportSize(WIDE_WINDOW);
  await page.goto(`/preview/download/side-by-side?service=${serviceId}`);
  const widths = await shoot(page, 'support-widths');

  await composePicture(browser, [list, landing], 'docs/images/support-previews.png');
  await composePicture(browser, [widths], 'docs/images/support-widths.png');
  await composePicture(browser, [form, report], 'docs/images/support-link-check.png');
  await browser.close();
  await world.stop();
}

/** Takes a picture of what is in the window, and tells its file. */
async function shoot(page: Page, name: string): Promise<string> {
  const path = `${FOLDER}/${name}.png`;
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path });
  return path;
}

await takeSupportPictures();
