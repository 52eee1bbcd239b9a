/** How long anything may take before it counts as dead, in milliseconds. */
export const PATIENCE_MS = 10_000;

/** Asks for an answer as it is: a redirect is not followed. */
export function ask(url: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS), ...init });
}
