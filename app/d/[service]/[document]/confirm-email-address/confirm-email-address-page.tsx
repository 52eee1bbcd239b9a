import type { Service } from '#lib/documents/service.ts';
import { Button } from '#lib/govuk/button.tsx';
import { ErrorSummary } from '#lib/govuk/error-summary.tsx';
import { Input } from '#lib/govuk/input.tsx';
import { Layout } from '#lib/page/layout.tsx';
import type { PageView } from '#lib/page/page-view.ts';
import { Paragraphs } from '#lib/page/paragraphs.tsx';
import { ServiceContact } from '#lib/page/service-contact.tsx';

/** Why the form was not accepted. */
export type FormError = 'empty' | 'malformed' | 'wrong-address';

interface ConfirmEmailAddressPageProps {
  readonly view: PageView;
  readonly service: Service;
  readonly formAction: string;
  /** Where the reader came from. */
  readonly backUrl: string;
  /** Proves that the form is ours. */
  readonly token: string;
  readonly error?: FormError | undefined;
  /** What the reader typed before, to be put right. */
  readonly value?: string | undefined;
}

/** The form by which readers show that the file was sent to them. */
export function ConfirmEmailAddressPage(props: ConfirmEmailAddressPageProps) {
  const { view, service, backUrl } = props;
  const words = view.words.confirmation;
  return (
    <Layout view={view} title={words.title} backUrl={backUrl} errorSummary={summariseError(props)}>
      <Paragraphs texts={[words.reason(service.name)]} />
      <EmailAddressForm {...props} />
      <ServiceContact view={view} service={service} sentence={words.question} />
    </Layout>
  );
}

function EmailAddressForm({ view, formAction, token, error, value }: ConfirmEmailAddressPageProps) {
  const { confirmation, shell } = view.words;
  return (
    <form method="post" action={formAction} noValidate>
      <input type="hidden" name="token" value={token} />
      <Input
        id={FIELD}
        name={FIELD}
        type="email"
        label={{ text: confirmation.label }}
        hint={{ text: confirmation.hint }}
        autocomplete="email"
        spellcheck={false}
        value={value}
        // A wrong address is no fault of the field: it is told in the summary alone.
        errorMessage={
          error === 'empty' || error === 'malformed'
            ? { text: confirmation[error], visuallyHiddenText: shell.error }
            : undefined
        }
      />
      <Button preventDoubleClick>{confirmation.continue}</Button>
    </form>
  );
}

const FIELD = 'email_address';

function summariseError({ view, service, error }: ConfirmEmailAddressPageProps) {
  if (error === undefined) return undefined;
  const words = view.words.confirmation;
  const text = error === 'wrong-address' ? words.wrongAddress(service.name) : words[error];
  return (
    <ErrorSummary titleText={words.thereIsAProblem} errorList={[{ href: `#${FIELD}`, text }]} />
  );
}
