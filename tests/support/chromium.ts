import { existsSync } from 'node:fs';

/**
 * Chromium without the parts that draw its own windows, tabs and menus: the same engine opens a
 * page in a third of the time. Where it is missing, the whole browser serves as well.
 */
const PROGRAMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'] as const;

/** How Playwright starts the system's Chromium, as any user, in containers too, asking no host. */
export const CHROMIUM = {
  executablePath: PROGRAMS.find((path) => existsSync(path)) ?? PROGRAMS[0],
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'],
};
