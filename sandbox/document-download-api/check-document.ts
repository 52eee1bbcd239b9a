import type { Answer } from '../http/answer.ts';
import { jsonAnswer } from '../http/json-answer.ts';
import { isExpired, type StorageWords } from './find-document.ts';
import type { SandboxDocument } from './sandbox-document.ts';

/** What the storage says when `check` asks it for a document's metadata. */
export const METADATA_WORDS: StorageWords = {
  emptyKey: "{'Code': '400', 'Message': 'Bad Request'}",
  wrongKey: "{'Code': '403', 'Message': 'Forbidden'}",
  down: "{'Code': '503', 'Message': 'Service Unavailable'}",
};

const HEADERS = {
  'X-Robots-Tag': 'noindex, nofollow',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'max-age=1800',
} as const;

const MS_PER_DAY = 86_400_000;

/** Dates as the pages count them: a document's last day ends at midnight in the United Kingdom. */
const londonDate = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** Answers a check of a document that is there: what it is and where its file is. */
export function checkDocument(document: SandboxDocument, publicUrl: string, nowMs: number): Answer {
  if (isExpired(document) && document.olderApi === 'null-document') {
    return jsonAnswer(200, { document: null }, HEADERS);
  }
  const metadata = {
    available_until: availableUntil(document, nowMs),
    confirm_email: document.emailAddress !== undefined,
    direct_file_url: directFileUrl(document, publicUrl),
    file_extension: document.extension,
    filename: document.filename ?? null,
    size_in_bytes: document.content().length,
  };
  if (document.olderApi !== 'fewer-fields') return jsonAnswer(200, { document: metadata }, HEADERS);
  const { available_until, direct_file_url, file_extension, size_in_bytes } = metadata;
  const older = { available_until, direct_file_url, file_extension, size_in_bytes };
  return jsonAnswer(200, { document: older }, HEADERS);
}

/** Where readers' browsers get the file. */
export function directFileUrl(document: SandboxDocument, publicUrl: string): string {
  const { serviceId, documentId, extension, key } = document;
  return `${publicUrl}/services/${serviceId}/documents/${documentId}.${extension}?key=${key}`;
}

function availableUntil({ daysLeft }: SandboxDocument, nowMs: number): string | null {
  if (daysLeft === null) return null;
  const today = Date.parse(londonDate.format(nowMs));
  return new Date(today + daysLeft * MS_PER_DAY).toISOString().slice(0, 10);
}
