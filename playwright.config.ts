import { defineConfig, type PlaywrightTestOptions, type Project } from '@playwright/test';
import type { JourneyOptions } from './tests/e2e/support/journey-test.ts';
import { CHROMIUM } from './tests/support/chromium.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 320, height: 640 };

/** Who makes every journey. Two of the four have each page audited: each width and each way once. */
const READERS: readonly Project<PlaywrightTestOptions & JourneyOptions>[] = [
  {
    name: 'desktop with scripts',
    use: { viewport: DESKTOP, javaScriptEnabled: true, auditsPages: true },
  },
  { name: 'desktop without scripts', use: { viewport: DESKTOP, javaScriptEnabled: false } },
  { name: 'phone with scripts', use: { viewport: PHONE, javaScriptEnabled: true } },
  {
    name: 'phone without scripts',
    use: { viewport: PHONE, javaScriptEnabled: false, auditsPages: true },
  },
];

/** What is the same for every reader, and measured once. */
const WEIGHT = 'page-weight.spec.ts';

/** The pages of staff: once with scripts and once without, each at a width of its own. */
const STAFF = 'preview/*.spec.ts';

export default defineConfig<JourneyOptions>({
  testDir: 'tests/e2e',
  outputDir: 'tmp/e2e',
  projects: [
    ...READERS.map((reader) => ({
      ...reader,
      testIgnore: reader.use?.auditsPages === true ? WEIGHT : [WEIGHT, STAFF],
    })),
    { name: 'page weight', testMatch: WEIGHT, use: { viewport: PHONE } },
  ],
  fullyParallel: true,
  // Each worker runs a server, a sandbox and a browser.
  workers: 2,
  forbidOnly: true,
  // What never comes is found out, and nothing else: a busy machine takes its time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  retries: 0,
  use: {
    locale: 'en-GB',
    launchOptions: CHROMIUM,
  },
});
