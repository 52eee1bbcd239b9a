import type { BrowserContext } from '@playwright/test';

/** Chromium writes this of every page with such a status; pages are checked by their status elsewhere. */
const FAILED_PAGE = /^Failed to load resource: the server responded with a status of [45]\d\d/;

/** A browser that draws tabs asks for it where it shows a file that names none; the system of files has none. */
const ICON_OF_FILES = '/favicon.ico';

/**
 * Notes what a reader would not see but should not happen: errors of scripts, broken rules of the
 * Content-Security-Policy, files that are missing, requests to any host but these.
 *
 * @returns the list that grows as problems turn up
 */
export function watchContext(context: BrowserContext, origins: readonly string[]): string[] {
  const problems: string[] = [];
  const pageUrls = new Set<string>();

  context.on('request', (request) => {
    const url = request.url();
    if (request.isNavigationRequest()) pageUrls.add(url);
    if (/^(?:https?|wss?):/.test(url) && !origins.includes(new URL(url).origin))
      problems.push(`asked another host: ${url}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400 && !pageUrls.has(response.url()))
      problems.push(`${response.status()} for ${response.url()}`);
  });
  context.on('console', (message) => {
    const { url } = message.location();
    const isExpected = pageUrls.has(url) || new URL(url, 'http://none').pathname === ICON_OF_FILES;
    const isOfPage = FAILED_PAGE.test(message.text()) && isExpected;
    if (['error', 'warning'].includes(message.type()) && !isOfPage)
      problems.push(`${message.type()} in the console: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`error in a script: ${error.error().message}`));
  return problems;
}
