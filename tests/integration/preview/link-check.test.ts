import { describe, expect, it } from 'vitest';
import { languages } from '#lib/language/languages.ts';
import type { VerdictName } from '#lib/language/staff/link-check-words.ts';
import { staffWordsOf } from '#lib/language/staff/staff-languages.ts';
import { samples, type SampleName } from '#sandbox/samples.ts';
import { ask, postForm, type OpenedPage } from '#tests/support/ask.ts';
import { expectAudited, readMetrics } from '#tests/support/audit-lines.ts';
import { readPage } from '#tests/support/read-page.ts';
import { formPath } from '#tests/support/sample-paths.ts';
import { newStaffAddress, signIn, staffToken } from '#tests/support/staff.ts';
import { until, untilRefused } from '#tests/support/until-refused.ts';
import { useWorld } from '#tests/support/use-world.ts';
import { newVisitor, visitFrom } from '#tests/support/visitors.ts';

const QUOTAS = {
  RATE_LIMIT_UNKNOWN_LINKS: '2/300',
  RATE_LIMIT_EMAIL_CONFIRMATIONS: '2/300',
  RATE_LIMIT_LINK_CHECKS: '5/300',
};
const world = useWorld({ environment: QUOTAS });

interface Check {
  readonly pasted: string;
  readonly address?: string;
}

async function check(fields: Check, query = '', visitor = newVisitor()): Promise<OpenedPage> {
  const headers = {
    ...(await signIn(world.app.url)),
    ...visitFrom(visitor).headers,
    'Sec-Fetch-Site': 'same-origin',
  };
  return postForm(
    `${world.app.url}/preview/check-link${query}`,
    { address: '', ...fields },
    headers,
  );
}

const linkTo = (name: SampleName) => world.app.url + samples[name].path;

/** All that is counted of visits to documents. */
async function citizensCounts(): Promise<readonly string[]> {
  const metrics = (await readMetrics(world.app.url)).split('\n');
  return metrics.filter((line) =>
    /^\w+_total\{.*(?:document-pages|unknown-links|email-confirmations|path="\/d\/)/.test(line),
  );
}

/** What the page says, by the names of its facts. */
function factsOf(page: OpenedPage): Record<string, string | undefined> {
  const values = page.inMain('dd').map(({ text }) => text);
  return Object.fromEntries(page.inMain('dt').map(({ text }, index) => [text, values[index]]));
}

describe('the verdict on a link', () => {
  it.each<[SampleName, VerdictName]>([
    ['pdf', 'works'],
    ['asks-for-email', 'works'],
    ['no-expiry', 'works'],
    ['inactive-service', 'works'],
    ['hostile-name', 'works'],
    ['expired', 'expired'],
    ['older-expired-null', 'expired'],
    ['older-expired-date', 'expired'],
    ['deleted', 'deleted'],
    ['blocked', 'blocked'],
    ['wrong-key', 'wrong-key'],
    ['older-wrong-key', 'wrong-key'],
    ['unknown-document', 'document-unknown'],
    ['unknown-service', 'service-unknown'],
    ['broken-document', 'api-fault'],
    ['storage-down', 'api-fault'],
    ['broken-service', 'api-fault'],
  ])('of the sample %s is %s, in both languages', async (name, verdict) => {
    for (const language of languages) {
      const page = await check({ pasted: `Hello, ${linkTo(name)}.` }, `?lang=${language}`);
      const { headline, tell } = staffWordsOf(language).linkCheck.verdicts[verdict];
      expect(page.status).toBe(200);
      expect(page.heading).toBe(headline);
      expect(page.inMain('p').map(({ text }) => text)).toContain(tell);
    }
  });

  it('tells what there is to know of the file, and no more', async () => {
    const page = await check({ pasted: linkTo('asks-for-email-no-contact') });
    expect(factsOf(page)).toMatchObject({
      Link: 'In one piece.',
      Service: 'Pay a puddle charge (live)',
      File: 'There',
      Key: 'Fits',
      'Type and size': 'PDF, 1KB',
      'Email address': 'Asked for before the download',
      'Notify API': 'Works',
      'Document download API': 'Works',
    });
    const { key } = samples['asks-for-email-no-contact'];
    for (const secret of [key, 'Decision letter', '/d/', '/services/']) {
      expect(page.html).not.toContain(secret);
    }
  });

  it('names the day where the API tells it', async () => {
    const facts = factsOf(await check({ pasted: linkTo('older-expired-date') }));
    expect(facts['File']).toMatch(/^Last day was \w+day \d+ \w+ \d{4}$/);
  });

  it('names the API that has a fault', async () => {
    world.sandbox.faults = { notify: { status: 503 } };
    const facts = factsOf(await check({ pasted: linkTo('phone-contact') }));
    expect(facts).toMatchObject({ 'Notify API': 'Fails', 'Document download API': 'Works' });
  });

  it('warns of links that lead elsewhere, without asking anything', async () => {
    const page = await check({ pasted: `https://evil.example${samples.pdf.path}` });
    expect(page.heading).toBe('The link looks like one of ours, but does not lead to us');
    expect(factsOf(page)['Link']).toBe('In one piece. Leads to evil.example.');
    expect(world.sandbox.calls).toEqual([]);
  });
});

describe('a link check', () => {
  it('counts neither as a visit nor as an attempt, in a limit or in a metric', async () => {
    const citizen = newVisitor();
    const before = await citizensCounts();
    for (let count = 0; count < 4; count += 1) {
      await check({ pasted: linkTo('unknown-document'), address: citizen }, '', citizen);
    }
    expect(await citizensCounts()).toEqual(before);
    expect(world.sandbox.counts).toMatchObject({ authenticate: 0, download: 0 });
    expect((await ask(linkTo('pdf'), visitFrom(citizen))).status).toBe(200);
    expect(await citizensCounts()).not.toEqual(before);
  });

  it('leaves nothing of what was pasted in the output, and one line of who and what', async () => {
    const page = await check({
      pasted: `only here ${linkTo('expired')}`,
      address: '198.51.100.77',
    });
    expect(page.status).toBe(200);
    await expectAudited(world.app, {
      action: 'link-check',
      verdict: 'expired',
      service_id: samples.expired.serviceId,
      document_id: samples.expired.documentId,
    });
    const output = world.app.output();
    for (const secret of ['only here', samples.expired.key, samples.expired.path]) {
      expect(output).not.toContain(secret);
    }
    expect(output).not.toContain('198.51.100.77');
  });

  it('takes what is pasted by POST alone', async () => {
    const headers = await signIn(world.app.url);
    const query = new URLSearchParams({ pasted: linkTo('pdf') }).toString();
    const answer = await ask(`${world.app.url}/preview/check-link?${query}`, { headers });
    expect(readPage(await answer.text()).heading).toBe('Check a citizen’s link');
    expect(world.sandbox.calls).toEqual([]);
  });

  it('takes a whole mail, and not a whole mailbox', async () => {
    const mail = `${'A line of a long mail.\n'.repeat(1_000)}${linkTo('pdf')}\n`;
    expect((await check({ pasted: mail })).heading).toBe('The link works');
    expect((await check({ pasted: 'x'.repeat(300_000) })).status).toBe(413);
  });

  it('can be made so often and no more often, by each member of staff', async () => {
    const headers = {
      ...(await signIn(world.app.url, staffToken(newStaffAddress()))),
      'Sec-Fetch-Site': 'same-origin',
    };
    const send = () => postForm(`${world.app.url}/preview/check-link`, { pasted: 'x' }, headers);
    expect((await send()).status).toBe(200);
    const refused = await untilRefused(send);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await check({ pasted: 'x' })).status).toBe(200);
  });
});

describe('the limits that hold a citizen off', () => {
  it('cannot be told without an address', async () => {
    const facts = factsOf(await check({ pasted: linkTo('pdf') }));
    expect(facts['Limits']).toBe('Cannot be told without the citizen’s IP address');
  });

  it('are told for whoever guessed links, and for nobody else', async () => {
    const guesser = newVisitor();
    const guess = () => ask(linkTo('wrong-key'), visitFrom(guesser));
    const held = await untilHeldOff('pdf', guesser, guess);
    expect(held.inMain('p')[0]?.text).toMatch(/^You have to wait .+ Try again in/);
    const free = await check({ pasted: linkTo('pdf'), address: newVisitor() });
    expect(factsOf(free)['Limits']).toBe('None holds this address off at the moment');
  });

  it('are told for whoever tried addresses on this very document', async () => {
    const address = newVisitor();
    const form = world.app.url + formPath(samples['asks-for-email']);
    const headers = { 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-For': address };
    const attempt = () => postForm(form, { email_address: 'wrong@example.com' }, headers);
    await untilHeldOff('asks-for-email', address, attempt);
    const other = await check({ pasted: linkTo('asks-for-email-no-contact'), address });
    expect(factsOf(other)['Limits']).toMatch(/^None/);
  });
});

/** Has a citizen try until the report on a link says that a limit holds them off. */
function untilHeldOff(name: SampleName, address: string, attempt: () => Promise<unknown>) {
  return until(
    async () => {
      await attempt();
      return check({ pasted: linkTo(name), address });
    },
    (report) => (factsOf(report)['Limits'] ?? '').startsWith('Try again in'),
  );
}
