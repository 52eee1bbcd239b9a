import { NotFoundPage } from '#lib/page/not-found-page.tsx';
import { renderHtml, renderPage } from '#lib/page/render-page.tsx';
import { openPreview, queryOf } from '../../previews/open-preview.ts';
import { PreviewNotice } from '../../previews/preview-banner.tsx';
import { previewPath } from '../../previews/preview-stage.ts';
import { isPreviewName, previews } from '../../previews/previews.tsx';
import { staffRoute } from '../../staff-route.tsx';
import { SideBySidePage } from './side-by-side-page.tsx';

interface Params {
  readonly page: string;
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = staffRoute<Params>(
  {
    GET: async (visit) => {
      const { view, params, staffWords } = visit;
      const { page: name } = params;
      if (!isPreviewName(name)) return renderPage(<NotFoundPage view={view} />, view, 404);
      const opened = await openPreview(visit, name);
      if (opened.kind === 'answer') return opened.answer;
      const banner = <PreviewNotice words={staffWords.previews} />;
      const framed = { ...view, staff: { banner, isFramed: true } };
      const page = (
        <SideBySidePage
          view={view}
          words={staffWords}
          title={staffWords.previews.titles[name]}
          framedHtml={renderHtml(previews[name]({ ...opened.stage, view: framed }))}
          pageUrl={previewPath(name, queryOf(visit))}
          listUrl={opened.listUrl}
        />
      );
      return renderPage(page, view, 200);
    },
  },
  { keepsLanguage: false },
);
