import * as z from 'zod';
import { contactText } from '#lib/documents/contact.ts';
import type { Service } from '#lib/documents/service.ts';
import { ServiceAnswer, toService } from '#lib/notify/service-answer.ts';
import type { ServiceEntry } from './service-entry.ts';
import type { SharedStore } from './shared-store.ts';

/** What the shared store knows of a service. */
export interface SharedFinds {
  /** Notify's own entry: its admin program deletes it at every change, so it is always right. */
  readonly current: Service | null;
  /** Ours, which may have been overtaken. */
  readonly own: ServiceEntry | null;
}

/** Services in the store that all instances share. */
export interface SharedServices {
  find(id: string): Promise<SharedFinds>;
  /** Keeps an entry as our own. Notify's is never written. */
  keep(entry: ServiceEntry): Promise<void>;
}

const OWN_PREFIX = 'document-download-frontend:service:';
const OWN_TTL_SECONDS = 24 * 60 * 60;
/** Notify's entries have a few kilobytes; anything much larger is none of them. */
const MAX_TEXT_LENGTH = 64 * 1024;
const NOTHING: SharedFinds = { current: null, own: null };

const OwnEntry = ServiceAnswer.extend({ fetchedAtMs: z.number() });

/**
 * What is read from the store is checked like an answer of Notify API: others write there too.
 *
 * @param nowMs milliseconds since 1970
 */
export function createSharedServices(
  store: SharedStore | null,
  nowMs: () => number,
): SharedServices {
  if (store === null)
    return { find: () => Promise.resolve(NOTHING), keep: () => Promise.resolve() };
  return {
    find: async (id) => {
      const [notifyText, ownText] = await store.get([`service-${id}`, OWN_PREFIX + id]);
      const current = parse(ServiceAnswer, notifyText);
      const own = parse(OwnEntry, ownText);
      return {
        current: current && toService(id, current),
        own: own && {
          service: toService(id, own),
          fetchedAtMs: inThePast(own.fetchedAtMs, nowMs()),
        },
      };
    },
    keep: ({ service, fetchedAtMs }) => {
      const { name, contact, active } = service;
      const data = { name, contact_link: contactText(contact), active };
      const text = JSON.stringify({ fetchedAtMs, data } satisfies z.infer<typeof OwnEntry>);
      return store.set(OWN_PREFIX + service.id, text, OWN_TTL_SECONDS);
    },
  };
}

function parse<Value>(schema: z.ZodType<Value>, text: string | null | undefined): Value | null {
  if (text === null || text === undefined || text.length > MAX_TEXT_LENGTH) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** An entry from the future, made by a machine with a wrong clock, counts as old as it is ahead. */
function inThePast(timeMs: number, nowMs: number): number {
  return nowMs - Math.abs(nowMs - timeMs);
}
