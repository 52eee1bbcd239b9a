import type { SandboxDocument } from '#sandbox/document-download-api/sandbox-document.ts';
import { sampleFile } from '#sandbox/files/sample-file.ts';
import { SAMPLE_EMAIL_ADDRESS } from '#sandbox/samples.ts';
import { sampleKey, sampleUuid } from '#sandbox/samples/sample-ids.ts';
import { sampleServiceId } from '#sandbox/samples/sample-services.ts';

/** document-download-api lets each be opened 50 times in 5 minutes, and a run posts many forms. */
const COUNT = 6_000;

/** Documents that ask for an e-mail address. */
export const benchDocuments: readonly SandboxDocument[] = Array.from(
  { length: COUNT },
  (_, index) => ({
    serviceId: sampleServiceId('email-contact'),
    documentId: sampleUuid(`bench:${index}`),
    key: sampleKey(`bench:${index}`),
    extension: 'pdf',
    daysLeft: 180,
    emailAddress: SAMPLE_EMAIL_ADDRESS,
    content: () => sampleFile('pdf'),
  }),
);
