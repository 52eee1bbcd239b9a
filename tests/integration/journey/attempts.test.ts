import { beforeEach, describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { postForm } from '#tests/support/ask.ts';
import { exhaustAttempts } from '#tests/support/exhaust-attempts.ts';
import { formPath } from '#tests/support/sample-paths.ts';
import { useWorld } from '#tests/support/use-world.ts';

const world = useWorld();

const sample = samples['asks-for-email'];
const submit = (query = {}) =>
  postForm(world.app.url + formPath(sample, query), { email_address: sample.emailAddress ?? '' });

describe('when document-download-api has had too many attempts', () => {
  beforeEach(() => exhaustAttempts(world.sandbox, sample));

  it('the reader is told to wait, for as long as the API says', async () => {
    const page = await submit();
    expect(page.status).toBe(429);
    expect(page.title).toBe('Cannot access document – GOV.UK');
    expect(page.heading).toBe('Cannot access document');
    expect(page.headers.get('retry-after')).toBe('300');
    expect(page.inMain('p').map(({ text }) => text)).toContain('Try again in 5 minutes.');
    expect(page.headers.getSetCookie()).toEqual([]);
  });

  it.each([{}, { lang: 'en' }])('leads back to the form: %o', async (query) => {
    const page = await submit(query);
    const [link] = page.inMain('a');
    expect(link?.text).toBe('Go back to confirm your email address');
    expect(link?.attributes['href']).toBe(formPath(sample, query));
  });

  it('says the same in Welsh', async () => {
    const page = await submit({ lang: 'cy' });
    expect(page.status).toBe(429);
    expect(page.language).toBe('cy');
    expect(page.inMain('a')[0]?.attributes['href']).toBe(formPath(sample, { lang: 'cy' }));
  });
});
