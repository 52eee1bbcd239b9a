import type { StaffWords } from '#lib/language/staff/staff-words.ts';
import type { RouteVisit } from '#lib/page/page-route.tsx';
import type { StaffSession } from '#lib/staff/staff-session.ts';

/** A visit of somebody who is signed in. */
export interface StaffVisit<Params> extends RouteVisit<Params> {
  readonly session: StaffSession;
  readonly staffWords: StaffWords;
}
