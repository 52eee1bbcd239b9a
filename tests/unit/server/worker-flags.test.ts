import { describe, expect, it } from 'vitest';
import { workerFlags } from '#server/worker-flags.ts';

const YOUNG = '--max-semi-space-size=4';
const OLD = '--max-old-space-size=256';
const OTHERS = ['--no-maglev', '--no-allocation-site-pretenuring'];

describe('the flags of a worker', () => {
  it.each([
    ['bound its heap', undefined, [], [YOUNG, OLD, ...OTHERS]],
    [
      'keep what Node was started with',
      undefined,
      ['--no-warnings'],
      ['--no-warnings', YOUNG, OLD, ...OTHERS],
    ],
    [
      'are left to an operator who sets a limit',
      '--max-old-space-size=900',
      [],
      [YOUNG, ...OTHERS],
    ],
    ['are left to one who writes it in V8’s way', '--max_semi_space_size=8', [], [OLD, ...OTHERS]],
    [
      'are left to the command line',
      undefined,
      ['--max-semi-space-size=1'],
      ['--max-semi-space-size=1', OLD, ...OTHERS],
    ],
    [
      'are ours beside other options',
      '--use-system-ca  --no-deprecation',
      [],
      [YOUNG, OLD, ...OTHERS],
    ],
    [
      'are left to who wants all compilers',
      undefined,
      ['--maglev'],
      ['--maglev', YOUNG, OLD, OTHERS[1]],
    ],
  ])('%s', (_, options, given, expected) => {
    const config = { WORKER_HEAP_MB: 256, NODE_OPTIONS: options };
    expect(workerFlags(config, given)).toEqual(expected);
  });
});
