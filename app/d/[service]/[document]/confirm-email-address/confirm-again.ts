/** Asks for the form even from readers who confirmed before: for those whose file does not open. */
export const CONFIRM_AGAIN = { again: 'yes' } as const;

export function wantsToConfirmAgain(query: URLSearchParams): boolean {
  return query.get('again') === CONFIRM_AGAIN.again;
}
