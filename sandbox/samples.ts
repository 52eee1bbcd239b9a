import { encodeUuid } from '#lib/documents/uuid-base64.ts';
import type { SandboxDocument } from './document-download-api/sandbox-document.ts';
import { sampleFile } from './files/sample-file.ts';
import { SAMPLE_CASES, type SampleCase } from './samples/sample-cases.ts';
import { sampleKey, sampleUuid } from './samples/sample-ids.ts';
import { sampleServiceId } from './samples/sample-services.ts';

export { SAMPLE_EMAIL_ADDRESS } from './samples/sample-cases.ts';
export { sampleServices } from './samples/sample-services.ts';

export type SampleName = keyof typeof SAMPLE_CASES;

/** A link to try, and what comes of it. */
export interface SampleLink {
  readonly name: SampleName;
  /** What is special about it, for people. */
  readonly title: string;
  /** Path and query of the landing page. */
  readonly path: string;
  /** What the landing page answers. */
  readonly status: number;
  readonly serviceId: string;
  readonly documentId: string;
  /** The key in the link; not the document's where the sample is about a wrong one. */
  readonly key: string;
  /** The address that opens the document, where it asks for one. */
  readonly emailAddress: string | null;
}

const cases: readonly (readonly [string, SampleCase])[] = Object.entries(SAMPLE_CASES);

/** The documents behind the sample links, as document-download-api stores them. */
export const sampleDocuments: readonly SandboxDocument[] = cases.flatMap(([name, sample]) =>
  sample.document === null ? [] : [documentOf(name, sample)],
);

/** The sample links by name. */
export const samples = Object.fromEntries(
  cases.map(([name, sample]) => [name, linkOf(name as SampleName, sample)]),
) as Readonly<Record<SampleName, SampleLink>>;

/** The sample links in the order in which they are declared. */
export const sampleLinks: readonly SampleLink[] = Object.values(samples);

function documentOf(name: string, { service, document }: SampleCase): SandboxDocument {
  const extension = document?.extension ?? 'pdf';
  return {
    daysLeft: 180,
    content: () => sampleFile(extension.toLowerCase()),
    ...document,
    extension,
    serviceId: sampleServiceId(service ?? 'email-contact'),
    documentId: sampleUuid(`document:${name}`),
    key: sampleKey(name),
  };
}

function linkOf(name: SampleName, sample: SampleCase): SampleLink {
  const serviceId = sampleServiceId(sample.service ?? 'email-contact');
  const documentId = sampleUuid(`document:${name}`);
  const key = sampleKey(sample.wrongKey ? 'another document' : name);
  return {
    name,
    title: sample.title,
    path: `/d/${encodeUuid(serviceId)}/${encodeUuid(documentId)}?key=${key}`,
    status: sample.status ?? 200,
    serviceId,
    documentId,
    key,
    emailAddress: sample.document?.emailAddress ?? null,
  };
}
