import { encodeUuid } from '#lib/documents/uuid-base64.ts';
import type { SandboxDocument } from '#sandbox/document-download-api/sandbox-document.ts';
import { textOfSize } from '#sandbox/files/sample-file.ts';
import type { SandboxService } from '#sandbox/notify-api/sandbox-service.ts';
import { SAMPLE_EMAIL_ADDRESS, sampleDocuments, sampleServices } from '#sandbox/samples.ts';
import { sampleKey, sampleUuid } from '#sandbox/samples/sample-ids.ts';

/** A link of which no page has been seen. */
export interface FreshSample {
  /** Path and query of its landing page. */
  readonly path: string;
  readonly serviceId: string;
  readonly documentId: string;
  readonly key: string;
}

/** What the sandbox is started with, and the links that are still fresh. */
export interface FreshSamples {
  readonly services: readonly SandboxService[];
  readonly documents: readonly SandboxDocument[];
  /** @throws when all have been used */
  next(): FreshSample;
}

export interface FreshSamplesOptions {
  /** Whether the documents ask for {@link SAMPLE_EMAIL_ADDRESS}. */
  readonly askForEmail?: boolean;
  /** How many there are; by default more than tests use that try until a busy machine lets them succeed. */
  readonly count?: number;
}

/**
 * Documents in plenty, each of a service of its own: the program remembers services, so what happens
 * to a call for one is seen only at the first page about it. The usual samples are there too.
 */
export function createFreshSamples(options: FreshSamplesOptions = {}): FreshSamples {
  const { askForEmail = false, count = 6_000 } = options;
  const names = Array.from({ length: count }, (_, index) => `fresh ${index}`);
  const unused = names.map(describeLink);
  return {
    services: [...sampleServices, ...names.map(createService)],
    documents: [...sampleDocuments, ...names.map((name) => createDocument(name, askForEmail))],
    next() {
      const link = unused.pop();
      if (link === undefined) throw new Error('all fresh samples have been used');
      return link;
    },
  };
}

const serviceIdOf = (name: string) => sampleUuid(`service:${name}`);
const documentIdOf = (name: string) => sampleUuid(`document:${name}`);

function createService(name: string): SandboxService {
  return { id: serviceIdOf(name), name: `Service ${name}`, contactLink: null, active: true };
}

function createDocument(name: string, askForEmail: boolean): SandboxDocument {
  return {
    serviceId: serviceIdOf(name),
    documentId: documentIdOf(name),
    key: sampleKey(name),
    extension: 'txt',
    daysLeft: 180,
    content: () => textOfSize(100),
    ...(askForEmail && { emailAddress: SAMPLE_EMAIL_ADDRESS }),
  };
}

function describeLink(name: string): FreshSample {
  const [serviceId, documentId, key] = [serviceIdOf(name), documentIdOf(name), sampleKey(name)];
  const path = `/d/${encodeUuid(serviceId)}/${encodeUuid(documentId)}?key=${key}`;
  return { path, serviceId, documentId, key };
}
