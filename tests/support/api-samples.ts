import type { DocumentLink } from '#lib/documents/document-link.ts';
import type { CallContext } from '#lib/notify/call-context.ts';
import { Secret } from '#lib/secret/secret.ts';

export const SERVICE_ID = 'd6aa2c68-a2d9-4437-ab19-3ae8eb202553';
export const LINK: DocumentLink = {
  serviceId: SERVICE_ID,
  documentId: '2bdf7e9b-de5a-427f-84e6-e1ab2ff96ede',
  key: new Secret('canary-key-5foMBhnzJ2h0d8MYHxSx4NxceQ'),
};
export const EMAIL_ADDRESS = new Secret('canary-reader@example.gov.uk');
export const API_SECRET = new Secret('canary-api-secret');

export const DOCUMENT = {
  available_until: '2999-12-31',
  confirm_email: true,
  direct_file_url: 'https://download.example.gov.uk/file.pdf?key=canary-file-key',
  file_extension: 'pdf',
  filename: null,
  size_in_bytes: 14_099,
} as const;
export const SERVICE = {
  name: 'Sample service',
  contact_link: 'https://sample.example.gov.uk/contact',
  active: true,
} as const;

/** A context that ends so many milliseconds from now. */
export function contextFor(timeoutMs: number, signal?: AbortSignal): CallContext {
  return {
    deadline: performance.now() + timeoutMs,
    traceId: 'trace-of-test',
    spanId: 'span-of-test',
    ...(signal && { signal }),
  };
}
