import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Secret } from '#lib/secret/secret.ts';
import { createSeals } from '#lib/session/seals.ts';
import { formatCookie, type Cookie } from '#lib/session/set-cookie.ts';
import { machineMarks } from '#lib/staff/machine-marks.ts';
import { makePassToken } from '#lib/staff/staff-link.ts';
import { redisMarks, type StaffMarks } from '#lib/staff/staff-marks.ts';
import type { StaffSession } from '#lib/staff/staff-session.ts';
import { createStaffSessions, type StaffSessions } from '#lib/staff/staff-sessions.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const OLD_KEY = new Secret('old-key-'.repeat(5));
const NEW_KEY = new Secret('new-key-'.repeat(5));
const salt = new Secret('salt');
const fail = () => Promise.reject(new Error('known to be down'));
const lostMarks = redisMarks({ evaluate: fail, get: fail });

interface Instance {
  readonly sessions: StaffSessions;
  readonly newToken: () => string;
  readonly pass: (ms: number) => void;
}

/** One of several instances that share `marks`. */
function startInstance(
  marks: StaffMarks = machineMarks(),
  secretKeys: readonly Secret[] = [NEW_KEY],
): Instance {
  let nowMs = 1_790_000_000_000;
  const keys = { keys: secretKeys, salt };
  const sessions = createStaffSessions({
    seals: createSeals(secretKeys),
    marks,
    keys,
    isSecure: true,
    nowMs: () => nowMs,
    random: () => new Secret(randomUUID()),
  });
  const pass = { emailAddress: new Secret('someone@example.gov.uk'), serviceId: null };
  return {
    sessions,
    newToken: () => {
      // Two links of the same second are one and the same.
      nowMs += 1000;
      return makePassToken(pass, keys, nowMs).reveal();
    },
    pass: (ms) => (nowMs += ms),
  };
}

async function signIn({ sessions, newToken }: Omit<Instance, 'pass'>): Promise<StaffSession> {
  const answer = await sessions.signIn(newToken());
  if (answer.kind !== 'signed-in') throw new Error(`not signed in: ${answer.kind}`);
  return answer.session;
}

function valueOf({ value }: Cookie): string {
  return typeof value === 'string' ? value : value.reveal();
}

async function keep({ sessions }: Instance, session: StaffSession): Promise<string> {
  return valueOf(await sessions.keep(session));
}

describe('a link', () => {
  it('opens a session, once', async () => {
    const { sessions, newToken } = startInstance();
    const token = newToken();
    expect(await sessions.signIn(token)).toMatchObject({ kind: 'signed-in', serviceId: null });
    expect(await sessions.signIn(token)).toMatchObject({ kind: 'refused', reason: 'used' });
  });

  it('opens one session of many that are asked for at the same time', async () => {
    const { sessions, newToken } = startInstance();
    const token = newToken();
    const answers = await Promise.all(Array.from({ length: 20 }, () => sessions.signIn(token)));
    expect(answers.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1);
  });

  it('was used for another instance as well', async () => {
    const marks = machineMarks();
    const [one, other] = [startInstance(marks), startInstance(marks)];
    const token = one.newToken();
    await one.sessions.signIn(token);
    expect(await other.sessions.signIn(token)).toMatchObject({ reason: 'used' });
  });

  it('lets nobody in while its use cannot be told, and is not used up by that', async () => {
    const marks = machineMarks();
    const [up, down] = [startInstance(marks), startInstance(lostMarks)];
    const token = up.newToken();
    expect(await down.sessions.signIn(token)).toEqual({ kind: 'unavailable' });
    expect((await up.sessions.signIn(token)).kind).toBe('signed-in');
  });
});

describe('a session', () => {
  it('is found by its cookie, which holds nothing in clear', async () => {
    const instance = startInstance();
    const session = await signIn(instance);
    const value = await keep(instance, session);
    expect(value).not.toContain(session.id);
    const found = await instance.sessions.find(value);
    expect(found).toMatchObject({ kind: 'signed-in', session: { id: session.id } });
  });

  it('is new at every sign-in', async () => {
    const instance = startInstance();
    const [one, other] = [await signIn(instance), await signIn(instance)];
    expect(one.id).not.toBe(other.id);
    expect(one.formToken.reveal()).not.toBe(other.formToken.reveal());
  });

  it.each([
    [29, 'signed-in'],
    [30, 'signed-out'],
  ])('that is left idle for %i minutes is %s', async (minutes, kind) => {
    const instance = startInstance();
    const value = await keep(instance, await signIn(instance));
    instance.pass(minutes * MINUTE_MS);
    expect((await instance.sessions.find(value)).kind).toBe(kind);
  });

  it('that is used all the time ends after 8 hours', async () => {
    const instance = startInstance();
    let value = await keep(instance, await signIn(instance));
    for (let passedMs = 0; passedMs < 8 * HOUR_MS; passedMs += 20 * MINUTE_MS) {
      const found = await instance.sessions.find(value);
      if (found.kind !== 'signed-in') throw new Error(`ended after ${passedMs} ms`);
      value = await keep(instance, found.session);
      instance.pass(20 * MINUTE_MS);
    }
    expect((await instance.sessions.find(value)).kind).toBe('signed-out');
  });

  it('is ended everywhere, whatever copies there are of its cookie', async () => {
    const marks = machineMarks();
    const [one, other] = [startInstance(marks), startInstance(marks)];
    const session = await signIn(one);
    const values = [await keep(one, session), await keep(one, session)];
    expect(await one.sessions.end(session)).toBe(true);
    for (const value of values) {
      expect((await other.sessions.find(value)).kind).toBe('signed-out');
    }
  });

  it('does not count, and cannot be ended, while ended sessions cannot be told', async () => {
    const up = startInstance();
    const session = await signIn(up);
    const { sessions } = startInstance(lostMarks);
    expect(await sessions.find(await keep(up, session))).toEqual({ kind: 'unavailable' });
    expect(await sessions.end(session)).toBe(false);
  });

  it('outlives the rotation of its key', async () => {
    const before = startInstance(machineMarks(), [OLD_KEY]);
    const value = await keep(before, await signIn(before));
    const rotating = startInstance(machineMarks(), [NEW_KEY, OLD_KEY]);
    expect((await rotating.sessions.find(value)).kind).toBe('signed-in');
    const after = startInstance(machineMarks(), [NEW_KEY]);
    expect((await after.sessions.find(value)).kind).toBe('signed-out');
  });

  it.each([undefined, '', 'forged', 'Fe26.2*1*a*b*c*d*e*f~2', 'x'.repeat(100_000)])(
    'is not found by a forged cookie',
    async (value) => {
      expect(await startInstance().sessions.find(value)).toEqual({ kind: 'signed-out' });
    },
  );

  it('is not found by another sealed value', async () => {
    const sealed = await createSeals([NEW_KEY]).seal({ id: 'id', emailAddress: 'a@b.gov.uk' }, 0);
    expect((await startInstance().sessions.find(sealed.reveal())).kind).toBe('signed-out');
  });
});

describe('the cookie', () => {
  it('is for the pages of staff only, and out of reach of scripts', async () => {
    const { sessions, newToken } = startInstance();
    const session = await signIn({ sessions, newToken });
    const text = formatCookie(await sessions.keep(session));
    expect(text).toMatch(/^staff_session=[^;]+; Path=\/preview; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('is taken away by an empty one that is over', () => {
    expect(formatCookie(startInstance().sessions.noCookie)).toBe(
      'staff_session=; Path=/preview; Max-Age=0; HttpOnly; Secure; SameSite=Lax',
    );
  });
});
