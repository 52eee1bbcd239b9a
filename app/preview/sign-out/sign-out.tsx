import { Layout } from '#lib/page/layout.tsx';
import { Paragraphs } from '#lib/page/paragraphs.tsx';
import { renderPage } from '#lib/page/render-page.tsx';
import { formatCookie } from '#lib/session/set-cookie.ts';
import { wiring } from '#lib/wiring.ts';
import { tellUnavailable } from '../refusals.tsx';
import type { StaffVisit } from '../staff-visit.ts';

/** Ends the session wherever its cookie may be kept, then takes the cookie away. */
export async function signOut(visit: StaffVisit<unknown>): Promise<Response> {
  const { session, view, staffWords } = visit;
  const { staffSessions, audit } = wiring();
  if (!(await staffSessions.end(session))) {
    audit('sign-out', 'unavailable', { staff: session });
    return tellUnavailable(visit);
  }
  audit('sign-out', 'signed-out', { staff: session });
  const words = staffWords.signIn;
  const page = (
    <Layout view={view} title={words.signedOut}>
      <Paragraphs texts={[words.signedOutEverywhere, words.toSignInAgain]} />
    </Layout>
  );
  const response = renderPage(page, view, 200);
  response.headers.append('Set-Cookie', formatCookie(staffSessions.noCookie));
  return response;
}
