import { Button } from '#lib/govuk/button.tsx';
import type { StaffWords } from '#lib/language/staff/staff-words.ts';
import type { StaffSession } from '#lib/staff/staff-session.ts';
import { previewPath } from '../previews/preview-stage.ts';
import { FormToken } from '../form-token.tsx';

interface SignOutFormProps {
  readonly words: StaffWords;
  readonly session: StaffSession;
}

/** The button that ends the session. */
export function SignOutForm({ words, session }: SignOutFormProps) {
  return (
    <form method="post" action={previewPath('sign-out', {})}>
      <FormToken session={session} />
      <Button classes="govuk-button--secondary">{words.shell.signOut}</Button>
    </form>
  );
}
