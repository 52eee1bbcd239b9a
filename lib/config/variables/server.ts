import { availableParallelism } from 'node:os';
import { choice, number, text } from '../variable.ts';

/** How the program listens, and who it believes. */
export const serverVariables = {
  NOTIFY_ENVIRONMENT: text({
    doc: 'Name of the environment, for logs and error reports; `development` and `test` permit the embedded defaults, which point at the sandbox',
    example: 'development',
  }),
  PORT: number(1, 65535)({ doc: 'HTTP port', developmentFallback: '7001' }),
  HOST: text({ doc: 'Address to bind', fallback: '0.0.0.0' }),
  WEB_CONCURRENCY: number(
    1,
    256,
  )({
    doc: 'Worker processes',
    fallback: String(availableParallelism()),
    defaultDoc: 'one for each available core',
  }),
  WORKER_HEAP_MB: number(
    128,
    4096,
  )({
    doc: 'Most that the objects of a worker may take, in megabytes; it ends and is replaced when that is not enough, and the nearer it comes to it the more time it spends on clearing up',
    fallback: '256',
  }),
  NODE_OPTIONS: text({
    doc: 'Options of Node itself; a heap limit among them goes before `WORKER_HEAP_MB`',
    example: '--use-system-ca',
    optional: true,
  }),
  HTTP_PROTOCOL: choice(['https', 'http'])({
    doc: 'How citizens reach the program: `https` makes cookies `Secure`',
    fallback: 'https',
    developmentFallback: 'http',
  }),
  HTTP_SERVE_TIMEOUT_SECONDS: number(
    1,
    600,
  )({
    doc: 'Deadline of a whole request, in seconds',
    fallback: '30',
  }),
  SHUTDOWN_DELAY_SECONDS: number(
    0,
    600,
  )({
    doc: 'How long after SIGTERM the program still takes connections while `/_status` answers 503, so that load balancers turn away from it first, in seconds',
    fallback: '5',
  }),
  SHUTDOWN_TIMEOUT_SECONDS: number(
    1,
    600,
  )({
    doc: 'How long after SIGTERM a request that is not answered is cut, in seconds; longer than the delay',
    fallback: '30',
  }),
  EVENT_LOOP_LAG_LIMIT_MS: number(
    1,
    60_000,
  )({
    doc: 'How late a worker may be with its work, in milliseconds, before it turns new pages away with 503',
    fallback: '1000',
  }),
  TRUSTED_PROXY_COUNT: number(
    0,
    20,
  )({
    doc: 'How many proxies in front append to `X-Forwarded-For`; 0 takes the address of the socket',
    fallback: '0',
  }),
  GIT_COMMIT: text({
    doc: 'Version shown by `/_status`, set when the image is built',
    fallback: 'unknown',
  }),
  BUILD_TIME: text({
    doc: 'Time of the build shown by `/_status`, set when the image is built',
    fallback: 'unknown',
  }),
};
