import type { DocumentState } from '#lib/documents/available-document.ts';
import type { DocumentLink } from '#lib/documents/document-link.ts';
import type { Service } from '#lib/documents/service.ts';
import type { FaultName } from '#lib/language/staff/link-check-words.ts';
import {
  ApiCredentialsError,
  ApiTimeoutError,
  ServiceNotFoundError,
} from '#lib/notify/api-errors.ts';
import { isApiError } from '#lib/notify/failure-kinds.ts';
import { Secret } from '#lib/secret/secret.ts';
import { describeDocument } from './describe-document.ts';
import type { DocumentFacts, ServiceFacts } from './link-report.ts';

/** What can be asked about a link. None of it counts as a visit or an attempt. */
export interface LinkQuestions {
  /** Asks Notify API itself, so that its faults are seen. */
  readonly askService: (serviceId: string) => Promise<Service>;
  /** Asks as the pages do, which know services for a while although Notify API fails. */
  readonly recallService: (serviceId: string) => Promise<Service>;
  readonly checkDocument: (link: DocumentLink) => Promise<DocumentState>;
  readonly now: () => Date;
}

/** What was found out; null where it could not be, because the API has a fault. */
export interface Finding<Facts> {
  readonly facts: Facts | null;
  readonly fault: FaultName | 'none';
}

/** Looks for the service of a link. */
export async function lookUpService(
  serviceId: string,
  { askService, recallService }: LinkQuestions,
): Promise<Finding<ServiceFacts>> {
  const asked = await find(() => describeService(askService(serviceId)));
  if (asked.fault === 'none') return asked;
  const recalled = await find(() => describeService(recallService(serviceId)));
  return { facts: recalled.facts, fault: asked.fault };
}

/** Looks for the document of a link; with a key that opens nothing where the link has none. */
export function lookUpDocument(
  place: Omit<DocumentLink, 'key'>,
  key: Secret | null,
  { checkDocument, now }: LinkQuestions,
): Promise<Finding<DocumentFacts>> {
  const withoutKey = { ...place, key: KEY_THAT_OPENS_NOTHING };
  return find(async () => {
    const state = await checkDocument(key === null ? withoutKey : { ...place, key });
    const facts = describeDocument(state, now());
    if (key === null || facts.kind !== 'deleted') return facts;
    const again = await checkDocument(withoutKey);
    return again.kind === 'gone' ? facts : { kind: 'expired', lastDay: null };
  });
}

/**
 * The API says the same of deleted documents and of expired ones. But only where there still is a
 * file does it look at the key first: so with a wrong key the deleted are gone and the expired refused.
 */
const KEY_THAT_OPENS_NOTHING = new Secret('A'.repeat(43));

async function find<Facts>(ask: () => Promise<Facts>): Promise<Finding<Facts>> {
  try {
    return { facts: await ask(), fault: 'none' };
  } catch (error) {
    if (!isApiError(error)) throw error;
    return { facts: null, fault: nameFault(error) };
  }
}

function nameFault(error: Error): FaultName {
  if (error instanceof ApiTimeoutError) return 'slow';
  return error instanceof ApiCredentialsError ? 'refuses-us' : 'failing';
}

async function describeService(asked: Promise<Service>): Promise<ServiceFacts> {
  try {
    const { name, active } = await asked;
    return { kind: 'known', name, isLive: active };
  } catch (error) {
    if (error instanceof ServiceNotFoundError) return { kind: 'unknown' };
    throw error;
  }
}
