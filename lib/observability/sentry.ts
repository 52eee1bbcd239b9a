import {
  createEventEnvelope,
  createStackParser,
  createTransport,
  getEnvelopeEndpointWithUrlEncodedAuth,
  makeDsn,
  uuid4,
  type Event,
  type Transport,
} from '@sentry/core';
import { nodeStackLineParser } from '@sentry/core/server';
import { request } from 'undici';
import type { Secret } from '#lib/secret/secret.ts';
import type { RequestContext } from '#lib/request/request-context.ts';
import { errorEvent, type ReportedProgram } from './error-event.ts';
import type { RequestTrace } from './request-trace.ts';
import { traceEvent } from './trace-event.ts';

export interface SentrySettings extends ReportedProgram {
  readonly dsn: Secret;
}

/** Sends reports to Sentry; none of its functions throws. */
export interface Sentry {
  readonly reportError: (error: unknown, request: RequestContext | undefined) => void;
  readonly sendTrace: (trace: RequestTrace) => void;
  /** Waits until what was reported is sent, or for a second. */
  readonly flush: () => Promise<void>;
}

const SEND_TIMEOUT_MS = 5000;
const FLUSH_TIMEOUT_MS = 1000;

/**
 * Uses of Sentry what knows its protocol and its limits. What a report says is put together here, so
 * that it can hold nothing that the log may not hold.
 *
 * @throws when the address is none of Sentry's
 */
export function openSentry(settings: SentrySettings): Sentry {
  const dsn = makeDsn(settings.dsn.reveal());
  if (dsn === undefined) throw new Error('SENTRY_DSN is no address of Sentry');
  const parseStack = createStackParser(nodeStackLineParser());
  const transport = openTransport(getEnvelopeEndpointWithUrlEncodedAuth(dsn));
  const send = (event: Event) => {
    const envelope = createEventEnvelope({ event_id: uuid4(), ...event }, dsn);
    void transport.send(envelope).then(undefined, ignoreFailure);
  };
  return {
    reportError: (error, context) => send(errorEvent(error, context, settings, parseStack)),
    sendTrace: (trace) => send(traceEvent(trace, settings)),
    flush: async () => {
      await transport.flush(FLUSH_TIMEOUT_MS);
    },
  };
}

/** Bounded: what does not fit is dropped. */
function openTransport(url: string): Transport {
  return createTransport({ recordDroppedEvent: () => undefined }, async ({ body }) => {
    const answer = await request(url, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/x-sentry-envelope' },
      signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
    });
    await answer.body.dump();
    return {
      statusCode: answer.statusCode,
      headers: {
        'x-sentry-rate-limits': headerOf(answer.headers['x-sentry-rate-limits']),
        'retry-after': headerOf(answer.headers['retry-after']),
      },
    };
  });
}

function headerOf(value: string | string[] | undefined): string | null {
  return [value].flat()[0] ?? null;
}

function ignoreFailure(): void {
  // The error is in the log, whether or not Sentry hears of it.
}
