import type { StaffSession } from '#lib/staff/staff-session.ts';

/** The name of the field that shows that a form came from the pages of its session. */
export const FORM_TOKEN = 'token';

/** The field itself, which every form for staff has. */
export function FormToken({ session }: { readonly session: StaffSession }) {
  return <input type="hidden" name={FORM_TOKEN} value={session.formToken.reveal()} />;
}
