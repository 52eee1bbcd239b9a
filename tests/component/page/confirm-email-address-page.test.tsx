import { describe, expect, it } from 'vitest';
import {
  ConfirmEmailAddressPage,
  type FormError,
} from '#app/d/[service]/[document]/confirm-email-address/confirm-email-address-page.tsx';
import { findAll, type HtmlElement } from '#tests/support/read-html.ts';
import { FORM, readPage, sampleService, sampleView } from './sample-pages.tsx';

function form(error?: FormError, value?: string) {
  const props = { view: sampleView('en'), service: sampleService(), ...FORM };
  return readPage(<ConfirmEmailAddressPage {...props} error={error} value={value} />);
}

function byId(html: HtmlElement, id: string) {
  return html.elements.find(({ attributes }) => attributes['id'] === id);
}

function summaryOf(html: HtmlElement) {
  return html.elements.find(({ attributes }) => attributes['class'] === 'govuk-error-summary');
}

describe('the e-mail form', () => {
  it('is posted to its own address with its token, and leaves checking to us', async () => {
    const html = await form();
    const { formAction: action } = FORM;
    const [element] = findAll(html, 'form', 'main');
    expect(element?.attributes).toEqual({ method: 'post', action, novalidate: '' });
    const token = findAll(html, 'input').find(({ attributes }) => attributes['name'] === 'token');
    expect(token?.attributes).toMatchObject({ type: 'hidden', value: FORM.token });
  });

  it('has a field that browsers can fill in', async () => {
    const html = await form();
    expect(byId(html, 'email_address')?.attributes).toMatchObject({
      name: 'email_address',
      type: 'email',
      autocomplete: 'email',
      spellcheck: 'false',
      'aria-describedby': 'email_address-hint',
    });
    const [label] = findAll(html, 'label');
    expect(label).toMatchObject({ text: 'Email address', attributes: { for: 'email_address' } });
  });

  it('has one button, and a link back', async () => {
    const html = await form();
    expect(findAll(html, 'button', 'main').map(({ text }) => text)).toEqual(['Continue']);
    const back = findAll(html, 'a').find(({ text }) => text === 'Back');
    expect(back?.attributes['href']).toBe(FORM.backUrl);
  });

  it('shows no error before it is sent', async () => {
    const html = await form();
    expect(summaryOf(html)).toBeUndefined();
    expect(findAll(html, 'title')[0]?.text).toBe('Confirm your email address – GOV.UK');
  });

  it.each([
    ['empty', 'Enter your email address'],
    ['malformed', 'Not a valid email address'],
  ] as const)('tells in the summary and at the field that it was %s', async (error, message) => {
    const html = await form(error, '');
    expect(summaryOf(html)?.text).toBe(`There is a problem${message}`);
    const [link] = findAll(summaryOf(html) ?? html, 'a');
    expect(link).toMatchObject({ text: message, attributes: { href: '#email_address' } });
    expect(byId(html, 'email_address-error')?.text).toBe(`Error: ${message}`);
    expect(byId(html, 'email_address')?.attributes['aria-describedby']).toBe(
      'email_address-hint email_address-error',
    );
  });

  it('tells of a wrong address in the summary only, and whose list of addresses is meant', async () => {
    const html = await form('wrong-address');
    const text = summaryOf(html)?.text;
    expect(text).toMatch(
      /^There is a problemThis is not the email address the file was sent to\b.+XYZZY/,
    );
    expect(byId(html, 'email_address-error')).toBeUndefined();
  });

  it.each(['empty', 'malformed', 'wrong-address'] as const)(
    'has the %s error in its title but not in its heading',
    async (error) => {
      const html = await form(error);
      expect(findAll(html, 'title')[0]?.text).toBe('Error: Confirm your email address – GOV.UK');
      expect(findAll(html, 'h1')[0]?.text).toBe('Confirm your email address');
    },
  );

  it('shows again what was typed, whatever it was', async () => {
    const typed = '"><script>alert(1)</script>&amp;\u202e';
    const html = await form('malformed', typed);
    expect(byId(html, 'email_address')?.attributes['value']).toBe(typed);
    expect(findAll(html, 'script', 'body')).toEqual([]);
  });
});
