import { timingSafeEqual } from 'node:crypto';
import { readForm } from '#lib/request/read-form.ts';
import { isOwnForm } from '#lib/security/request-forgery.ts';
import { wiring } from '#lib/wiring.ts';
import { FORM_TOKEN } from './form-token.tsx';
import { refuseForm } from './refusals.tsx';
import type { StaffVisit } from './staff-visit.ts';

/** A form of this session's own pages, or the page that refuses it. */
export type StaffForm =
  | { readonly kind: 'form'; readonly fields: URLSearchParams }
  | { readonly kind: 'refused'; readonly refusal: Response };

/** A whole mail with its source, encoded for the way. */
const MOST_BYTES = 192 * 1024;

/** Reads a form, if it came from the pages of this very session. */
export async function readStaffForm(visit: StaffVisit<unknown>): Promise<StaffForm> {
  const { request, session } = visit;
  const form = await readForm(request, MOST_BYTES);
  if (form.kind !== 'form') return refuse(visit, form.kind === 'too-large' ? 413 : 415);
  const given = form.fields.get(FORM_TOKEN) ?? '';
  const isOurs = await isOwnForm(request.headers.get('sec-fetch-site'), () =>
    Promise.resolve(isSame(given, session.formToken.reveal())),
  );
  return isOurs ? form : refuse(visit, 403);
}

function refuse(visit: StaffVisit<unknown>, status: 403 | 413 | 415): StaffForm {
  wiring().audit('visit', 'form-refused', { staff: visit.session });
  return { kind: 'refused', refusal: refuseForm(visit, status) };
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
