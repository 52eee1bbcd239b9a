import { redirect } from '#lib/page/redirect.ts';
import { noteOutcome } from '#lib/request/request-context.ts';

/** Sends a reader to another page about the same document, because this one is not for them. */
export function sendOn(path: string): Response {
  noteOutcome('sent-on');
  return redirect(path);
}
