import type { Page } from '@playwright/test';
import type { Words } from '#lib/language/words.ts';
import { samples, type SampleName } from '#sandbox/samples.ts';
import { exhaustAttempts } from '#tests/support/exhaust-attempts.ts';
import { downloadPath, formPath, landingPath } from '#tests/support/sample-paths.ts';
import type { World } from '#tests/support/start-world.ts';
import { open } from './journey-test.ts';
import { openWith } from './open-with.ts';
import { submitAddress } from './submit-address.ts';

/** Something that a reader may find, and the way there. */
export interface State {
  readonly name: string;
  readonly status: number;
  readonly heading: (words: Words) => string;
  /** Whether the page tells of an error in its form. */
  readonly hasFormError?: boolean;
  /** Opens the page and tells with which status it was answered. */
  readonly reach: (page: Page, world: World) => Promise<number>;
}

const asking = samples['asks-for-email'];
const withoutContact = samples['asks-for-email-no-contact'];
const POST_FORM = {
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
} as const;

const headings = {
  landing: (words: Words) => words.landing.title,
  confirmation: (words: Words) => words.confirmation.title,
  download: (words: Words) => words.download.title,
  notFound: (words: Words) => words.unavailable.notFound,
  gone: (words: Words) => words.unavailable.gone,
  tooMany: (words: Words) => words.refusal.tooManyRequests,
  problem: (words: Words) => words.problem.title,
} as const;

/** Everything that a reader may find (contracts, section 2). */
export const STATES: readonly State[] = [
  ...landings([
    ...(['pdf', 'asks-for-email', 'phone-contact', 'web-contact', 'no-contact'] as const),
    ...(['welsh-service', 'long-service'] as const),
    ...(['script-service', 'quotes-service', 'bidirectional-service'] as const),
  ]),
  ...downloads([
    ...(['pdf', 'no-expiry', 'expires-today', 'expires-in-30-days', 'no-contact'] as const),
    ...(['long-name', 'bidirectional-name', 'odd-name', 'hostile-name', 'long-service'] as const),
  ]),
  {
    name: 'download page of a reader who has confirmed',
    status: 200,
    heading: headings.download,
    reach: (page) => submitAddress(page, asking, asking.emailAddress ?? ''),
  },

  at('e-mail form', formPath(asking), 200, headings.confirmation),
  at(
    'e-mail form of a service without contact',
    formPath(withoutContact),
    200,
    headings.confirmation,
  ),
  typed('e-mail form sent empty', ''),
  typed('e-mail form with a malformed address', 'someone at example'),
  typed('e-mail form with a wrong address', 'someone.else@example.gov.uk'),
  typed(
    'e-mail form with hostile text',
    `"><script>alert(1)</script>@${'long'.repeat(60)}.example`,
  ),

  ...unavailable(
    ['expired', 'deleted', 'expired-no-contact', 'expired-phone-contact'],
    headings.gone,
  ),
  ...unavailable(['expired-script-service'], headings.gone),
  ...unavailable(
    ['wrong-key', 'blocked', 'unknown-document', 'unknown-service'],
    headings.notFound,
  ),
  at(
    'page of a link without its key',
    landingPath(asking).replace(/\?.*/, ''),
    404,
    headings.notFound,
  ),
  at('page of a link with two keys', `${landingPath(asking)}&key=a`, 404, headings.notFound),
  at('page that is not there', '/not-there', 404, headings.notFound),
  ...unavailable(
    ['slow-document', 'broken-document', 'storage-down', 'slow-service', 'broken-service'],
    headings.problem,
  ),

  {
    name: 'page after too many attempts',
    status: 429,
    heading: headings.tooMany,
    async reach(page, { sandbox }) {
      await exhaustAttempts(sandbox, asking);
      return submitAddress(page, asking, asking.emailAddress ?? '');
    },
  },
  {
    name: 'page of a form from elsewhere',
    status: 403,
    heading: ({ refusal }) => refusal.formRefused,
    reach: (page) =>
      openWith(page, formPath(asking), {
        ...POST_FORM,
        headers: { ...POST_FORM.headers, 'sec-fetch-site': 'cross-site' },
      }),
  },
  {
    name: 'page of a form that is too large',
    status: 413,
    heading: ({ refusal }) => refusal.notAccepted,
    reach: (page) => openWith(page, formPath(asking), { ...POST_FORM, postData: 'a'.repeat(9000) }),
  },
  {
    name: 'page of a method that it does not take',
    status: 405,
    heading: ({ refusal }) => refusal.methodNotAllowed,
    reach: (page) => openWith(page, landingPath(asking), POST_FORM),
  },
  at('cookies page', '/cookies', 200, ({ cookies }) => cookies.title),
];

function at(name: string, path: string, status: number, heading: State['heading']): State {
  return { name, status, heading, reach: (page) => open(page, path) };
}

function landings(names: readonly SampleName[]): State[] {
  return names.map((name) =>
    at(`landing page: ${samples[name].title}`, landingPath(samples[name]), 200, headings.landing),
  );
}

function downloads(names: readonly SampleName[]): State[] {
  return names.map((name) =>
    at(
      `download page: ${samples[name].title}`,
      downloadPath(samples[name]),
      200,
      headings.download,
    ),
  );
}

function unavailable(names: readonly SampleName[], heading: State['heading']): State[] {
  return names.map((name) => {
    const { title, status } = samples[name];
    return at(
      `page of what is not to be had: ${title}`,
      landingPath(samples[name]),
      status,
      heading,
    );
  });
}

function typed(name: string, address: string): State {
  return {
    name,
    status: 400,
    heading: headings.confirmation,
    hasFormError: true,
    reach: (page) => submitAddress(page, asking, address),
  };
}
