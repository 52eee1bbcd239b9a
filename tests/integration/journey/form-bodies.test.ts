import { describe, expect, it } from 'vitest';
import { samples } from '#sandbox/samples.ts';
import { openPage, postForm } from '#tests/support/ask.ts';
import { readPage } from '#tests/support/read-page.ts';
import { formPath } from '#tests/support/sample-paths.ts';
import { rawRequest, sendRaw } from '#tests/support/send-raw.ts';
import { useWorld } from '#tests/support/use-world.ts';

const world = useWorld();

const sample = samples['asks-for-email'];
const path = formPath(sample);
const SAME_ORIGIN = { 'Sec-Fetch-Site': 'same-origin' };
const FORM_TYPE = 'application/x-www-form-urlencoded';

const post = (body: RequestInit['body'], contentType: string) =>
  openPage(world.app.url + path, {
    method: 'POST',
    body: body ?? null,
    headers: { ...SAME_ORIGIN, 'Content-Type': contentType },
  });

describe('a body that is no form', () => {
  it.each([
    ['JSON', 'application/json', '{"email_address":"someone@example.gov.uk"}'],
    ['plain text', 'text/plain', 'email_address=someone@example.gov.uk'],
    ['a form of parts', 'multipart/form-data; boundary=x', '--x--'],
    ['an unknown type', 'nonsense', 'email_address='],
    ['a type that begins alike', `${FORM_TYPE}-not`, 'email_address='],
  ])('is refused, and no API is asked: %s', async (_, contentType, body) => {
    const page = await post(body, contentType);
    expect(page.status).toBe(415);
    expect(page.heading).toBe('We could not use what you sent');
    expect(world.sandbox.calls).toEqual([]);
  });

  it('is refused when it does not say what it is', async () => {
    const request = rawRequest('POST', path, ['Sec-Fetch-Site: same-origin', 'Content-Length: 0']);
    const { status } = await sendRaw(world.app.url, request);
    expect(status).toBe(415);
  });
});

describe('a body over 8 kB', () => {
  const tooMuch = `email_address=${'a'.repeat(8 * 1024)}`;

  it('is refused by the length that it tells', async () => {
    const page = await post(tooMuch, FORM_TYPE);
    expect(page.status).toBe(413);
    expect(page.heading).toBe('We could not use what you sent');
    expect(world.sandbox.calls).toEqual([]);
  });

  it('is refused as soon as it has come in pieces', async () => {
    const head = rawRequest('POST', path, [
      'Sec-Fetch-Site: same-origin',
      `Content-Type: ${FORM_TYPE}`,
      'Transfer-Encoding: chunked',
    ]);
    const piece = 'a'.repeat(4096);
    const chunk = `${piece.length.toString(16)}\r\n${piece}\r\n`;
    const { status, body } = await sendRaw(world.app.url, `${head}${chunk.repeat(3)}0\r\n\r\n`);
    expect(status).toBe(413);
    expect(readPage(body).heading).toBe('We could not use what you sent');
    expect(world.sandbox.calls).toEqual([]);
  });

  it('is taken at the limit', async () => {
    const rest = `&rest=${'a'.repeat(8 * 1024)}`;
    const body = `email_address=${sample.emailAddress ?? ''}${rest}`.slice(0, 8 * 1024);
    const page = await post(body, FORM_TYPE);
    expect(page.status).toBe(302);
  });
});

describe('an e-mail address', () => {
  it.each([
    ['spaces around it', '  someone@example.gov.uk\t'],
    ['capitals', 'Someone@Example.GOV.UK'],
    ['an invisible space in it', 'some\u200Bone@example.gov.uk'],
  ])('is understood with %s', async (_, email_address) => {
    const page = await postForm(world.app.url + path, { email_address });
    expect(page.status).toBe(302);
  });

  it('is taken with another charset named', async () => {
    const page = await post('email_address=someone%40example.gov.uk', `${FORM_TYPE};charset=UTF-8`);
    expect(page.status).toBe(302);
  });

  it('is asked for where the form has no such field, and no API is asked for it', async () => {
    const page = await postForm(world.app.url + path, { email: 'someone@example.gov.uk' });
    expect(page.status).toBe(400);
    expect(world.sandbox.counts.authenticate).toBe(0);
  });

  it('is the first of two', async () => {
    const body = 'email_address=someone%40example.gov.uk&email_address=other%40example.gov.uk';
    const page = await post(body, FORM_TYPE);
    expect(page.status).toBe(302);
  });

  it.each(['"><script>alert(1)</script>', `' onfocus='alert(1)`, '\u202Eku.vog'])(
    'is given back as text to be put right: %s',
    async (typed) => {
      const page = await postForm(world.app.url + path, { email_address: typed });
      const field = page
        .inMain('input')
        .find(({ attributes }) => attributes['id'] === 'email_address');
      expect(page.status).toBe(400);
      expect(field?.attributes['value']).toBe(typed);
      expect(Object.keys(field?.attributes ?? {}).filter((name) => name.startsWith('on'))).toEqual(
        [],
      );
      expect(page.all('script')).toHaveLength(1);
    },
  );
});
