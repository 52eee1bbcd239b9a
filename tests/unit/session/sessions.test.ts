import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { DocumentLink } from '#lib/documents/document-link.ts';
import { Secret } from '#lib/secret/secret.ts';
import { accessCookie } from '#lib/session/access-cookie.ts';
import { createConfirmations } from '#lib/session/confirmations.ts';
import { createFormTokens } from '#lib/session/form-tokens.ts';
import { createSeals } from '#lib/session/seals.ts';
import { formatCookie } from '#lib/session/set-cookie.ts';

const OLD = new Secret('old-key-'.repeat(5));
const NEW = new Secret('new-key-'.repeat(5));
const data = z.object({ name: z.string() });

const link: DocumentLink = {
  serviceId: '11111111-1111-4111-8111-111111111111',
  documentId: '22222222-2222-4222-8222-222222222222',
  key: new Secret('key'),
};
const otherLink = { ...link, documentId: '33333333-3333-4333-8333-333333333333' };
const access = {
  fileUrl: new Secret('https://download.documents.example/services/1/documents/2.pdf?key=k'),
  signedData: new Secret('.eJx-signed.data_1'),
};

describe('createSeals', () => {
  it('opens what it sealed', async () => {
    const seals = createSeals([NEW]);
    const sealed = await seals.seal({ name: 'value' }, 60);
    expect(sealed.reveal()).not.toContain('value');
    expect(await seals.open(sealed.reveal(), data)).toEqual({ name: 'value' });
  });

  it('opens what was sealed before a rotation, and after the old key is gone what the new one sealed', async () => {
    const before = (await createSeals([OLD]).seal({ name: 'before' }, 60)).reveal();
    const rotating = createSeals([NEW, OLD]);
    const after = (await rotating.seal({ name: 'after' }, 60)).reveal();
    expect(await rotating.open(before, data)).toEqual({ name: 'before' });
    expect(await createSeals([NEW]).open(after, data)).toEqual({ name: 'after' });
    expect(await createSeals([NEW]).open(before, data)).toBeNull();
  });

  it.each(['', 'nonsense', 'Fe26.2*1*a*b*c*d*e*f~2', 'x'.repeat(100_000)])(
    'does not open %.20s',
    async (sealed) => {
      expect(await createSeals([NEW]).open(sealed, data)).toBeNull();
    },
  );

  it('opens neither a changed seal nor data of another shape', async () => {
    const seals = createSeals([NEW]);
    const sealed = (await seals.seal({ other: 1 }, 60)).reveal();
    expect(await seals.open(sealed, data)).toBeNull();
    const changed = (await seals.seal({ name: 'a' }, 60)).reveal().replace(/.{3}~/, 'AAA~');
    expect(await seals.open(changed, data)).toBeNull();
  });
});

describe('createConfirmations', () => {
  const confirmations = createConfirmations(createSeals([NEW]), true);

  it('recalls what was remembered, from a cookie of that document’s pages', async () => {
    const cookie = await confirmations.remember(link, access);
    expect(formatCookie(cookie)).toMatch(
      /^document_confirmation=[^;]+; Path=\/d\/[\w-]{22}\/[\w-]{22}; HttpOnly; Secure; SameSite=Lax$/,
    );
    const recalled = await confirmations.recall(link, revealed(cookie.value));
    expect(recalled?.signedData.reveal()).toBe(access.signedData.reveal());
    expect(recalled?.fileUrl.reveal()).toBe(access.fileUrl.reveal());
  });

  it('fits in a cookie', async () => {
    const cookie = await confirmations.remember(link, access);
    expect(formatCookie(cookie).length).toBeLessThan(2000);
  });

  it('recalls nothing for another document, or without a cookie', async () => {
    const cookie = await confirmations.remember(link, access);
    expect(await confirmations.recall(otherLink, revealed(cookie.value))).toBeNull();
    expect(await confirmations.recall(link, undefined)).toBeNull();
    expect(await confirmations.recall(link, 'forged')).toBeNull();
  });
});

describe('createFormTokens', () => {
  const tokens = createFormTokens(createSeals([NEW]));

  it('knows its own tokens, for their own document only', async () => {
    const token = (await tokens.issue(link)).reveal();
    expect(await tokens.isRight(token, link)).toBe(true);
    expect(await tokens.isRight(token, otherLink)).toBe(false);
    expect(await tokens.isRight('', link)).toBe(false);
  });

  it('does not take another sealed value for a token', async () => {
    const confirmations = createConfirmations(createSeals([NEW]), true);
    const cookie = await confirmations.remember(link, access);
    expect(await tokens.isRight(revealed(cookie.value), link)).toBe(false);
  });
});

describe('accessCookie', () => {
  it.each([
    ['https://download.documents.example', 'documents.example'],
    ['http://127.0.0.1:7200', undefined],
    ['https://documents-download.example', undefined],
  ])('of %s has the domain %s', (publicApiUrl, domain) => {
    const cookie = accessCookie(access, publicApiUrl, false);
    expect(cookie.domain).toBe(domain);
    expect(formatCookie(cookie)).toBe(
      [
        'document_access_signed_data=.eJx-signed.data_1',
        'Path=/services/1/documents/2.pdf',
        ...(domain === undefined ? [] : [`Domain=${domain}`]),
        'HttpOnly',
        'SameSite=Lax',
      ].join('; '),
    );
  });
});

function revealed(value: Secret | string): string {
  return typeof value === 'string' ? value : value.reveal();
}
