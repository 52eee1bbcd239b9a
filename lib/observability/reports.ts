import type { Config } from '#lib/config/read-config.ts';
import { beforeExit } from '#lib/process/closing.ts';
import { oncePerProcess } from '#lib/process/once-per-process.ts';
import { currentRequest } from '#lib/request/request-context.ts';
import { addTraceSink } from './traces.ts';

type ReportError = (error: unknown) => void;

const reports = oncePerProcess('error-reports', (): { send: ReportError } => ({
  send: () => undefined,
}));

/** Reports an error that is our own fault, where somebody wants to hear of it. Never throws. */
export function reportError(error: unknown): void {
  reports.send(error);
}

/** Share of the traces begun here that are recorded; null where nobody collects any. */
export function traceSampleRate(settings: Config): number | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, SENTRY_ENABLED, SENTRY_TRACES_SAMPLE_RATE } = settings;
  const rates = [
    ...(OTEL_EXPORTER_OTLP_ENDPOINT ? [settings.OTEL_TRACES_SAMPLER_ARG] : []),
    ...(SENTRY_ENABLED && SENTRY_TRACES_SAMPLE_RATE > 0 ? [SENTRY_TRACES_SAMPLE_RATE] : []),
  ];
  return rates.length === 0 ? null : Math.max(...rates);
}

/**
 * Opens the ways to those who collect error reports and traces. What is needed for that is loaded
 * here and only if it is configured: it takes some tens of megabytes.
 */
export async function openReports(settings: Config): Promise<void> {
  await Promise.all([openErrorReports(settings), openTraces(settings)]);
}

async function openErrorReports(settings: Config): Promise<void> {
  if (!settings.SENTRY_ENABLED || settings.SENTRY_DSN === undefined) return;
  const { openSentry } = await import('./sentry.ts');
  const sentry = openSentry({
    dsn: settings.SENTRY_DSN,
    release: settings.GIT_COMMIT,
    environment: settings.NOTIFY_ENVIRONMENT,
    allowPersonalData: settings.SENTRY_ALLOW_PII,
  });
  reports.send = (error) => {
    if (Math.random() < settings.SENTRY_ERRORS_SAMPLE_RATE) {
      sentry.reportError(error, currentRequest());
    }
  };
  if (settings.SENTRY_TRACES_SAMPLE_RATE > 0) addTraceSink(sentry.sendTrace);
  beforeExit(sentry.flush);
}

async function openTraces(settings: Config): Promise<void> {
  if (settings.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return;
  const { openOtlpTraces } = await import('./otlp-traces.ts');
  const traces = openOtlpTraces({
    endpoint: settings.OTEL_EXPORTER_OTLP_ENDPOINT,
    headers: settings.OTEL_EXPORTER_OTLP_HEADERS,
    serviceName: settings.NOTIFY_APP_NAME,
    serviceVersion: settings.GIT_COMMIT,
    environment: settings.NOTIFY_ENVIRONMENT,
  });
  addTraceSink(traces.send);
  beforeExit(traces.flush);
}
