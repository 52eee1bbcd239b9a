import * as z from 'zod';
import type { DocumentLink } from '#lib/documents/document-link.ts';
import type { Secret } from '#lib/secret/secret.ts';
import type { Seals } from './seals.ts';

/** Proves that a form was shown by these pages, for browsers which do not say where a form came from. */
export interface FormTokens {
  issue(link: DocumentLink): Promise<Secret>;
  isRight(token: string, link: DocumentLink): Promise<boolean>;
}

/** A form that was left open overnight, or all weekend, still works. */
const LIFETIME_SECONDS = 14 * 24 * 60 * 60;

const formToken = z.object({ formOf: z.string() });

export function createFormTokens(seals: Seals): FormTokens {
  return {
    issue: (link) => seals.seal({ formOf: formName(link) }, LIFETIME_SECONDS),
    async isRight(token, link) {
      const opened = await seals.open(token, formToken);
      return opened?.formOf === formName(link);
    },
  };
}

function formName({ serviceId, documentId }: DocumentLink): string {
  return `confirm-email-address/${serviceId}/${documentId}`;
}
