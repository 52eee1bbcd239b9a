/** A system behind us is down, or did not serve this call. Its text is fit for a log. */
export class OutageError extends Error {
  override readonly name = 'OutageError';
}

/** Why a call failed: the message alone, since errors of clients carry the command's arguments. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
