import { encodeUuid } from '#lib/documents/uuid-base64.ts';
import type { Answer } from '../http/answer.ts';
import { redirectAnswer } from '../http/html-answer.ts';
import { contentDisposition } from './content-disposition.ts';
import type { StorageWords } from './find-document.ts';
import type { SandboxDocument } from './sandbox-document.ts';

/** What the storage says when `download` asks it for a file. */
export const FILE_WORDS: StorageWords = {
  emptyKey: "{'Code': '400', 'Message': 'Bad Request'}",
  wrongKey:
    "{'Code': 'AccessDenied', 'Message': 'Requests specifying Server Side Encryption with Customer provided keys must provide the correct secret key.'}",
  down: "{'Code': 'SlowDown', 'Message': 'Please reduce your request rate.'}",
};

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  png: 'image/png',
  rtf: 'text/rtf; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Answers with the file itself, whole: the API takes no ranges. */
export function downloadFile(document: SandboxDocument): Answer {
  const { documentId, filename } = document;
  const extension = document.extension.toLowerCase();
  return {
    status: 200,
    headers: {
      'Content-Disposition': contentDisposition(
        filename ?? `${documentId}.${document.extension}`,
        extension,
      ),
      'Content-Type': CONTENT_TYPES[extension] ?? 'application/octet-stream',
      'Cache-Control': 'no-cache',
      'X-Robots-Tag': 'noindex, nofollow',
      'Referrer-Policy': 'no-referrer',
    },
    body: document.content(),
  };
}

/** Sends a reader who has not confirmed their e-mail address back to the landing page. */
export function sendToLandingPage(document: SandboxDocument, frontendUrl: string): Answer {
  const { serviceId, documentId, key } = document;
  const path = `/d/${encodeUuid(serviceId)}/${encodeUuid(documentId)}`;
  return redirectAnswer(`${frontendUrl}${path}?key=${key}`);
}
