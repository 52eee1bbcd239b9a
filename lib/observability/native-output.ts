import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { logger } from './logger.ts';
import { redactText } from './redact-text.ts';

/**
 * Makes lines of the log of what a worker's machine code says in its last moments, such as that memory
 * is used up. Nothing else arrives there: a worker takes over its own streams.
 */
export function logNativeOutput(standardError: Readable, worker: number): void {
  createInterface({ input: standardError }).on('line', (line) => {
    const message = redactText(line).trim();
    if (message !== '') logger().fatal({ worker }, message);
  });
}
