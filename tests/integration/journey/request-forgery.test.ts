import { describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { postForm } from '#tests/support/ask.ts';
import { readFormToken } from '#tests/support/form-token.ts';
import { downloadPath, formPath } from '#tests/support/sample-paths.ts';
import { useWorld } from '#tests/support/use-world.ts';

const world = useWorld();

const sample = samples['asks-for-email'];
const other = samples['asks-for-email-no-contact'];
const email_address = sample.emailAddress ?? '';
const formUrl = () => world.app.url + formPath(sample);

/** Every browser that sends the header says one of these. */
const FOREIGN_SITES = ['cross-site', 'same-site', 'none', '', 'Same-Origin', 'same-origin, none'];

describe('a form from elsewhere', () => {
  it.each(FOREIGN_SITES)('is refused, whatever its token, when it came from “%s”', async (site) => {
    const token = await readFormToken(formUrl());
    world.sandbox.clearCalls();
    const page = await postForm(
      formUrl(),
      { email_address, token },
      { 'Sec-Fetch-Site': site, Origin: 'https://evil.example' },
    );
    expect(page.status).toBe(403);
    expect(page.heading).toBe('We could not accept the form');
    expect(page.headers.getSetCookie()).toEqual([]);
    expect(world.sandbox.calls).toEqual([]);
  });

  it('leads its reader to our own form', async () => {
    const page = await postForm(formUrl(), { email_address }, { 'Sec-Fetch-Site': 'cross-site' });
    expect(page.inMain('a')[0]?.attributes['href']).toBe(formPath(sample));
  });

  it.each([
    ['that has no token', () => Promise.resolve({})],
    ['with an empty token', () => Promise.resolve({ token: '' })],
    ['with a token of its own making', () => Promise.resolve({ token: 'Fe26.2**abc*def*ghi' })],
    [
      'with the token of another document',
      async () => ({ token: await readFormToken(world.app.url + formPath(other)) }),
    ],
    ['with a changed token', async () => ({ token: changeMiddle(await readFormToken(formUrl())) })],
    [
      'with a token that is far too long',
      () => Promise.resolve({ token: `Fe26.2*1*${'a'.repeat(7_000)}` }),
    ],
  ])('is refused where the browser does not say whence it came: %s', async (_, fields) => {
    const sent = await fields();
    world.sandbox.clearCalls();
    const page = await postForm(formUrl(), { email_address, ...sent }, {});
    expect(page.status).toBe(403);
    expect(world.sandbox.calls).toEqual([]);
  });
});

describe('our own form', () => {
  it('is taken when the browser says that it is from here, whatever its token', async () => {
    const page = await postForm(
      formUrl(),
      { email_address, token: 'stale' },
      { 'Sec-Fetch-Site': 'same-origin' },
    );
    expect(page.status).toBe(302);
    expect(page.headers.get('location')).toBe(downloadPath(sample));
  });

  it('is taken by its token when the browser says nothing', async () => {
    const token = await readFormToken(formUrl());
    const page = await postForm(formUrl(), { email_address, token }, {});
    expect(page.status).toBe(302);
  });

  it('is taken again and again, as when somebody mistyped', async () => {
    const token = await readFormToken(formUrl());
    for (const typed of ['', 'wrong@example.gov.uk']) {
      const page = await postForm(formUrl(), { email_address: typed, token }, {});
      expect(page.status).toBe(400);
    }
    const page = await postForm(formUrl(), { email_address, token }, {});
    expect(page.status).toBe(302);
  });

  it('carries the key of its link in its address and nowhere else', async () => {
    const page = await postForm(formUrl(), { email_address: '' });
    const action = page.inMain('form')[0]?.attributes['action'] ?? '';
    expect(action).toContain(`key=${sample.key}`);
    const fields = page.inMain('input').map(({ attributes }) => attributes['value']);
    expect(fields.join()).not.toContain(sample.key);
  });
});

/** The same with one other letter in its encrypted part. */
function changeMiddle(token: string): string {
  const middle = Math.floor(token.length / 2);
  const changed = token.charAt(middle) === 'a' ? 'b' : 'a';
  return token.slice(0, middle) + changed + token.slice(middle + 1);
}
