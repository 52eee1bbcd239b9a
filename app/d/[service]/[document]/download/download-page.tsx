import type { AvailableDocument } from '#lib/documents/available-document.ts';
import type { Expiry } from '#lib/documents/expiry.ts';
import { measureFileSize } from '#lib/documents/file-size.ts';
import { fileTypeOf } from '#lib/documents/file-type.ts';
import type { Service } from '#lib/documents/service.ts';
import type { Words } from '#lib/language/words.ts';
import { Layout } from '#lib/page/layout.tsx';
import type { PageView } from '#lib/page/page-view.ts';
import { Paragraphs } from '#lib/page/paragraphs.tsx';
import { ServiceContact } from '#lib/page/service-contact.tsx';
import { FileFacts } from './file-facts.tsx';

interface DownloadPageProps {
  readonly view: PageView;
  readonly service: Service;
  readonly document: AvailableDocument;
  readonly expiry: Expiry;
  /** Where the e-mail form is, for a reader who went through it and still cannot open the file. */
  readonly confirmAgainUrl?: string | undefined;
}

/** The page with the link to the file, which is the first link on it. */
export function DownloadPage(props: DownloadPageProps) {
  const { view, service, document, expiry, confirmAgainUrl } = props;
  const words = view.words.download;
  return (
    <Layout view={view} title={words.title}>
      <Paragraphs texts={[describeExpiry(expiry, words)]} />
      <p className="govuk-body">
        <a className="govuk-link" href={document.fileUrl.reveal()}>
          {words.link(fileTypeOf(document.fileExtension), measureFileSize(document.sizeInBytes))}
        </a>
      </p>
      <FileFacts document={document} expiry={expiry} words={words} />
      <Paragraphs texts={[words.sharedDevice]} />
      <ServiceContact view={view} service={service} sentence={words.question} />
      {confirmAgainUrl !== undefined && (
        <p className="govuk-body">{words.confirmAgain(linkTo(confirmAgainUrl))}</p>
      )}
    </Layout>
  );
}

function describeExpiry(expiry: Expiry, words: Words['download']): string {
  switch (expiry.kind) {
    case 'unknown':
      return words.expiryUnknown;
    case 'until': {
      const sentence = words.availableUntil(expiry);
      return expiry.isToday ? `${sentence} ${words.lastDayIsToday}` : sentence;
    }
    case 'past':
      // The day ended while the page was being made: the API still had the file.
      return words.availableUntil({ date: expiry.date, showWeekday: true });
  }
}

function linkTo(url: string) {
  return (text: string) => (
    <a className="govuk-link" href={url}>
      {text}
    </a>
  );
}
