import type { ServerResponse } from 'node:http';

/** A method of an answer that hooks may put their own around. */
type Overridden = Partial<Record<'end' | 'writeHead', (...rest: unknown[]) => ServerResponse>>;

/**
 * Puts a method in the place of an answer's own. V8 keeps a function that is written where it is
 * assigned (`response.end = () => …`) among its old objects from the start: with all that it refers
 * to, the request would outlive young collections, and wait for a full one (docs/decisions/0051).
 */
export function overrideMethod(response: ServerResponse, method: Overridden): void {
  Object.assign(response, method);
}
