import { BulkheadRejectedError, bulkhead } from 'cockatiel';
import { randomHex } from '#lib/trace/random-hex.ts';
import { readAnswer } from './api-answer.ts';
import { outcomeOf } from './api-call.ts';
import type { ApiCall, CallOutcome } from './api-call.ts';
import { ApiUnavailableError } from './api-errors.ts';
import type { ApiName } from './api-errors.ts';
import type { ApiLimits } from './api-limits.ts';
import type { ApiRequest } from './api-request.ts';
import { createApiTransport } from './api-transport.ts';
import type { CallContext } from './call-context.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import type { BreakerState } from './circuit-breaker.ts';
import { createRetry } from './retry.ts';

export interface ApiClientSettings {
  readonly api: ApiName;
  /** `http:` or `https:`, with or without a path. */
  readonly baseUrl: string;
  readonly limits: ApiLimits;
}

/** Who is told of calls. */
export interface ApiClientEvents {
  readonly onCall?: (call: ApiCall) => void;
  readonly onBreakerChange?: (api: ApiName, state: BreakerState) => void;
}

export interface ApiClient {
  /**
   * Calls the API and returns what the request makes of its answer.
   *
   * @throws one of the errors of `api-errors.ts`, or the reason of the context's signal
   */
  call<Result>(request: ApiRequest<Result>, context: CallContext): Promise<Result>;
  /** Lets go of all connections, whatever is in flight on them. */
  close(): Promise<void>;
}

/** What is found out in the course of a call. */
interface Trail {
  status: number | undefined;
  spanId: string | undefined;
  retried: boolean;
}

/**
 * A client that no fault of its API can hurt: every call ends by its deadline, few retries are made
 * (of GET only), a failing API is given a rest, and calls in flight and sizes are bounded.
 */
export function createApiClient(settings: ApiClientSettings, events: ApiClientEvents): ApiClient {
  const { api, baseUrl, limits } = settings;
  const transport = createApiTransport(api, baseUrl, limits);
  const callRoom = bulkhead(limits.maxCallsInFlight);
  const retry = createRetry();
  const breaker = createCircuitBreaker(api, limits, (state) =>
    events.onBreakerChange?.(api, state),
  );

  function attemptCall<Result>(request: ApiRequest<Result>, context: CallContext, trail: Trail) {
    const attempt = () =>
      breaker.run(async () => {
        trail.status = undefined;
        trail.spanId = randomHex(8);
        const answer = await transport.send(request, context, trail.spanId);
        trail.status = answer.status;
        return request.interpret(readAnswer(api, answer, request.ambiguousStatus));
      });
    if (request.method !== 'GET') return attempt();
    return retry.run(attempt, () => {
      trail.retried = true;
    });
  }

  return {
    call: async (request, context) => {
      const startedAt = performance.now();
      const trail: Trail = { status: undefined, spanId: undefined, retried: false };
      const report = (outcome: CallOutcome) => {
        const durationMs = performance.now() - startedAt;
        events.onCall?.({ api, operation: request.operation, outcome, durationMs, ...trail });
      };
      try {
        const result = await callRoom.execute(() => attemptCall(request, context, trail));
        report('answered');
        return result;
      } catch (caught) {
        const error = caught instanceof BulkheadRejectedError ? overload(api) : caught;
        report(outcomeOf(error, context.signal));
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

function overload(api: ApiName): ApiUnavailableError {
  return new ApiUnavailableError(api, 'overload', { retryAfterSeconds: 1 });
}
