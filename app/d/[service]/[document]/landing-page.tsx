import type { AvailableDocument } from '#lib/documents/available-document.ts';
import { fileTypeOf } from '#lib/documents/file-type.ts';
import type { Service } from '#lib/documents/service.ts';
import { Button } from '#lib/govuk/button.tsx';
import { Layout } from '#lib/page/layout.tsx';
import type { PageView } from '#lib/page/page-view.ts';
import { Paragraphs } from '#lib/page/paragraphs.tsx';
import { ServiceContact } from '#lib/page/service-contact.tsx';

interface LandingPageProps {
  readonly view: PageView;
  readonly service: Service;
  readonly document: AvailableDocument;
  readonly continueUrl: string;
}

/** The first page that a link opens: who sent what, and what comes next. */
export function LandingPage({ view, service, document, continueUrl }: LandingPageProps) {
  const words = view.words.landing;
  return (
    <Layout view={view} title={words.title}>
      <Paragraphs
        texts={[
          words.sent(service.name, fileTypeOf(document.fileExtension)),
          document.confirmEmail ? words.nextConfirm : words.nextDownload,
          words.doNotShare,
        ]}
      />
      <Button href={continueUrl}>{words.continue}</Button>
      <ServiceContact view={view} service={service} sentence={words.question} />
    </Layout>
  );
}
