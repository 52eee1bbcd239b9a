import type { Service } from '#lib/documents/service.ts';
import { Layout } from './layout.tsx';
import type { PageView } from './page-view.ts';
import { Paragraphs } from './paragraphs.tsx';
import { ServiceContact } from './service-contact.tsx';

interface UnavailablePageProps {
  readonly view: PageView;
  readonly service: Service;
  /** Whether the link does not open a file (404), or not any more (410). */
  readonly reason: 'not-found' | 'gone';
}

/** For a link of a service that we know, behind which there is no file. */
export function UnavailablePage({ view, service, reason }: UnavailablePageProps) {
  const words = view.words.unavailable;
  if (reason === 'gone') {
    return (
      <Layout view={view} title={words.gone}>
        <Paragraphs texts={[words.wasThere(service.name)]} />
        <ServiceContact view={view} service={service} sentence={words.stillNeeded} />
      </Layout>
    );
  }
  return (
    <Layout view={view} title={words.notFound}>
      <Paragraphs texts={[words.wrongLink(service.name), words.checkLink]} />
      <ServiceContact view={view} service={service} sentence={words.stillNotWorking} />
    </Layout>
  );
}
