import { staffWordsOf } from '#lib/language/staff/staff-languages.ts';
import { anyMethodRoute, refuseMethod, type RouteVisit } from '#lib/page/page-route.tsx';
import { formatCookie } from '#lib/session/set-cookie.ts';
import type { StaffSession } from '#lib/staff/staff-session.ts';
import { STAFF_COOKIE } from '#lib/staff/staff-sessions.ts';
import { wiring } from '#lib/wiring.ts';
import { askToSignIn, tellUnavailable } from './refusals.tsx';
import { readStaffForm } from './staff-form.ts';
import type { StaffVisit } from './staff-visit.ts';

type Answer<Params> = (visit: StaffVisit<Params>) => Response | Promise<Response>;

/** Takes a form that this session's own pages have sent. */
type FormAnswer<Params> = (
  visit: StaffVisit<Params>,
  fields: URLSearchParams,
) => Response | Promise<Response>;

export interface StaffAnswers<Params> {
  readonly GET?: Answer<Params>;
  readonly POST?: FormAnswer<Params>;
}

/**
 * The handlers of a page for staff. Each asks for the session itself, whatever the method: nothing in
 * front of it has to be relied upon, and a stranger does not even learn which pages there are.
 */
export function staffRoute<Params = unknown>(
  answers: StaffAnswers<Params>,
  settings?: { readonly keepsLanguage: boolean },
) {
  return anyMethodRoute<Params>((visit) => answerStaff(visit, answers), settings);
}

/** Answers staff, and nobody else. */
export async function answerStaff<Params>(
  visit: RouteVisit<Params>,
  answers: StaffAnswers<Params>,
): Promise<Response> {
  const { staffSessions, audit } = wiring();
  const found = await staffSessions.find(visit.cookie(STAFF_COOKIE));
  switch (found.kind) {
    case 'signed-out':
      audit('visit', 'signed-out');
      return askToSignIn(visit);
    case 'unavailable':
      audit('visit', 'unavailable');
      return tellUnavailable(visit);
    case 'signed-in': {
      const { session } = found;
      const { view } = visit;
      const response = await answerMethod(
        {
          ...visit,
          session,
          view: { ...view, staff: {} },
          staffWords: staffWordsOf(view.language),
        },
        answers,
      );
      return keepSession(response, session);
    }
  }
}

async function answerMethod<Params>(
  visit: StaffVisit<Params>,
  { GET, POST }: StaffAnswers<Params>,
): Promise<Response> {
  const { method } = visit.request;
  if (GET && (method === 'GET' || method === 'HEAD')) return GET(visit);
  if (POST && method === 'POST') {
    const form = await readStaffForm(visit);
    return form.kind === 'form' ? POST(visit, form.fields) : form.refusal;
  }
  return refuseMethod(allowedMethods({ GET, POST }))(visit);
}

function allowedMethods({ GET, POST }: { readonly GET: unknown; readonly POST: unknown }): string {
  return [GET && 'GET, HEAD', POST && 'POST'].filter(Boolean).join(', ');
}

/** Puts off the end of a session that was used, unless the answer has ended it. */
async function keepSession(response: Response, session: StaffSession): Promise<Response> {
  const isEnded = response.headers.getSetCookie().some((cookie) => cookie.startsWith(STAFF_COOKIE));
  if (isEnded) return response;
  const cookie = await wiring().staffSessions.keep(session);
  response.headers.append('Set-Cookie', formatCookie(cookie));
  return response;
}
