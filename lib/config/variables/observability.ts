import { choice, flag, fraction, json, secret, text } from '../variable.ts';

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

  SENTRY_ENABLED: flag({ doc: 'Turns error reports on', fallback: 'false' }),
  SENTRY_DSN: secret({
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
