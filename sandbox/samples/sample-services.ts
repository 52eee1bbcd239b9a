import type { SandboxService } from '../notify-api/sandbox-service.ts';
import { sampleUuid } from './sample-ids.ts';

/** A sample service; live unless it says otherwise. */
type SampleService = Omit<SandboxService, 'id' | 'active'> & { readonly active?: boolean };

const SERVICES = {
  'email-contact': {
    name: 'Apply for a juggling licence',
    contactLink: 'help@juggling.example.gov.uk',
  },
  'phone-contact': { name: 'Renew a lighthouse permit', contactLink: '0300 123 4567' },
  'web-contact': {
    name: 'Register a garden gnome',
    contactLink: 'https://www.example.gov.uk/contact?topic=gnomes&lang=en',
  },
  'no-contact': { name: 'Pay a puddle charge', contactLink: null },
  inactive: {
    name: 'Book a steam train inspection',
    contactLink: 'help@steam.example.gov.uk',
    active: false,
  },
  'hostile-script': { name: '<script>alert(1)</script>', contactLink: 'javascript:alert(1)' },
  'hostile-quotes': {
    name: `"Bees' & Wasps" <b>bold</b> &amp;`,
    contactLink: `" onmouseover='alert(1)`,
  },
  'hostile-direction': {
    name: 'Tax \u202Efdp.exe\u202C and \u2066isolated\u2069 \u200Fletters',
    contactLink: '0300 \u202E7654 321',
  },
  'hostile-data-link': {
    name: 'Data links',
    contactLink: 'data:text/html,<script>alert(1)</script>',
  },
  'very-long': {
    name: `The ${'Very '.repeat(40)}Long Department`,
    contactLink: `https://www.example.gov.uk/${'contact-'.repeat(25)}us`,
  },
  welsh: {
    name: 'Gwneud cais am drwydded jyglo – Llŷn',
    contactLink: 'cymorth@jyglo.example.gov.uk',
  },
  slow: { name: 'Slow service', contactLink: 'help@slow.example.gov.uk', trouble: 'slow' },
  broken: { name: 'Broken service', contactLink: 'help@broken.example.gov.uk', trouble: 'broken' },
} as const satisfies Record<string, SampleService>;

export type SampleServiceName = keyof typeof SERVICES;

/** The UUID of a sample service. The name may also be one that no service has. */
export function sampleServiceId(name: SampleServiceName | 'unknown'): string {
  return sampleUuid(`service:${name}`);
}

/** Every sample service, as Notify API knows it. */
export const sampleServices: readonly SandboxService[] = Object.entries<SampleService>(
  SERVICES,
).map(([name, service]) => ({ active: true, ...service, id: sampleUuid(`service:${name}`) }));
