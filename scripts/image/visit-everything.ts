import { sampleLinks, type SampleLink } from '#sandbox/samples.ts';

/** What is not about a document, with the status that it answers. */
const OTHERS = {
  '/_status': 200,
  '/cookies': 200,
  '/metrics': 200,
  '/security.txt': 302,
  '/services/_status': 301,
  '/there/is/nothing/here': 404,
};

/**
 * Opens every sample link of the sandbox and every other page, and confirms e-mail addresses.
 * @throws when an answer has another status than it should
 */
export async function visitEverything(url: string): Promise<void> {
  for (const [path, status] of Object.entries(OTHERS)) await expectStatus(status, url + path);
  for (const link of sampleLinks) await visitLink(url, link);
}

async function visitLink(url: string, { path, status, emailAddress }: SampleLink): Promise<void> {
  await expectStatus(status, url + path);
  if (status !== 200) return;
  const headers = emailAddress === null ? {} : await confirm(url + path, emailAddress);
  await expectStatus(200, url + path.replace('?', '/download?'), { headers });
}

/** Gives no, a wrong and the right e-mail address; the headers that show it afterwards. */
async function confirm(link: string, emailAddress: string): Promise<Record<string, string>> {
  const form = link.replace('?', '/confirm-email-address?');
  const answer = (given: string, status: number) =>
    expectStatus(status, form, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ email_address: given }),
    });
  await expectStatus(200, form);
  await answer('', 400);
  await answer('another@example.gov.uk', 400);
  const { headers } = await answer(emailAddress, 302);
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]);
  return { Cookie: cookies.join('; ') };
}

async function expectStatus(
  expected: number,
  url: string,
  init: RequestInit = {},
): Promise<Response> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  await response.arrayBuffer();
  if (response.status === expected) return response;
  const { pathname } = new URL(url);
  throw new Error(`${pathname} answered ${response.status} instead of ${expected}`);
}
