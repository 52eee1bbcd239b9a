import { defineConfig } from 'vitest/config';

/** Tests that load servers or measure how long visitors wait: they have the machine to themselves. */
const LOAD = 'tests/integration/{oncall,redis,resilience,server}/**/*.test.ts';

/** What never ends is found out, and nothing else: everything takes its time on a machine that does much else. */
const PATIENCE = { testTimeout: 180_000, hookTimeout: 180_000 };

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,component,contract}/**/*.test.{ts,tsx}'],
          ...PATIENCE,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          exclude: [LOAD],
          maxWorkers: 2,
          ...PATIENCE,
        },
      },
      {
        extends: true,
        test: { name: 'load', include: [LOAD], fileParallelism: false, ...PATIENCE },
      },
      {
        extends: true,
        test: {
          name: 'image',
          include: ['tests/image/**/*.test.ts'],
          globalSetup: 'tests/image/support/build-once.ts',
          testTimeout: 900_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
