import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  DelegateBackoff,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { ApiUnavailableError } from './api-errors.ts';
import type { ApiName } from './api-errors.ts';
import { isApiError, isOutage } from './failure-kinds.ts';

/** `closed` lets calls pass, `open` refuses them, `half-open` lets one pass and judges by it. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** When an API is given a rest, and how long. */
export interface BreakerSettings {
  /** So many failures in a row, without a success in between, open it. */
  readonly failuresToOpen: number;
  /** How long it stays open at first; each trial that fails doubles it. */
  readonly firstOpenMs: number;
  readonly longestOpenMs: number;
}

export interface CircuitBreaker {
  /**
   * @throws ApiUnavailableError at once, with the seconds until the next trial, while it is open
   */
  run<Result>(attempt: () => Promise<Result>): Promise<Result>;
}

const MS_PER_SECOND = 1000;

/** Spares a failing API, and its callers the wait for it. It closes again by itself. */
export function createCircuitBreaker(
  api: ApiName,
  settings: BreakerSettings,
  onChange: (state: BreakerState) => void,
): CircuitBreaker {
  let nextTrialAtMs = 0;
  // A trial that its caller aborts has shown nothing: the circuit stays open.
  const isFailure = (error: unknown): boolean =>
    isOutage(error) || (policy.state === CircuitState.HalfOpen && !isApiError(error));
  const policy = circuitBreaker(handleWhen(isFailure), {
    breaker: new ConsecutiveBreaker(settings.failuresToOpen),
    halfOpenAfter: new DelegateBackoff(({ attempt }) => {
      const openMs = Math.min(settings.firstOpenMs * 2 ** (attempt - 1), settings.longestOpenMs);
      nextTrialAtMs = Date.now() + openMs;
      return openMs;
    }),
  });
  policy.onStateChange((state) => onChange(nameOf(state)));

  const refusal = () => {
    const waitMs = Math.max(0, nextTrialAtMs - Date.now());
    const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / MS_PER_SECOND));
    return new ApiUnavailableError(api, 'breaker-open', { retryAfterSeconds });
  };
  return {
    run: async (attempt) => {
      // cockatiel would let everyone wait for the trial, which may take as long as the API likes.
      if (policy.state === CircuitState.HalfOpen) throw refusal();
      try {
        return await policy.execute(attempt);
      } catch (error) {
        throw error instanceof BrokenCircuitError ? refusal() : error;
      }
    },
  };
}

function nameOf(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return 'closed';
  return state === CircuitState.HalfOpen ? 'half-open' : 'open';
}
