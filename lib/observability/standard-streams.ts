import { format, stripVTControlCharacters } from 'node:util';
import { oncePerProcess } from '#lib/process/once-per-process.ts';
import type { Level } from './levels.ts';
import { sayOnOutput } from './output-sink.ts';
import { redactText } from './redact-text.ts';

const LEVEL_OF_METHOD = {
  debug: 'debug',
  log: 'info',
  info: 'info',
  warn: 'warn',
  error: 'error',
} as const satisfies Record<string, Level>;

/** Errors that are in the log already: Next writes down as well what it was not the first to hear of. */
const told = oncePerProcess('told-errors', () => new WeakSet<Error>());

/** To be called for an error that was logged, so that nobody's `console.error` logs it again. */
export function markTold(error: unknown): void {
  if (error instanceof Error) told.add(error);
}

/**
 * Makes lines of the log of everything that others write to standard output and error: Next's own
 * messages, `console`, Node's warnings. They know nothing of our secrets, so of their texts only what
 * can be no secret stays.
 */
export function takeOverStandardStreams(): void {
  for (const [method, level] of Object.entries(LEVEL_OF_METHOD)) {
    Object.assign(console, { [method]: (...args: unknown[]) => sayArguments(level, args) });
  }
  takeOver(process.stdout, 'info');
  takeOver(process.stderr, 'warn');
  process.removeAllListeners('warning');
  process.on('warning', ({ name, message }) => say('warn', `${name}: ${message}`));
}

function takeOver(stream: NodeJS.WriteStream, level: Level): void {
  const write = (chunk: unknown, ...rest: unknown[]) => {
    say(level, String(chunk));
    const done = rest.at(-1);
    if (typeof done === 'function') process.nextTick(done);
    return true;
  };
  Object.assign(stream, { write });
}

function sayArguments(level: Level, args: readonly unknown[]): void {
  const error = args.find((arg) => arg instanceof Error);
  if (error !== undefined && told.has(error)) return;
  markTold(error);
  const others = args.filter((arg) => !(arg instanceof Error));
  say(level, format(...others.map(withoutFields)), error);
}

/** An object may hold anything, in words too. */
function withoutFields(arg: unknown): unknown {
  return typeof arg === 'object' && arg !== null ? '[object]' : arg;
}

function say(level: Level, text: string, error?: Error): void {
  const message = redactText(stripVTControlCharacters(text)).trim();
  if (message === '' && error === undefined) return;
  sayOnOutput({ level, message: message || 'An error was written to the console', error });
}
