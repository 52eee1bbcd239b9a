import { test as base, expect, type Page } from '@playwright/test';
import type { Language } from '#lib/language/languages.ts';
import { startWorld, type World } from '#tests/support/start-world.ts';
import { newVisitor } from '#tests/support/visitors.ts';
import { watchContext } from './watch-context.ts';

interface WorkerFixtures {
  /** The built server on its sandbox, one for each worker. */
  readonly world: World;
}

/** What projects differ in besides Playwright's own options. */
export interface JourneyOptions {
  /** Whether HTML and accessibility of each page are looked into, which takes its time. */
  readonly auditsPages: boolean;
}

interface TestFixtures extends JourneyOptions {
  /** Fails a test in which anything went wrong behind the reader's back. */
  readonly watch: undefined;
}

/** Playwright's test, on the built server: paths are its own, the sandbox is as it was at the start. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  world: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const world = await startWorld({});
      await use(world);
      await world.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  auditsPages: [false, { option: true }],
  baseURL: ({ world }, use) => use(world.app.url),
  // Limits count visitors; each test is one of its own.
  extraHTTPHeaders: ({ extraHTTPHeaders }, use) =>
    use({ ...extraHTTPHeaders, 'X-Forwarded-For': newVisitor() }),
  watch: [
    async ({ context, world }, use) => {
      world.sandbox.reset();
      const problems = watchContext(context, [world.app.url, world.sandbox.url]);
      await use(undefined);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** The languages of readers, with the locale of a browser that prefers each. */
export const READERS: readonly { readonly language: Language; readonly locale: string }[] = [
  { language: 'en', locale: 'en-GB' },
  { language: 'cy', locale: 'cy-GB' },
];

/** Opens a page and tells with which status it was answered. */
export async function open(page: Page, path: string): Promise<number> {
  const response = await page.goto(path);
  return response?.status() ?? 0;
}
