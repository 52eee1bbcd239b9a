import { describe, expect, it } from 'vitest';
import { limitedSubjects, readAttempt } from '#lib/checks/limited-subjects.ts';

const SERVICE = 'ERERERERQRGBEREREREREQ';
const FORM = `/d/${SERVICE}/${SERVICE}/confirm-email-address`;
const VISITOR = '192.0.2.7';

const attemptOf = (path: string, method = 'POST') =>
  readAttempt(method, new URL(`${path}?key=k`, 'http://localhost'));

const policiesOf = (path: string, method = 'GET') =>
  limitedSubjects(path, VISITOR, attemptOf(path, method)).map(({ policy }) => policy);

describe('limitedSubjects', () => {
  it.each(['/_status', '/metrics', '/cookies', '/', '/preview', '/services/x', '/security.txt'])(
    'leaves %s free',
    (path) => {
      expect(policiesOf(path)).toEqual([]);
    },
  );

  it.each([`/d/${SERVICE}/${SERVICE}`, `/d/${SERVICE}/${SERVICE}/download`, FORM, '/d/x/y'])(
    'limits pages and guesses on %s',
    (path) => {
      expect(policiesOf(path)).toEqual(['document-pages', 'unknown-links']);
    },
  );

  it('limits attempts when the form is sent', () => {
    expect(policiesOf(FORM, 'POST')).toEqual([
      'document-pages',
      'unknown-links',
      'email-confirmations',
    ]);
  });

  it('counts attempts on one document together, however its address is spelled', () => {
    const subjects = [FORM, FORM.replace(SERVICE, `${SERVICE}==`), FORM.replace('ER', '%45R')].map(
      (path) => limitedSubjects(path, VISITOR, attemptOf(path)).at(-1)?.subject,
    );
    expect(new Set(subjects).size).toBe(1);
  });

  it('counts an IPv6 household as one visitor', () => {
    const [one] = limitedSubjects(FORM, '2001:db8::1', null);
    const [other] = limitedSubjects(FORM, '2001:db8::ffff:1', null);
    expect(one?.subject).toBe(other?.subject);
  });
});

describe('readAttempt', () => {
  it.each([
    [FORM, 'GET'],
    [`/d/${SERVICE}/${SERVICE}`, 'POST'],
    [`/d/${SERVICE}/${SERVICE}/download`, 'POST'],
    [`/d/x/${SERVICE}/confirm-email-address`, 'POST'],
    [`${FORM}/more`, 'POST'],
  ])('sees none in %s by %s', (path, method) => {
    expect(attemptOf(path, method)).toBeNull();
  });
});
