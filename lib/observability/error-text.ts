import { redactText } from './redact-text.ts';

/** What may be said of an error. Its other properties stay out: clients put whole requests there. */
export interface ErrorDescription {
  readonly name: string;
  /** Without anything that may be a value. */
  readonly message: string;
  /** Where it was thrown, innermost first, as V8 writes it. */
  readonly frames: readonly string[];
}

/** As deep as chains of causes are followed: a cause may be its own cause. */
const MAX_CAUSES = 5;
const FRAME = /^ {4}at \S.{0,500}:\d+:\d+\)?$/gm;

/** An error and its causes, outermost first, as logs show them. */
export function errorText(error: unknown): string {
  return causesOf(error)
    .map(describeError)
    .map(({ name, message, frames }) => [`${name}: ${message}`, ...frames].join('\n'))
    .join('\nCaused by: ');
}

/** An error and its causes, outermost first. */
export function causesOf(error: unknown): unknown[] {
  const chain = [error];
  while (chain.length <= MAX_CAUSES) {
    const last = chain.at(-1);
    if (!(last instanceof Error) || last.cause === undefined) break;
    chain.push(last.cause);
  }
  return chain;
}

/** Says what may be said of anything that was thrown. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) {
    return { name: 'NotAnError', message: `a thrown ${typeof error}`, frames: [] };
  }
  const { name, message, stack = '' } = error;
  const afterMessage = stack.slice(stack.indexOf(message) + message.length);
  return {
    name: redactText(name),
    message: redactText(message),
    frames: afterMessage.match(FRAME) ?? [],
  };
}
