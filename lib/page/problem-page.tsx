import { Layout } from './layout.tsx';
import type { PageView } from './page-view.ts';
import { Paragraphs } from './paragraphs.tsx';

interface ProblemPageProps {
  readonly view: PageView;
  /** By which support finds this very request, short enough to be read out, such as `4F7K-2M9Q`. */
  readonly reference?: string | undefined;
}

/** For a fault of ours (500) or of a system behind us (503, 504). */
export function ProblemPage({ view, reference }: ProblemPageProps) {
  const words = view.words.problem;
  return (
    <Layout view={view} title={words.title}>
      <Paragraphs texts={[words.tryAgainLater, words.keepLink]} />
      {reference !== undefined && (
        <>
          <Paragraphs texts={[words.quoteReference]} />
          <p className="govuk-body">{words.reference(<strong>{reference}</strong>)}</p>
        </>
      )}
    </Layout>
  );
}
