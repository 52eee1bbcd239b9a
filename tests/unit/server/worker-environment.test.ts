import { expect, it } from 'vitest';
import { workerEnvironment } from '#server/worker-environment.ts';

it('bounds what the C library keeps', () => {
  expect(workerEnvironment({ PATH: '/bin' })).toEqual({
    MALLOC_ARENA_MAX: '1',
    MALLOC_TRIM_THRESHOLD_: '65536',
  });
});

it('leaves to operators what they have set', () => {
  expect(workerEnvironment({ MALLOC_ARENA_MAX: '4' })).toEqual({ MALLOC_TRIM_THRESHOLD_: '65536' });
});
