import {
  ConfirmEmailAddressPage,
  type FormError,
} from '#app/d/[service]/[document]/confirm-email-address/confirm-email-address-page.tsx';
import { LandingPage } from '#app/d/[service]/[document]/landing-page.tsx';
import type { PreviewStage } from './preview-stage.ts';
import { sampleDocument } from './sample-document.ts';

/** The first page of a link. */
export function landing(stage: PreviewStage) {
  const document = sampleDocument(stage);
  return <LandingPage {...stage} document={document} continueUrl={stage.linkTo('email-form')} />;
}

export function landingWithoutEmail(stage: PreviewStage) {
  const document = sampleDocument(stage, { confirmEmail: false });
  const continueUrl = stage.linkTo('download-without-email');
  return <LandingPage {...stage} document={document} continueUrl={continueUrl} />;
}

/** The e-mail form, empty or as it comes back. */
export function emailForm(
  stage: PreviewStage,
  problem: { error?: FormError; value?: string } = {},
) {
  return (
    <ConfirmEmailAddressPage
      {...stage}
      {...problem}
      formAction={stage.linkTo('email-form')}
      backUrl={stage.linkTo('landing')}
    />
  );
}
