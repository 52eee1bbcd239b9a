import type { Config } from '#lib/config/read-config.ts';
import { unlessProblems, type Check } from '../check.ts';

/** What the program starts with, though nobody wants it in production. */
const UNWISE: readonly (readonly [problem: string, applies: (config: Config) => boolean])[] = [
  [
    'NOTIFY_ENVIRONMENT permits the embedded defaults',
    ({ NOTIFY_ENVIRONMENT }) => ['development', 'test'].includes(NOTIFY_ENVIRONMENT),
  ],
  ['HTTP_PROTOCOL is http', ({ HTTP_PROTOCOL }) => HTTP_PROTOCOL !== 'https'],
  ['SENTRY_ALLOW_PII is on', ({ SENTRY_ALLOW_PII }) => SENTRY_ALLOW_PII],
  [
    'NOTIFY_LOG_LEVEL hides warnings',
    ({ NOTIFY_LOG_LEVEL }) => ['ERROR', 'CRITICAL'].includes(NOTIFY_LOG_LEVEL),
  ],
];

export const checkSettings: Check = {
  name: 'configuration',
  examine(_patient, config) {
    const problems = UNWISE.filter(([, applies]) => applies(config)).map(([problem]) => problem);
    return Promise.resolve(unlessProblems(problems, `for ${config.NOTIFY_ENVIRONMENT}`));
  },
};
