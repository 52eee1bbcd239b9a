import { staffWordsOf } from '#lib/language/staff/staff-languages.ts';
import { waitOf } from '#lib/language/wait.ts';
import { Layout } from '#lib/page/layout.tsx';
import type { PageView } from '#lib/page/page-view.ts';
import { Paragraphs } from '#lib/page/paragraphs.tsx';
import { renderPage } from '#lib/page/render-page.tsx';
import type { Visit } from '#lib/page/visit.ts';
import { STAFF_PATH } from '#lib/staff/staff-sessions.ts';

type Refused = Pick<Visit, 'view' | 'url'>;

/** Why a link did not let somebody in, as far as it helps to know. */
export type LinkFault = 'linkUsed' | 'linkExpired' | 'linkWrong';

/** A scheme of our own, as every 401 must name one (RFC 9110, 11.6.1): browsers then just show the page. */
const CHALLENGE = 'NotifyLink realm="preview"';

/** How long an outage usually takes at least. */
const RETRY_AFTER_SECONDS = 30;

/** For whoever is not signed in (401), with what was wrong with their link if they came by one. */
export function askToSignIn(visit: Refused, fault?: LinkFault): Response {
  const view = fault === undefined ? visit.view : withoutQuery(visit.view);
  const words = staffWordsOf(view.language).signIn;
  const texts = [words.needed, words.how, words.onceOnly];
  const page = (
    <Layout view={view} title={words.title}>
      <Paragraphs texts={fault === undefined ? texts : [words[fault], ...texts]} />
    </Layout>
  );
  const response = renderPage(page, view, 401);
  response.headers.set('WWW-Authenticate', CHALLENGE);
  return response;
}

/** For staff while nobody can tell who has signed in or out (503). */
export function tellUnavailable({ view }: Refused): Response {
  const words = staffWordsOf(view.language).signIn;
  const page = (
    <Layout view={view} title={words.unavailable}>
      <Paragraphs texts={[words.cannotTell, words.citizensNotAffected, words.tryAgain]} />
    </Layout>
  );
  const response = renderPage(page, view, 503);
  response.headers.set('Retry-After', String(RETRY_AFTER_SECONDS));
  return response;
}

/** For whoever asks too often (429). */
export function tellToWait({ view }: Refused, retryAfterSeconds: number): Response {
  const words = staffWordsOf(view.language).signIn;
  const page = (
    <Layout view={view} title={words.tooManyTitle}>
      <Paragraphs texts={[view.words.refusal.tryAgainIn(waitOf(retryAfterSeconds))]} />
    </Layout>
  );
  const response = renderPage(page, view, 429);
  response.headers.set('Retry-After', String(retryAfterSeconds));
  return response;
}

/** For a form that is not ours (403), too large (413) or none (415). */
export function refuseForm({ view, url }: Refused, status: 403 | 413 | 415): Response {
  const words = staffWordsOf(view.language);
  const link = (text: string) => (
    <a className="govuk-link" href={url.pathname}>
      {text}
    </a>
  );
  const page = (
    <Layout view={view} title={words.signIn.formRefused}>
      {status === 413 ? (
        <Paragraphs texts={[words.linkCheck.tooLong]} />
      ) : (
        <p className="govuk-body">{words.signIn.sendAgain(link)}</p>
      )}
    </Layout>
  );
  return renderPage(page, view, status);
}

/** A link that does not work need not be tried again in another language. */
function withoutQuery(view: PageView): PageView {
  const languageLinks = view.languageLinks.map(({ language }) => ({
    language,
    href: `${STAFF_PATH}?lang=${language}`,
  }));
  return { ...view, languageLinks };
}
