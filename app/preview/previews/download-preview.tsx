import { DownloadPage } from '#app/d/[service]/[document]/download/download-page.tsx';
import type { AvailableDocument } from '#lib/documents/available-document.ts';
import { expiryOf } from '#lib/documents/expiry.ts';
import type { PreviewStage } from './preview-stage.ts';
import { sampleDocument } from './sample-document.ts';

/** The download page of a document in which only `changes` are special. */
export function download(stage: PreviewStage, changes: Partial<AvailableDocument> = {}) {
  const document = sampleDocument(stage, changes);
  return (
    <DownloadPage
      {...stage}
      document={document}
      expiry={expiryOf(document.availableUntil, stage.now)}
      confirmAgainUrl={document.confirmEmail ? stage.linkTo('email-form') : undefined}
    />
  );
}
