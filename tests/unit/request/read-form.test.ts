import { describe, expect, it } from 'vitest';
import { readForm } from '#lib/request/read-form.ts';

const FORM = 'application/x-www-form-urlencoded';

const post = (body: BodyInit, contentType = FORM) =>
  new Request('http://localhost/', {
    method: 'POST',
    body,
    headers: { 'content-type': contentType },
    duplex: 'half',
  } as RequestInit);

describe('readForm', () => {
  it.each([FORM, `${FORM}; charset=utf-8`, FORM.toUpperCase()])(
    'reads fields of %s',
    async (type) => {
      const form = await readForm(post('email_address=a%40b.example&token=t', type));
      expect(form.kind === 'form' && [...form.fields]).toEqual([
        ['email_address', 'a@b.example'],
        ['token', 't'],
      ]);
    },
  );

  it.each(['application/json', 'multipart/form-data', `${FORM}x`, 'text/plain'])(
    'does not take %s',
    async (type) => {
      expect((await readForm(post('a=b', type))).kind).toBe('wrong-type');
    },
  );

  it('takes 8 kB and not a byte more', async () => {
    expect((await readForm(post(`a=${'x'.repeat(8190)}`))).kind).toBe('form');
    expect((await readForm(post(`a=${'x'.repeat(8191)}`))).kind).toBe('too-large');
  });

  it('stops reading a body that does not say its length once it is too large', async () => {
    let chunks = 0;
    const endless = new ReadableStream({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    expect((await readForm(post(endless))).kind).toBe('too-large');
    expect(chunks).toBeLessThan(20);
  });

  it('reads an empty body as a form without fields', async () => {
    const form = await readForm(post(''));
    expect(form.kind === 'form' && form.fields.size).toBe(0);
  });
});
