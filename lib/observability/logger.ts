import pino, { type DestinationStream, type Logger } from 'pino';
import { config } from '#lib/config/config.ts';
import { oncePerProcess } from '#lib/process/once-per-process.ts';
import { currentRequest } from '#lib/request/request-context.ts';
import { errorText } from './error-text.ts';
import { LEVEL_NAMES, levelOf, type Level, type LevelName } from './levels.ts';
import { openLog } from './log-destination.ts';
import { logTime } from './log-time.ts';
import { sendOutputTo } from './output-sink.ts';
import { NOT_IN_A_REQUEST, traceFields } from './trace-fields.ts';

export interface LoggerSettings {
  readonly NOTIFY_APP_NAME: string;
  readonly NOTIFY_LOG_LEVEL: LevelName;
  readonly NOTIFY_REQUEST_LOG_LEVEL: LevelName;
}

/** What the program writes for machines to read: one JSON object a line. */
export interface Loggers {
  /** For everything but requests. Each line names the request that it belongs to. */
  readonly app: Logger;
  /** For one line a request, whose fields name it. */
  readonly request: Logger;
  /** For what support staff do. Its lines are written whatever the levels are. */
  readonly audit: Logger;
}

/**
 * The application's logger. Log an error as `{ exc_info: error }`, the field's name in Python's logs;
 * of its message stays what cannot be a value. Texts are constant; values go in fields of their own.
 */
export function logger(): Logger {
  return loggers().app;
}

/** The loggers of this process. */
export function loggers(): Loggers {
  return oncePerProcess('loggers', () => createLoggers(config(), openLog(config())));
}

/** From now on what others write to standard output and error is a part of the application's log. */
export function sendOutputToLog(): void {
  sendOutputTo(({ level, message, error }) => logger()[level]({ exc_info: error }, message));
}

/** @param destination takes one line a call and has written it when it returns */
export function createLoggers(settings: LoggerSettings, destination: DestinationStream): Loggers {
  const { NOTIFY_APP_NAME, NOTIFY_LOG_LEVEL, NOTIFY_REQUEST_LOG_LEVEL } = settings;
  const shared = {
    messageKey: 'message',
    errorKey: 'exc_info',
    serializers: { exc_info: errorText },
    formatters: { level: (level: string) => ({ levelname: LEVEL_NAMES[level as Level] }) },
    timestamp: () => `,"time":"${logTime()}"`,
  };
  const base = { application: NOTIFY_APP_NAME, logType: 'application' };
  const mixin = () => {
    const request = currentRequest();
    return request === undefined ? { ...NOT_IN_A_REQUEST } : traceFields(request);
  };
  return {
    app: pino(
      {
        ...shared,
        level: levelOf(NOTIFY_LOG_LEVEL),
        base: { name: 'app', ...base },
        mixin,
      },
      destination,
    ),
    request: pino(
      {
        ...shared,
        level: levelOf(NOTIFY_REQUEST_LOG_LEVEL),
        base: { name: 'app.request', ...base, process_: process.pid },
      },
      destination,
    ),
    audit: pino(
      { ...shared, base: { name: 'app.audit', ...base, logType: 'audit' }, mixin },
      destination,
    ),
  };
}
