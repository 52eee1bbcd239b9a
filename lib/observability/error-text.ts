import { redactText } from './redact-text.ts';

/** As deep as chains of causes are followed: a cause may be its own cause. */
const MAX_CAUSES = 5;
const FRAME = /^ {4}at \S.{0,500}:\d+:\d+\)?$/gm;

/**
 * An error as logs and reports may show it: its name, its message without anything that may be a
 * value, where in the code it was thrown, and the same of its causes. Other properties stay out:
 * clients put whole requests there.
 */
export function errorText(error: unknown): string {
  return causesOf(error).map(describe).join('\nCaused by: ');
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

function describe(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const { name, message, stack = '' } = error;
  const afterMessage = stack.slice(stack.indexOf(message) + message.length);
  return [`${name}: ${redactText(message)}`, ...(afterMessage.match(FRAME) ?? [])].join('\n');
}
