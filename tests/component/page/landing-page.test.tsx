import { describe, expect, it } from 'vitest';
import { LandingPage } from '#app/d/[service]/[document]/landing-page.tsx';
import { findAll } from '#tests/support/read-html.ts';
import { readPage, sampleDocument, sampleService, sampleView } from './sample-pages.tsx';

const CONTINUE = '/d/s/d/download?key=k&lang=en';

function landing(document = sampleDocument(), language: 'en' | 'cy' = 'en') {
  const props = { view: sampleView(language), service: sampleService(), document };
  return readPage(<LandingPage {...props} continueUrl={CONTINUE} />);
}

describe('the landing page', () => {
  it.each([
    ['en', 'You have a file to download – GOV.UK'],
    ['cy', 'Mae gennych ffeil i’w lawrlwytho – GOV.UK'],
  ] as const)('is called so in %s', async (language, title) => {
    const html = await landing(sampleDocument(), language);
    expect(findAll(html, 'title')[0]?.text).toBe(title);
  });

  it('begins with who sent what', async () => {
    const [first] = findAll(await landing(), 'p', 'main');
    expect(first?.text).toBe('XYZZY sent you a PDF to download.');
  });

  it('goes on by one button, the first link of all', async () => {
    const [button] = findAll(await landing(), 'a', 'main');
    expect(button).toMatchObject({
      text: 'Continue',
      attributes: { class: 'govuk-button', href: CONTINUE, role: 'button', draggable: 'false' },
    });
  });

  it('says beforehand that the e-mail address will be asked for, only if it will', async () => {
    const asked = findAll(await landing(sampleDocument({ confirmEmail: true })), 'main')[0]?.text;
    expect(asked).toContain('we will ask for the email address');
    expect(findAll(await landing(), 'main')[0]?.text).not.toContain('email address');
  });

  it('keeps the name of the file to itself until the reader is known', async () => {
    const html = await landing(sampleDocument({ fileName: 'dismissal-letter.pdf' }));
    expect(html.text).not.toContain('dismissal');
  });
});
