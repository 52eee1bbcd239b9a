import { openPage } from './ask.ts';

/** The token of the form at `url`, as a browser would send it back. */
export async function readFormToken(url: string, init: RequestInit = {}): Promise<string> {
  const page = await openPage(url, init);
  const field = page.inMain('input').find(({ attributes }) => attributes['name'] === 'token');
  const token = field?.attributes['value'];
  if (token === undefined)
    throw new Error(`there is no form token on a page that answers ${page.status}`);
  return token;
}
