import type { Page } from '@playwright/test';

/** What a browser would not send by itself. */
interface Oddity {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly postData?: string;
}

/** Opens a page by a request that another website or a broken program might make. */
export async function openWith(page: Page, path: string, oddity: Oddity): Promise<number> {
  const { method, headers, postData = '' } = oddity;
  await page.route(
    (url) => url.pathname + url.search === path,
    (route) =>
      route.continue({ method, postData, headers: { ...route.request().headers(), ...headers } }),
    { times: 1 },
  );
  const response = await page.goto(path);
  return response?.status() ?? 0;
}
