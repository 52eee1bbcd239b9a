import type { DocumentVisit } from '#app/d/document-route.tsx';
import { documentPath } from '#lib/documents/document-link.ts';
import type { Service } from '#lib/documents/service.ts';
import { renderPage } from '#lib/page/render-page.tsx';
import type { Outcome } from '#lib/request/outcome.ts';
import { noteOutcome } from '#lib/request/request-context.ts';
import { wiring } from '#lib/wiring.ts';
import { ConfirmEmailAddressPage, type FormError } from './confirm-email-address-page.tsx';
import { CONFIRM_AGAIN } from './confirm-again.ts';

/** What was wrong with the form when it was sent, and what the reader had typed. */
export interface FormProblem {
  readonly error?: FormError;
  readonly value?: string;
}

/** The form, empty (200) or with what was wrong about it (400). */
export async function showForm(
  { link, view, languageQuery }: DocumentVisit,
  service: Service,
  problem: FormProblem,
): Promise<Response> {
  const token = await wiring().formTokens.issue(link);
  const page = (
    <ConfirmEmailAddressPage
      view={view}
      service={service}
      formAction={documentPath(link, 'confirm-email-address', {
        ...CONFIRM_AGAIN,
        ...languageQuery,
      })}
      backUrl={documentPath(link, 'landing', languageQuery)}
      token={token.reveal()}
      {...problem}
    />
  );
  noteOutcome(outcomeOf(problem));
  return renderPage(page, view, problem.error === undefined ? 200 : 400);
}

function outcomeOf({ error }: FormProblem): Outcome {
  if (error === undefined) return 'confirmation-asked';
  return error === 'wrong-address' ? 'wrong-address' : 'address-malformed';
}
