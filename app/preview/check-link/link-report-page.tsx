import { InsetText } from '#lib/govuk/inset-text.tsx';
import { SummaryList } from '#lib/govuk/summary-list.tsx';
import type { StaffWords } from '#lib/language/staff/staff-words.ts';
import { waitOf } from '#lib/language/wait.ts';
import type { LinkReport } from '#lib/link-check/link-report.ts';
import { Layout } from '#lib/page/layout.tsx';
import type { PageView } from '#lib/page/page-view.ts';
import { Paragraphs } from '#lib/page/paragraphs.tsx';
import type { StaffSession } from '#lib/staff/staff-session.ts';
import { previewPath } from '../previews/preview-stage.ts';
import { SignOutForm } from '../sign-out/sign-out-form.tsx';
import type { HoldingLimit } from './find-holding-limit.ts';
import { listFacts } from './list-facts.ts';

interface LinkReportPageProps {
  readonly view: PageView;
  readonly words: StaffWords;
  readonly session: StaffSession;
  readonly report: LinkReport;
  readonly limit: HoldingLimit;
}

/** What is the matter with a link: the verdict, what to say to the citizen, and what it rests on. */
export function LinkReportPage(props: LinkReportPageProps) {
  const { view, words, session, report } = props;
  const { verdicts, tellCitizen, facts, another } = words.linkCheck;
  const rows = listFacts(props).map(([key, value]) => ({
    key: { text: key },
    value: { text: value },
  }));
  return (
    <Layout
      view={view}
      title={verdicts[report.verdict].headline}
      backUrl={previewPath('check-link', {})}
    >
      <h2 className="govuk-heading-m">{tellCitizen}</h2>
      <InsetText>
        <Paragraphs texts={linesToSay(props)} />
      </InsetText>
      <h2 className="govuk-heading-m">{facts.title}</h2>
      <SummaryList rows={rows} />
      <p className="govuk-body">
        <a className="govuk-link" href={previewPath('check-link', {})}>
          {another}
        </a>
      </p>
      <SignOutForm words={words} session={session} />
    </Layout>
  );
}

/** A limit comes first: until it lets the citizen in, nothing else helps. */
function linesToSay({ view, words, report, limit }: LinkReportPageProps): readonly string[] {
  const { verdicts, emailNeeded, heldOff } = words.linkCheck;
  const wait =
    typeof limit === 'object' &&
    `${heldOff} ${view.words.refusal.tryAgainIn(waitOf(limit.retryAfterSeconds))}`;
  const asksForEmail = report.document?.kind === 'there' && report.document.file.confirmEmail;
  return [wait, verdicts[report.verdict].tell, asksForEmail && emailNeeded].filter(
    (line) => line !== false,
  );
}
