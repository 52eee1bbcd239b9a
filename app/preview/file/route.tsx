import { Layout } from '#lib/page/layout.tsx';
import { Paragraphs } from '#lib/page/paragraphs.tsx';
import { renderPage } from '#lib/page/render-page.tsx';
import { queryOf } from '../previews/open-preview.ts';
import { previewPath } from '../previews/preview-stage.ts';
import { staffRoute } from '../staff-route.tsx';

/** The end of the way through the previews: behind the real link would be a file. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = staffRoute(
  {
    GET: (visit) => {
      const { view, staffWords } = visit;
      const { fileTitle, fileStarts } = staffWords.previews;
      const page = (
        <Layout view={view} title={fileTitle} backUrl={previewPath('download', queryOf(visit))}>
          <Paragraphs texts={[fileStarts]} />
        </Layout>
      );
      return renderPage(page, view, 200);
    },
  },
  { keepsLanguage: false },
);
