import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

const STYLE = `
  body { margin: 0; padding: 24px; display: flex; gap: 24px; background: #e8edf2; width: max-content }
  img { display: block; align-self: flex-start; box-shadow: 0 1px 6px rgb(0 0 0 / 30%) }
`;

/** Puts pictures side by side into one. */
export async function composePicture(
  browser: Browser,
  files: readonly string[],
  target: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 400 } });
  const images = files.map((file) => {
    const data = readFileSync(file).toString('base64');
    return `<img src="data:image/png;base64,${data}" alt="">`;
  });
  await page.setContent(`<!doctype html><style>${STYLE}</style>${images.join('')}`);
  await page.locator('body').screenshot({ path: target });
  await page.close();
}
