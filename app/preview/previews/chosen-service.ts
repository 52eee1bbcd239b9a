import { parseContact } from '#lib/documents/contact.ts';
import { readableServiceName, type Service } from '#lib/documents/service.ts';
import type { StaffWords } from '#lib/language/staff/staff-words.ts';
import { ServiceNotFoundError } from '#lib/notify/api-errors.ts';
import { isApiError } from '#lib/notify/failure-kinds.ts';
import { currentCall } from '#lib/request/current-call.ts';
import { wiring } from '#lib/wiring.ts';
import type { PreviewQuery } from './preview-stage.ts';

/** What staff ask for in the address of a preview; empty where they do not. */
export interface ServiceWish {
  readonly service: string;
  /** In place of the name that the service has. */
  readonly name: string;
  readonly contact: string;
}

/** The service on the previews, or why it cannot be shown. */
export type ChosenService =
  | { readonly kind: 'chosen'; readonly service: Service; readonly isReal: boolean }
  | { readonly kind: 'problem'; readonly problem: 'malformed' | 'unknown' | 'unavailable' };

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const EXAMPLE_CONTACT = 'help@example.gov.uk';

export function readServiceWish({ searchParams }: URL): ServiceWish {
  const read = (name: string) => (searchParams.get(name) ?? '').trim();
  return { service: read('service'), name: read('name'), contact: read('contact') };
}

/** What links carry so that the next preview shows the same service. */
export function serviceQuery(wish: ServiceWish): PreviewQuery {
  return Object.fromEntries(Object.entries(wish).filter(([, text]) => text !== ''));
}

/** Finds the service, and puts the wording that staff want to try in place of its own. */
export async function chooseService(wish: ServiceWish, words: StaffWords): Promise<ChosenService> {
  const isReal = wish.service !== '';
  if (isReal && !UUID.test(wish.service)) return { kind: 'problem', problem: 'malformed' };
  try {
    const service = isReal ? await askService(wish.service) : exampleService(words);
    return {
      kind: 'chosen',
      isReal,
      service: {
        ...service,
        ...(wish.name !== '' && { name: readableServiceName(wish.name) }),
        ...(wish.contact !== '' && { contact: parseContact(wish.contact) }),
      },
    };
  } catch (error) {
    if (error instanceof ServiceNotFoundError) return { kind: 'problem', problem: 'unknown' };
    if (isApiError(error)) return { kind: 'problem', problem: 'unavailable' };
    throw error;
  }
}

/** As it is now: staff may have changed it a moment ago. */
function askService(id: string): Promise<Service> {
  return wiring().askService(id.toLowerCase(), currentCall());
}

function exampleService({ previews }: StaffWords): Service {
  return {
    id: '',
    name: previews.service.exampleName,
    contact: parseContact(EXAMPLE_CONTACT),
    active: true,
  };
}
