import { oncePerProcess } from './once-per-process.ts';

/** Looks at a request before its page is asked for: the answer that refuses it, or null to go on. */
export type PageChecks = (request: Request) => Promise<Response | null>;

const offered = oncePerProcess('page-checks', (): { checks?: PageChecks } => ({}));

/** Says which checks there are: `middleware.ts` does, which Next compiles apart from all that could call it. */
export function offerPageChecks(checks: PageChecks): void {
  offered.checks = checks;
}

/**
 * The checks of this process.
 * @throws before `middleware.ts` is loaded: no page is to go out unchecked
 */
export function pageChecks(): PageChecks {
  if (offered.checks === undefined) throw new Error('middleware.ts has offered no checks');
  return offered.checks;
}
