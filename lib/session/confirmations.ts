import * as z from 'zod';
import { documentPath, type DocumentLink } from '#lib/documents/document-link.ts';
import { Secret } from '#lib/secret/secret.ts';
import type { FileAccess } from './access-cookie.ts';
import type { Seals } from './seals.ts';
import type { Cookie } from './set-cookie.ts';

/**
 * Remembers, in a cookie of that document's pages, that a reader confirmed their e-mail address, so
 * that they are not asked again until they close the browser.
 */
export interface Confirmations {
  remember(link: DocumentLink, access: FileAccess): Promise<Cookie>;
  /** What the reader was given when they confirmed, or null if they have to confirm. */
  recall(link: DocumentLink, cookieValue: string | undefined): Promise<FileAccess | null>;
}

export const CONFIRMATION_COOKIE = 'document_confirmation';

/** A day less than document-download-api takes the access cookie, so that it is never offered in vain. */
const LIFETIME_SECONDS = 29 * 24 * 60 * 60;

const confirmation = z.object({
  document: z.string(),
  fileUrl: z.url({ protocol: /^https?$/ }),
  signedData: z.string(),
});

export function createConfirmations(seals: Seals, secure: boolean): Confirmations {
  return {
    async remember(link, { fileUrl, signedData }) {
      const data = {
        document: documentName(link),
        fileUrl: fileUrl.reveal(),
        signedData: signedData.reveal(),
      };
      const value = await seals.seal(data, LIFETIME_SECONDS);
      const [path = '/'] = documentPath(link, 'landing').split('?', 1);
      return { name: CONFIRMATION_COOKIE, value, path, secure };
    },
    async recall(link, cookieValue) {
      if (cookieValue === undefined) return null;
      const data = await seals.open(cookieValue, confirmation);
      if (data?.document !== documentName(link)) return null;
      return { fileUrl: new Secret(data.fileUrl), signedData: new Secret(data.signedData) };
    },
  };
}

/** The cookie travels with every page below its path; only this document's may open it. */
function documentName({ serviceId, documentId }: DocumentLink): string {
  return `${serviceId}/${documentId}`;
}
