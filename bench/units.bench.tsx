import { describe, it } from 'vitest';
import { LandingPage } from '#app/d/[service]/[document]/landing-page.tsx';
import { parseDocumentLink } from '#lib/documents/document-link.ts';
import { parseEmailAddress } from '#lib/documents/email-address.ts';
import { redactText } from '#lib/observability/redact-text.ts';
import { renderPage } from '#lib/page/render-page.tsx';
import { routeOf } from '#lib/request/route-of.ts';
import { sampleDocument, sampleService, sampleView } from '#tests/component/page/sample-pages.tsx';

const SERVICE = 'affZhS2QQpKrNNYPK_QImg';
const DOCUMENT = 'PVH_z_yTRXCU1JJXb9EIQA';
const KEY = '9jKcfr5PyCFfoaV7I8hzqnLc73K7vPPpSCm0ZwO4KFE';

/** What everything is compared with: the machine's speed must not matter. */
const TEXT = JSON.stringify(
  Array.from({ length: 20 }, (_, number) => ({ number, name: `name ${number}`, tags: ['a', 'b'] })),
);
const yardstick = () => JSON.stringify(JSON.parse(TEXT));

const page = {
  view: sampleView('en'),
  service: sampleService(),
  document: sampleDocument(),
  continueUrl: `/d/${SERVICE}/${DOCUMENT}/download?key=${KEY}`,
};
const link = { service: SERVICE, document: DOCUMENT, query: new URLSearchParams({ key: KEY }) };

/** How many yardsticks each may take: about half as much again as it did when somebody last looked. */
const UNITS: readonly (readonly [name: string, mostYardsticks: number, run: () => unknown])[] = [
  ['rendering a page', 15, () => renderPage(<LandingPage {...page} />, page.view, 200)],
  ['parsing a link', 0.6, () => parseDocumentLink(link)],
  ['validating an e-mail address', 0.2, () => parseEmailAddress('someone.else@example.gov.uk')],
  ['keeping keys out of a URL', 0.4, () => routeOf(`/d/${SERVICE}/${DOCUMENT}?key=${KEY}`)],
  [
    'keeping secrets out of a message',
    0.2,
    () => redactText(`connect ECONNREFUSED to ${KEY} failed`),
  ],
];

describe('costs no more than it did', () => {
  it.for(UNITS)('%s', async ([name, mostYardsticks, run], { bench, expect }) => {
    const results = await bench.compare(bench('yardstick', yardstick), bench(name, run));
    const yardsticks = results.get(name).latency.p50 / results.get('yardstick').latency.p50;
    expect(yardsticks).toBeLessThan(mostYardsticks);
  });
});
