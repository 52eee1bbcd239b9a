import * as z from 'zod';
import { parseContact } from '#lib/documents/contact.ts';
import { readableServiceName } from '#lib/documents/service.ts';
import type { Service } from '#lib/documents/service.ts';

/** What is read of Notify API's answer about a service; it holds much more. */
export const ServiceAnswer = z.object({
  data: z.object({
    name: z.string(),
    contact_link: z.string().nullable(),
    active: z.boolean(),
  }),
});
export type ServiceAnswer = z.infer<typeof ServiceAnswer>;

/** The service that an answer is about. The texts in it are strangers' and made safe to read here. */
export function toService(id: string, { data }: ServiceAnswer): Service {
  return {
    id,
    name: readableServiceName(data.name),
    contact: parseContact(data.contact_link),
    active: data.active,
  };
}
