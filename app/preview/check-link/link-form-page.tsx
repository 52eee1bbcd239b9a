import { Button } from '#lib/govuk/button.tsx';
import { ErrorSummary } from '#lib/govuk/error-summary.tsx';
import { Input } from '#lib/govuk/input.tsx';
import { Textarea } from '#lib/govuk/textarea.tsx';
import type { StaffWords } from '#lib/language/staff/staff-words.ts';
import { Layout } from '#lib/page/layout.tsx';
import type { PageView } from '#lib/page/page-view.ts';
import { Paragraphs } from '#lib/page/paragraphs.tsx';
import type { StaffSession } from '#lib/staff/staff-session.ts';
import { FormToken } from '../form-token.tsx';
import { previewPath } from '../previews/preview-stage.ts';
import { SignOutForm } from '../sign-out/sign-out-form.tsx';

export type LinkFormError = 'empty' | 'wrongAddress';

interface LinkFormPageProps {
  readonly view: PageView;
  readonly words: StaffWords;
  readonly session: StaffSession;
  readonly error?: LinkFormError | undefined;
}

const FIELD_OF: Readonly<Record<LinkFormError, string>> = {
  empty: 'pasted',
  wrongAddress: 'address',
};

/** Asks staff for what the citizen has. What they pasted before is not put into the page again. */
export function LinkFormPage({ view, words, session, error }: LinkFormPageProps) {
  const { title, introduction, notKept } = words.linkCheck;
  return (
    <Layout
      view={view}
      title={title}
      backUrl={previewPath('', {})}
      errorSummary={
        error && (
          <ErrorSummary
            titleText={words.shell.thereIsAProblem}
            errorList={[{ href: `#${FIELD_OF[error]}`, text: words.linkCheck[error] }]}
          />
        )
      }
    >
      <Paragraphs texts={[introduction, notKept]} />
      <LinkForm {...{ view, words, session, error }} />
      <SignOutForm words={words} session={session} />
    </Layout>
  );
}

function LinkForm({ view, words, session, error }: LinkFormPageProps) {
  const { pasted, pastedHint, address, addressHint, check } = words.linkCheck;
  const messageAt = (own: LinkFormError) =>
    error === own
      ? { text: words.linkCheck[own], visuallyHiddenText: view.words.shell.error }
      : undefined;
  return (
    <form method="post" action={previewPath('check-link', {})} autoComplete="off" noValidate>
      <FormToken session={session} />
      <Textarea
        name={FIELD_OF.empty}
        label={{ text: pasted }}
        hint={{ text: pastedHint }}
        rows={8}
        spellcheck={false}
        errorMessage={messageAt('empty')}
      />
      <Input
        name={FIELD_OF.wrongAddress}
        classes="govuk-input--width-20"
        label={{ text: address }}
        hint={{ text: addressHint }}
        spellcheck={false}
        errorMessage={messageAt('wrongAddress')}
      />
      <Button preventDoubleClick>{check}</Button>
    </form>
  );
}
