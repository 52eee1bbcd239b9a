import * as z from 'zod';
import { Secret } from '#lib/secret/secret.ts';
import { choice, flag, fraction, json, list, matching, secret, text } from '../variable.ts';

const hostName = z.string().regex(/^[\w.-]{1,253}(?::\d{1,5})?$/);

const sentryAddress = matching(
  'address as Sentry shows it: `https://key@host/project`',
  z
    .url({ protocol: /^https?$/, abort: true })
    .regex(/^\w+:\/\/[\w:]+@[^/]+\/(?:.*\/)?\d+$/)
    .transform((value) => new Secret(value)),
);

const LOG_LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] as const;

/** Logs, metrics and error reports. */
export const observabilityVariables = {
  NOTIFY_APP_NAME: text({
    doc: 'Name of the program in logs',
    fallback: 'document-download-frontend',
  }),
  NOTIFY_LOG_LEVEL: choice(LOG_LEVELS)({
    doc: 'Least level of application log lines',
    fallback: 'INFO',
  }),
  NOTIFY_REQUEST_LOG_LEVEL: choice(LOG_LEVELS)({
    doc: 'Least level of request log lines',
    fallback: 'INFO',
  }),
  NOTIFY_LOG_PATH: text({
    doc: 'File that log lines are appended to, besides standard output; it may be moved away at any time',
    optional: true,
    example: '/var/log/document-download-frontend/application.log',
  }),

  METRICS_HOSTS: list(
    'host names',
    hostName,
  )({
    doc: 'Names under which citizens reach the program: values of the `host` label in metrics, where all others count as `other`, and where links lead that support staff are told are ours. By default the public host of document-download-api without its `download.` label',
    optional: true,
  }),
  METRICS_TOKEN: secret({
    doc: 'Bearer token that `/metrics` asks for',
    optional: true,
    secret: true,
  }),
  METRICS_BASIC_AUTH: flag({
    doc: 'Whether `/metrics` asks for the `application_id` of `VCAP_APPLICATION` as bearer token',
    fallback: 'true',
  }),
  VCAP_APPLICATION: json({
    doc: 'Set by Cloud Foundry',
    optional: true,
  }),

  OTEL_EXPORTER_OTLP_ENDPOINT: matching(
    'http(s) address',
    z.url({ protocol: /^https?$/ }),
  )({
    doc: 'Collector of OpenTelemetry that gets the spans of requests, API calls and Redis commands; none are recorded without it',
    optional: true,
    example: 'http://127.0.0.1:4318',
  }),
  OTEL_EXPORTER_OTLP_HEADERS: secret({
    doc: 'Headers for the collector, as `name=value` pairs separated by commas',
    optional: true,
    secret: true,
  }),
  OTEL_TRACES_SAMPLER_ARG: fraction({
    doc: 'Share of requests that are traced, unless the caller has decided; with traces in Sentry too, the larger share holds for both',
    fallback: '1',
  }),

  SENTRY_ENABLED: flag({ doc: 'Turns error reports on', fallback: 'false' }),
  SENTRY_DSN: sentryAddress({
    doc: 'Where error reports go, needed when they are turned on',
    optional: true,
    secret: true,
  }),
  SENTRY_ERRORS_SAMPLE_RATE: fraction({ doc: 'Share of errors that are reported', fallback: '1' }),
  SENTRY_TRACES_SAMPLE_RATE: fraction({ doc: 'Share of requests that are traced', fallback: '0' }),
  SENTRY_ALLOW_PII: flag({
    doc: 'Whether error reports may hold personal data',
    fallback: 'false',
  }),
};
