import { logger } from './logger.ts';
import { reportError } from './reports.ts';
import { markTold } from './standard-streams.ts';

/**
 * Logs what nobody caught, and goes on, as Next does too: whoever finds a way to provoke such an error
 * must not be able to end one worker after the other with it.
 */
export function outliveCrashes(): void {
  process.prependListener('uncaughtException', (error) =>
    log(error, 'An exception was not caught'),
  );
  process.prependListener('unhandledRejection', (error) =>
    log(error, 'A rejection was not handled'),
  );
}

/** Logs what nobody caught and ends the process, which others depend on and nobody restarts by halves. */
export function endOnCrash(): void {
  process.on('uncaughtException', (error) => {
    log(error, 'An exception was not caught');
    process.exit(1);
  });
}

function log(error: unknown, message: string): void {
  logger().fatal({ exc_info: error }, message);
  markTold(error);
  reportError(error);
}
