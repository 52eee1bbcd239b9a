import type { AvailableDocument } from '#lib/documents/available-document.ts';
import { todayInLondon, type CalendarDate } from '#lib/documents/expiry.ts';
import { Secret } from '#lib/secret/secret.ts';
import type { PreviewStage } from './preview-stage.ts';

const MS_PER_DAY = 24 * 60 * 60 * 1000;
const USUAL_DAYS_LEFT = 180;

/** The day in so many days. */
export function dayFrom(now: Date, days: number): CalendarDate {
  return todayInLondon(new Date(now.getTime() + days * MS_PER_DAY));
}

/** A document that nobody has sent: on its page, what would be the file leads to another preview. */
export function sampleDocument(
  { now, linkTo }: PreviewStage,
  changes: Partial<AvailableDocument> = {},
): AvailableDocument {
  return {
    availableUntil: dayFrom(now, USUAL_DAYS_LEFT),
    confirmEmail: true,
    fileUrl: new Secret(linkTo('file')),
    fileExtension: 'pdf',
    fileName: 'Decision letter.pdf',
    sizeInBytes: 712_099,
    ...changes,
  };
}
