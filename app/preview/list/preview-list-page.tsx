import type { PreviewGroupWords } from '#lib/language/staff/preview-words.ts';
import type { StaffWords } from '#lib/language/staff/staff-words.ts';
import { ErrorSummary } from '#lib/govuk/error-summary.tsx';
import { Layout } from '#lib/page/layout.tsx';
import type { PageView } from '#lib/page/page-view.ts';
import { Paragraphs } from '#lib/page/paragraphs.tsx';
import type { StaffSession } from '#lib/staff/staff-session.ts';
import { serviceQuery, type ChosenService, type ServiceWish } from '../previews/chosen-service.ts';
import { previewGroups } from '../previews/previews.tsx';
import { previewPath } from '../previews/preview-stage.ts';
import { SignOutForm } from '../sign-out/sign-out-form.tsx';
import { PreviewTable } from './preview-table.tsx';
import { ServiceChoice } from './service-choice.tsx';
import { SERVICE_FIELD } from './service-form.tsx';

export interface PreviewListPageProps {
  readonly view: PageView;
  readonly words: StaffWords;
  readonly session: StaffSession;
  readonly wish: ServiceWish;
  readonly chosen: ChosenService;
}

/** Everything that staff can look at, for the service that they chose. */
export function PreviewListPage(props: PreviewListPageProps) {
  const { view, words, session, wish } = props;
  const { listTitle, introduction, noDocument } = words.previews;
  const query = serviceQuery(wish);
  return (
    <Layout view={view} title={listTitle} errorSummary={summariseProblem(props)} width="full">
      <Paragraphs texts={[introduction, noDocument]} />
      <p className="govuk-body">
        <a className="govuk-link" href={previewPath('check-link', {})}>
          {words.shell.checkLink}
        </a>
      </p>
      <ServiceChoice {...props} />
      {GROUPS.map((group) => (
        <PreviewTable key={group} names={previewGroups[group]} {...{ group, words, query }} />
      ))}
      <SignOutForm words={words} session={session} />
    </Layout>
  );
}

const GROUPS: readonly (keyof PreviewGroupWords)[] = ['journey', 'files', 'dates', 'troubles'];

function summariseProblem({ words, chosen }: PreviewListPageProps) {
  if (chosen.kind === 'chosen') return undefined;
  const text = words.previews.service[chosen.problem];
  return (
    <ErrorSummary
      titleText={words.shell.thereIsAProblem}
      errorList={[{ href: `#${SERVICE_FIELD}`, text }]}
    />
  );
}
