import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { ForbiddenPage } from '#lib/page/forbidden-page.tsx';
import { NotFoundPage } from '#lib/page/not-found-page.tsx';
import { ProblemPage } from '#lib/page/problem-page.tsx';
import { TooManyRequestsPage } from '#lib/page/too-many-requests-page.tsx';
import { UnavailablePage } from '#lib/page/unavailable-page.tsx';
import { findAll } from '#tests/support/read-html.ts';
import { readPage, sampleService, sampleView } from './sample-pages.tsx';

const view = sampleView('en');
const service = sampleService();

async function mainText(page: ReactElement) {
  return findAll(await readPage(page), 'main')[0]?.text;
}

describe('the title', () => {
  it.each<[string, ReactElement]>([
    ['Page not found', <NotFoundPage view={view} />],
    ['Page not found', <UnavailablePage {...{ view, service }} reason="not-found" />],
    ['No longer available', <UnavailablePage {...{ view, service }} reason="gone" />],
    ['Cannot access document', <TooManyRequestsPage view={view} retryAfterSeconds={1} />],
    ['Sorry, there’s a problem with the service', <ProblemPage view={view} />],
  ])('“%s” is as people know it', async (title, page) => {
    const html = await readPage(page);
    expect(findAll(html, 'title', 'head')[0]?.text).toBe(`${title} – GOV.UK`);
    expect(findAll(html, 'h1')[0]?.text).toBe(title);
  });
});

describe('the page of a link without a file', () => {
  it.each(['not-found', 'gone'] as const)(
    'names the service and its contact: %s',
    async (reason) => {
      const html = await readPage(<UnavailablePage {...{ view, service, reason }} />);
      expect(findAll(html, 'p', 'main')[0]?.text).toContain('XYZZY');
      expect(findAll(html, 'a', 'main').map(({ text }) => text)).toEqual(['contact XYZZY']);
    },
  );
});

describe('the page of somebody who has to wait', () => {
  it('says for how long, in words', async () => {
    const text = await mainText(<TooManyRequestsPage view={view} retryAfterSeconds={300} />);
    expect(text).toContain('Try again in 5 minutes.');
  });

  it('leads back to the form, if there is one', async () => {
    const page = <TooManyRequestsPage view={view} retryAfterSeconds={300} goBackUrl="/f?key=k" />;
    expect(findAll(await readPage(page), 'a', 'main')).toMatchObject([
      { text: 'Go back to confirm your email address', attributes: { href: '/f?key=k' } },
    ]);
    const without = <TooManyRequestsPage view={view} retryAfterSeconds={300} />;
    expect(findAll(await readPage(without), 'a', 'main')).toEqual([]);
  });
});

describe('the page of a foreign form', () => {
  it('says what was not done and leads to our own form', async () => {
    const html = await readPage(<ForbiddenPage view={view} goBackUrl="/f?key=k" />);
    expect(findAll(html, 'main')[0]?.text).toContain('could not check that the form came from');
    expect(findAll(html, 'a', 'main')[0]?.attributes['href']).toBe('/f?key=k');
  });
});

describe('the page of a fault', () => {
  it('shows a reference to read out, if there is one', async () => {
    const page = <ProblemPage view={view} reference="4F7K-2M9Q" />;
    expect(await mainText(page)).toContain('Reference: 4F7K-2M9Q');
    expect(await mainText(<ProblemPage view={view} />)).not.toContain('eference');
  });
});
