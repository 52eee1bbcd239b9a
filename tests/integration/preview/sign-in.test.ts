import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { makeToken } from '#lib/signed-token/signed-token.ts';
import { Secret } from '#lib/secret/secret.ts';
import { ask, openPage } from '#tests/support/ask.ts';
import { expectAudited, readMetrics } from '#tests/support/audit-lines.ts';
import { movableClock } from '#tests/support/movable-clock.ts';
import { passVectors } from '#tests/support/pass-vectors.ts';
import { newStaffAddress, sessionIn, signIn, staffToken } from '#tests/support/staff.ts';
import { untilRefused } from '#tests/support/until-refused.ts';
import { useWorld } from '#tests/support/use-world.ts';
import { newVisitor, visitFrom } from '#tests/support/visitors.ts';

const MINUTE_MS = 60_000;
const SERVICE_ID = '11111111-1111-4111-8111-111111111111';

const [made, madeAboutService] = passVectors;

describe('a link to the previews', () => {
  const world = useWorld({ environment: { HTTP_PROTOCOL: 'https' } });
  const open = (token: string, init?: RequestInit) =>
    ask(`${world.app.url}/preview?token=${token}`, init);

  it('signs in, and leaves no token in the address', async () => {
    const response = await open(staffToken());
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/preview');
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(
      /^staff_session=[^;]{100,}; Path=\/preview; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('leads to the previews of the service that it is about', async () => {
    const response = await open(staffToken(newStaffAddress(), SERVICE_ID));
    expect(response.headers.get('location')).toBe(`/preview?service=${SERVICE_ID}`);
  });

  it('works once', async () => {
    const token = staffToken();
    await signIn(world.app.url, token);
    const page = await openPage(`${world.app.url}/preview?token=${token}`);
    expect(page.status).toBe(401);
    expect(page.inMain('p')[0]?.text).toBe('The link that you followed was used before.');
    expect(page.html).not.toContain(token);
  });

  it('is not used up by a program that only looks', async () => {
    const token = staffToken();
    expect((await open(token, { method: 'HEAD' })).status).toBe(401);
    expect((await open(token)).status).toBe(302);
  });

  it('opens a new session and ends the one that the browser had', async () => {
    const former = await signIn(world.app.url);
    const next = await open(staffToken(), { headers: former });
    expect(sessionIn(next)).not.toBe('');
    expect((await ask(`${world.app.url}/preview`, { headers: former })).status).toBe(401);
  });

  const keys = { keys: [new Secret('other'.repeat(10))], salt: new Secret('other') };
  const foreign = makeToken({ email: 'a@b.gov.uk' }, keys, Date.now()).reveal();
  it.each([
    ['tampered with', () => staffToken().replace(/^./, 'f'), 'wrong-signature'],
    ['foreign', () => foreign, 'wrong-signature'],
    ['no token', () => 'nonsense', 'malformed'],
    ['empty', () => '', 'malformed'],
  ])('is refused when it is %s, with a line and a count', async (_, token, verdict) => {
    const page = await openPage(`${world.app.url}/preview?token=${token()}`);
    expect(page.status).toBe(401);
    expect(page.heading).toBe('You need to sign in');
    expect(page.inMain('p')[0]?.text).toContain('does not let you in here');
    expect(page.headers.getSetCookie()).toEqual([]);
    await expectAudited(world.app, { action: 'sign-in', verdict, who: 'nobody' });
    const metrics = await readMetrics(world.app.url);
    const counted = new RegExp(
      `^document_download_staff_actions_total\\{action="sign-in",verdict="${verdict}"\\} [1-9]`,
      'm',
    );
    expect(metrics).toMatch(counted);
  });

  it('never leaves its token or an address in the output', async () => {
    const address = newStaffAddress();
    const token = staffToken(address);
    await open(token);
    await open(token);
    await expectAudited(world.app, { verdict: 'signed-in' }, { verdict: 'used' });
    expect(world.app.output()).not.toContain(address);
    expect(world.app.output()).not.toContain(token.slice(0, 40));
    expect(world.app.output()).not.toContain(token.slice(-27));
  });
});

describe('a token of the real Python library', () => {
  if (made === undefined || madeAboutService === undefined) throw new Error('there is no vector');
  const madeAgoMs = Date.now() - made.signed_at * 1000;
  const clock = movableClock(MINUTE_MS - madeAgoMs);
  const secrets = { SECRET_KEY: made.secret, DANGEROUS_SALT: made.salt };
  const world = useWorld({ environment: { ...secrets, ...clock.environment } });

  it('opens a session', async () => {
    const headers = await signIn(world.app.url, made.token);
    const page = await openPage(`${world.app.url}/preview`, { headers });
    expect(page.heading).toBe('Preview the pages that your recipients see');
  });

  it('leads to the service that it names', async () => {
    const response = await ask(`${world.app.url}/preview?token=${madeAboutService.token}`);
    expect(response.headers.get('location')).toBe(`/preview?service=${SERVICE_ID}`);
  });

  it('has expired after 15 minutes', async () => {
    clock.set(16 * MINUTE_MS - madeAgoMs);
    const page = await openPage(`${world.app.url}/preview?token=${made.token}`);
    expect(page.status).toBe(401);
    expect(page.inMain('p')[0]?.text).toBe(
      'The link that you followed is more than 15 minutes old.',
    );
  });
});

describe('an operator', () => {
  const world = useWorld();

  /** Runs a script as npm does, with the environment of the server. */
  async function run(script: string, ...args: string[]) {
    const { port } = new URL(world.app.url);
    const settings = { PORT: port, DOCUMENT_DOWNLOAD_API_HOST_NAME: world.sandbox.url };
    const env = { ...process.env, NOTIFY_ENVIRONMENT: 'test', ...settings };
    return promisify(execFile)(process.execPath, [`scripts/${script}.ts`, ...args], { env });
  }

  it('makes a link that lets somebody in, and finds them in the log', async () => {
    const email = newStaffAddress();
    const { stdout } = await run('preview-link', '--email', email, '--service', SERVICE_ID);
    const response = await ask(stdout.trim());
    expect(response.headers.get('location')).toBe(`/preview?service=${SERVICE_ID}`);
    const { stdout: who } = await run('preview-who', '--email', email.toUpperCase());
    await expectAudited(world.app, { verdict: 'signed-in', who: who.trim() });
  });

  it.each([
    [['--email', 'nobody'], '--email takes an email address'],
    [['--email', 'a@b.gov.uk', '--service', 'x'], '--service takes a UUID'],
  ])('is told what is wrong with %j', async (args, message) => {
    await expect(run('preview-link', ...args)).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: `${message}\n`,
    });
  });
});

describe('many links in a row', () => {
  const world = useWorld({ environment: { RATE_LIMIT_PREVIEW_SIGN_INS: '3/600' } });

  it('have to wait, while citizens and other staff do not', async () => {
    const impatient = visitFrom(newVisitor());
    const follow = () => openPage(`${world.app.url}/preview?token=${staffToken()}`, impatient);
    expect((await follow()).status).toBe(302);
    const refused = await untilRefused(follow);
    expect(refused.heading).toBe('Too many requests');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await expectAudited(world.app, { action: 'sign-in', verdict: 'limited' });
    expect((await ask(`${world.app.url}/cookies`, impatient)).status).toBe(200);
    expect((await ask(`${world.app.url}/preview?token=${staffToken()}`)).status).toBe(302);
  });
});
