import { config } from '#lib/config/config.ts';
import { currentReference } from '#lib/observability/note-failure.ts';
import { ProblemPage } from '#lib/page/problem-page.tsx';
import { renderPage } from '#lib/page/render-page.tsx';
import { readVisit } from '#lib/page/visit.ts';
import { eventLoopLagMs } from '#lib/process/event-loop-lag.ts';
import { noteOutcome } from '#lib/request/request-context.ts';

/** Most overload is a mailing that has just gone out, and its first wave is over quickly. */
const RETRY_AFTER_SECONDS = 10;

/** Load balancers and those on call ask these, all the more under load; they cost little. */
const ALWAYS_ANSWERED = new Set(['/_status', '/metrics']);

/**
 * Turns a visitor away with a small page while this worker is late with what it has to do already,
 * so that no queue builds up in which everybody waits in vain; null when there is time.
 */
export function checkOverload(request: Request): { readonly refusal: Response } | null {
  if (eventLoopLagMs() <= config().EVENT_LOOP_LAG_LIMIT_MS) return null;
  const { url, view } = readVisit(request);
  if (ALWAYS_ANSWERED.has(url.pathname)) return null;
  noteOutcome('overloaded');
  const refusal = renderPage(<ProblemPage view={view} reference={currentReference()} />, view, 503);
  refusal.headers.set('Retry-After', String(RETRY_AFTER_SECONDS));
  return { refusal };
}
