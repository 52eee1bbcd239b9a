import { waitOf } from '#lib/language/wait.ts';
import { GoBackToConfirm } from './go-back-to-confirm.tsx';
import { Layout } from './layout.tsx';
import type { PageView } from './page-view.ts';
import { Paragraphs } from './paragraphs.tsx';

interface TooManyRequestsPageProps {
  readonly view: PageView;
  readonly retryAfterSeconds: number;
  /** Where the e-mail form is, for a reader who came from it. */
  readonly goBackUrl?: string | undefined;
}

/** For somebody who has to wait (429). */
export function TooManyRequestsPage({
  view,
  retryAfterSeconds,
  goBackUrl,
}: TooManyRequestsPageProps) {
  const { tooManyRequests, tooManyAttempts, tryAgainIn } = view.words.refusal;
  return (
    <Layout view={view} title={tooManyRequests}>
      <Paragraphs texts={[tooManyAttempts, tryAgainIn(waitOf(retryAfterSeconds))]} />
      <GoBackToConfirm view={view} url={goBackUrl} />
    </Layout>
  );
}
