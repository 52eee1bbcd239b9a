import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { ask, openPage, postForm } from '#tests/support/ask.ts';
import { eventually } from '#tests/support/eventually.ts';
import { movableClock } from '#tests/support/movable-clock.ts';
import { startRedisServer, type RedisServer } from '#tests/support/redis-server.ts';
import { sessionIn, signIn, staffToken } from '#tests/support/staff.ts';
import { startWorld, type World } from '#tests/support/start-world.ts';
import { useWorld } from '#tests/support/use-world.ts';

const MINUTE_MS = 60_000;
const SAME_SITE = { 'Sec-Fetch-Site': 'same-origin' };

const statusOf = async (url: string, headers: Record<string, string>) =>
  (await ask(`${url}/preview`, { headers })).status;

const signOut = (url: string, session: Record<string, string>) =>
  postForm(`${url}/preview/sign-out`, {}, { ...session, ...SAME_SITE });

describe('a session', () => {
  const clock = movableClock();
  const world = useWorld({ environment: clock.environment });
  beforeEach(() => clock.set(0));

  it('ends after 30 minutes in which nobody used it', async () => {
    const session = await signIn(world.app.url);
    clock.set(29 * MINUTE_MS);
    expect(await statusOf(world.app.url, session)).toBe(200);
    clock.set(31 * MINUTE_MS);
    expect(await statusOf(world.app.url, session)).toBe(401);
  });

  it('ends after 8 hours although it was used all the time', async () => {
    let session = await signIn(world.app.url);
    for (let minutes = 25; minutes < 8 * 60; minutes += 25) {
      clock.set(minutes * MINUTE_MS);
      const answer = await ask(`${world.app.url}/preview`, { headers: session });
      expect(answer.status).toBe(200);
      session = { Cookie: `staff_session=${sessionIn(answer)}` };
    }
    clock.set(8 * 60 * MINUTE_MS);
    expect(await statusOf(world.app.url, session)).toBe(401);
  });

  it('is in a cookie that is new with every page', async () => {
    const session = await signIn(world.app.url);
    const one = sessionIn(await ask(`${world.app.url}/preview`, { headers: session }));
    const other = sessionIn(await ask(`${world.app.url}/preview/landing`, { headers: session }));
    expect(one).not.toBe('');
    expect(one).not.toBe(other);
    expect(await statusOf(world.app.url, { Cookie: `staff_session=${one}` })).toBe(200);
  });
});

describe('signing out', () => {
  const world = useWorld({ environment: { WEB_CONCURRENCY: '2' } });

  it('ends the session in every copy of its cookie, in every worker', async () => {
    const session = await signIn(world.app.url);
    const copy = sessionIn(await ask(`${world.app.url}/preview`, { headers: session }));
    const page = await signOut(world.app.url, session);
    expect(page.status).toBe(200);
    expect(page.heading).toBe('You have signed out');
    expect(page.headers.getSetCookie()).toEqual([
      'staff_session=; Path=/preview; Max-Age=0; HttpOnly; SameSite=Lax',
    ]);
    const replays = Array.from({ length: 10 }, (_, index) =>
      statusOf(world.app.url, index % 2 ? session : { Cookie: `staff_session=${copy}` }),
    );
    expect(new Set(await Promise.all(replays))).toEqual(new Set([401]));
    expect((await signOut(world.app.url, session)).status).toBe(401);
  });

  it('uses a link up in every worker', async () => {
    const token = staffToken();
    const tries = Array.from({ length: 10 }, () => ask(`${world.app.url}/preview?token=${token}`));
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 302)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401)).toHaveLength(9);
  });
});

describe('two instances that share Redis', () => {
  let redis: RedisServer;
  let one: World;
  let other: World;
  beforeAll(async () => {
    redis = await startRedisServer();
    const environment = { REDIS_ENABLED: 'true', REDIS_URL: redis.url };
    [one, other] = await Promise.all([startWorld({ environment }), startWorld({ environment })]);
  });
  afterAll(async () => {
    await Promise.all([one.stop(), other.stop()]);
    await redis.stop();
  });

  it('honour each other’s sessions and revocations', async () => {
    const session = await signIn(one.app.url);
    expect(await statusOf(other.app.url, session)).toBe(200);
    expect((await signOut(other.app.url, session)).status).toBe(200);
    expect(await statusOf(one.app.url, session)).toBe(401);
    expect(await statusOf(other.app.url, session)).toBe(401);
  });

  it('know each other’s used links', async () => {
    const token = staffToken();
    expect((await ask(`${one.app.url}/preview?token=${token}`)).status).toBe(302);
    expect((await ask(`${other.app.url}/preview?token=${token}`)).status).toBe(401);
  });

  it('keep nothing in Redis that tells who it is, and nothing for ever', async () => {
    const token = staffToken('someone.to.find@example.gov.uk');
    await signOut(one.app.url, await signIn(one.app.url, token));
    const keys = (await redis.ask('keys', '*staff*')) as string[];
    expect(keys.length).toBeGreaterThan(1);
    for (const key of keys) {
      expect(key).not.toContain('@');
      expect(token).not.toContain(key.split(':').at(-1) ?? '');
      expect(await redis.ask('get', key)).toMatch(/^[\da-f-]{36}$/);
      expect(Number(await redis.ask('ttl', key))).toBeGreaterThan(0);
    }
  });

  it('refuse staff with a clear page while Redis is down, and nobody else', async () => {
    const session = await signIn(one.app.url);
    const token = staffToken();
    await redis.kill();
    await eventually(async () => (await statusOf(one.app.url, session)) === 503);
    const page = await openPage(`${one.app.url}/preview?token=${token}`);
    expect(page.status).toBe(503);
    expect(page.heading).toBe('You cannot sign in or carry on at the moment');
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(one.app.url + samples.pdf.path)).status).toBe(200);
    expect((await ask(`${one.app.url}/cookies`)).status).toBe(200);

    await redis.restart();
    await eventually(async () => (await statusOf(one.app.url, session)) === 200);
    expect((await ask(`${one.app.url}/preview?token=${token}`)).status).toBe(302);
  });
});
