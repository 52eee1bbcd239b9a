import { mkdirSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { CHROMIUM } from '#tests/support/chromium.ts';
import { startWorld } from '#tests/support/start-world.ts';
import { newVisitor, visitFrom } from '#tests/support/visitors.ts';
import { composePicture } from './compose-picture.ts';
import { SHOTS } from './shots.ts';

/** Every state of the pages, to be looked at. */
const FOLDER = 'tmp/screenshots';
/** The picture of the README: three of them side by side. */
const PICTURE = 'docs/images/pages.png';
const IN_PICTURE = ['landing-asks', 'form-empty', 'download-confirmed'] as const;

/** Node does not run the files of words, so they are named here. */
const LANGUAGES = ['en', 'cy'] as const;
const WIDTHS = [320, 1280] as const;
const PICTURE_WIDTH = 390;

async function takeScreenshots(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  mkdirSync('docs/images', { recursive: true });
  const world = await startWorld({});
  const browser = await chromium.launch(CHROMIUM);
  for (const language of LANGUAGES) {
    for (const width of WIDTHS) await takeAll(browser, world.app.url, language, width);
  }
  await takeAll(browser, world.app.url, 'en', PICTURE_WIDTH);
  await composePicture(
    browser,
    IN_PICTURE.map((name) => fileOf(name, 'en', PICTURE_WIDTH)),
    PICTURE,
  );
  await browser.close();
  await world.stop();
}

async function takeAll(
  browser: Browser,
  baseURL: string,
  lang: string,
  width: number,
): Promise<void> {
  for (const { name, reach } of SHOTS) {
    const context = await browser.newContext({
      baseURL,
      viewport: { width, height: 640 },
      extraHTTPHeaders: visitFrom(newVisitor()).headers,
    });
    const page = await context.newPage();
    await reach(page, { lang });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: fileOf(name, lang, width), fullPage: true });
    await context.close();
  }
}

function fileOf(name: string, lang: string, width: number): string {
  return `${FOLDER}/${name}-${lang}-${width}.png`;
}

await takeScreenshots();
