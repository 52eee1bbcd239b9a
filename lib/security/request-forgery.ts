/**
 * Whether a form was sent from these pages. Browsers say so in `Sec-Fetch-Site`, which no page can
 * forge; for those that do not, the form's own token has to be right.
 */
export async function isOwnForm(
  secFetchSite: string | null,
  isTokenRight: () => Promise<boolean>,
): Promise<boolean> {
  if (secFetchSite !== null) return secFetchSite === 'same-origin';
  return isTokenRight();
}
