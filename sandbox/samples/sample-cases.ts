import type { SandboxDocument } from '../document-download-api/sandbox-document.ts';
import { textOfSize } from '../files/sample-file.ts';
import type { SampleServiceName } from './sample-services.ts';

/** What makes a sample link what it is. What is left out is that of an ordinary PDF. */
export interface SampleCase {
  readonly title: string;
  /** What the landing page answers; 200 when absent. */
  readonly status?: number;
  readonly service?: SampleServiceName | 'unknown';
  /** What is special about the document; null where no document is stored. */
  readonly document?: Partial<Omit<SandboxDocument, 'serviceId' | 'documentId' | 'key'>> | null;
  /** The link carries the key of another document. */
  readonly wrongKey?: boolean;
}

/** The address that opens the samples that ask for one. */
export const SAMPLE_EMAIL_ADDRESS = 'someone@example.gov.uk';

const LETTERS = 'a very long file name that goes on and on ';

/** Every sample link by name. */
export const SAMPLE_CASES = {
  pdf: { title: 'A PDF' },
  csv: { title: 'A CSV file', document: { extension: 'csv' } },
  txt: { title: 'A text file', document: { extension: 'txt' } },
  json: { title: 'A JSON file', document: { extension: 'json' } },
  rtf: { title: 'A rich text file', document: { extension: 'rtf' } },
  odt: { title: 'An OpenDocument text', document: { extension: 'odt' } },
  doc: { title: 'An old Word document', document: { extension: 'doc' } },
  docx: { title: 'A Word document', document: { extension: 'docx' } },
  xlsx: { title: 'A spreadsheet', document: { extension: 'xlsx' } },
  jpg: { title: 'A JPEG ending in jpg', document: { extension: 'jpg' } },
  jpeg: { title: 'A JPEG ending in jpeg', document: { extension: 'jpeg' } },
  png: { title: 'A PNG', document: { extension: 'png' } },
  'upper-case-type': { title: 'A type in upper case', document: { extension: 'PDF' } },
  'unknown-type': { title: 'A file of unknown type', document: { extension: 'xyz' } },

  'asks-for-email': {
    title: 'Asks for the e-mail address',
    document: { emailAddress: SAMPLE_EMAIL_ADDRESS },
  },
  'asks-for-email-no-contact': {
    title: 'Asks for the e-mail address, sent by a service without contact',
    service: 'no-contact',
    document: { emailAddress: SAMPLE_EMAIL_ADDRESS, filename: 'Decision letter.pdf' },
  },

  'no-expiry': { title: 'No expiry date', document: { daysLeft: null } },
  'expires-today': { title: 'Expires today', document: { daysLeft: 0 } },
  'expires-in-29-days': { title: 'Expires in 29 days', document: { daysLeft: 29 } },
  'expires-in-30-days': { title: 'Expires in 30 days', document: { daysLeft: 30 } },
  'expires-in-31-days': { title: 'Expires in 31 days', document: { daysLeft: 31 } },

  expired: { title: 'Expired', status: 410, document: { daysLeft: -1 } },
  deleted: { title: 'Deleted', status: 410, document: { state: 'deleted' } },
  blocked: { title: 'Blocked', status: 404, document: { state: 'blocked' } },
  'wrong-key': { title: 'Wrong key', status: 404, wrongKey: true },
  'unknown-document': { title: 'Unknown document', status: 404, document: null },
  'unknown-service': { title: 'Unknown service', status: 404, service: 'unknown' },

  'email-contact': { title: 'Service with an e-mail contact' },
  'phone-contact': { title: 'Service with a phone number', service: 'phone-contact' },
  'web-contact': { title: 'Service with a web contact', service: 'web-contact' },
  'no-contact': { title: 'Service with no contact', service: 'no-contact' },
  'inactive-service': { title: 'Service that is no longer live', service: 'inactive' },
  'welsh-service': { title: 'Service with a Welsh name', service: 'welsh' },
  'long-service': { title: 'Service with a very long name', service: 'very-long' },
  'script-service': { title: 'Service named like a script', service: 'hostile-script' },
  'quotes-service': { title: 'Service named with quotes and tags', service: 'hostile-quotes' },
  'bidirectional-service': {
    title: 'Service named with direction marks',
    service: 'hostile-direction',
  },
  'data-link-service': { title: 'Service with a data: contact', service: 'hostile-data-link' },
  'expired-no-contact': {
    title: 'Expired, sent by a service with no contact',
    status: 410,
    service: 'no-contact',
    document: { daysLeft: -10 },
  },
  'expired-phone-contact': {
    title: 'Expired, sent by a service with a phone number',
    status: 410,
    service: 'phone-contact',
    document: { daysLeft: -10 },
  },
  'expired-script-service': {
    title: 'Expired, sent by a service named like a script',
    status: 410,
    service: 'hostile-script',
    document: { daysLeft: -10 },
  },

  'named-file': { title: 'A file with a name', document: { filename: 'Decision letter.pdf' } },
  'long-name': {
    title: 'A file with a very long name',
    document: { filename: `${LETTERS.repeat(5)}${'unbroken'.repeat(10)}.pdf` },
  },
  'bidirectional-name': {
    title: 'A file name that reads backwards',
    document: { filename: 'Invoice \u202Efdp.exe\u202C \u05D7\u05E9\u05D1\u05D5\u05DF.pdf' },
  },
  'odd-name': {
    title: 'A file name of odd characters',
    document: { filename: 'Ré sumé – “2026”\u200B\u00A0🏴󠁧󠁢󠁷󠁬󠁳󠁿\n\t.pdf' },
  },
  'hostile-name': {
    title: 'A file named like a script',
    document: { filename: `"><script>alert('name')</script>&amp;../../etc/passwd.pdf` },
  },

  'older-expired-null': {
    title: 'Expired, as an older API says it (no document)',
    status: 410,
    document: { daysLeft: -1, olderApi: 'null-document' },
  },
  'older-expired-date': {
    title: 'Expired, as an older API says it (date in the past)',
    status: 410,
    document: { daysLeft: -1, olderApi: 'past-date' },
  },
  'older-fields': {
    title: 'Answer of an older API with fewer fields',
    document: { olderApi: 'fewer-fields' },
  },
  'older-wrong-key': {
    title: 'Wrong key, as an older API says it (403)',
    status: 404,
    wrongKey: true,
    document: { olderApi: 'forbidden-key' },
  },

  'slow-document': {
    title: 'Slow document-download-api',
    status: 504,
    document: { trouble: 'slow' },
  },
  'broken-document': {
    title: 'Broken document-download-api',
    status: 503,
    document: { trouble: 'broken' },
  },
  'storage-down': {
    title: 'Storage behind document-download-api is down',
    status: 503,
    document: { trouble: 'storage-down' },
  },
  'slow-service': { title: 'Slow Notify API', status: 504, service: 'slow' },
  'broken-service': { title: 'Broken Notify API', status: 503, service: 'broken' },

  'size-empty': { title: 'An empty file', document: ofSize(0) },
  'size-256-bytes': { title: 'A file of 0.2KB', document: ofSize(256) },
  'size-10-kb': { title: 'A file of 10KB', document: ofSize(10_240) },
  'size-below-limit': { title: 'The largest size shown in KB', document: ofSize(52_428) },
  'size-above-limit': { title: 'The smallest size shown in MB', document: ofSize(52_429) },
  'size-2-mb': { title: 'A file of 2MB', document: ofSize(2_097_151) },
} as const satisfies Record<string, SampleCase>;

function ofSize(bytes: number): Pick<SandboxDocument, 'extension' | 'content'> {
  let made: Buffer | undefined;
  return { extension: 'txt', content: () => (made ??= textOfSize(bytes)) };
}
