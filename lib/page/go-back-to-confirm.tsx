import type { PageView } from './page-view.ts';

interface GoBackToConfirmProps {
  readonly view: PageView;
  /** Where the e-mail form is; without it there is no way back and nothing is shown. */
  readonly url: string | undefined;
}

/** The way back to the e-mail form. */
export function GoBackToConfirm({ view, url }: GoBackToConfirmProps) {
  if (url === undefined) return null;
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={url}>
        {view.words.refusal.goBackToConfirm}
      </a>
    </p>
  );
}
