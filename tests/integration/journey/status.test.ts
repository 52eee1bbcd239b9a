import { describe, expect, it } from 'vitest';
import { ask } from '#tests/support/ask.ts';
import { useWorld } from '#tests/support/use-world.ts';

const world = useWorld({
  environment: { GIT_COMMIT: 'abc123', BUILD_TIME: '2026-01-02T03:04:05Z' },
});

describe('/_status', () => {
  it.each([
    [
      '/_status',
      {
        status: 'ok',
        git_commit: 'abc123',
        build_time: '2026-01-02T03:04:05Z',
        environment: 'test',
      },
    ],
    ['/_status?simple=1', { status: 'ok' }],
    ['/_status?simple', { status: 'ok' }],
  ])('tells health, and the version unless it is asked simply: %s', async (path, body) => {
    const answer = await ask(world.app.url + path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual(body);
  });

  it('asks no API, so that the health of others is not taken for its own', async () => {
    world.sandbox.faults = { notify: { status: 500 }, documents: { status: 500 } };
    const answer = await ask(`${world.app.url}/_status`);
    expect(answer.status).toBe(200);
    expect(world.sandbox.calls).toEqual([]);
  });
});
