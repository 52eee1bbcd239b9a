/** Methods that Next hands to a route; others make it fail (TRACE even with a stack on the page). */
const ROUTABLE = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']);

/** No page takes it, so every page answers that the method is not allowed. */
const REFUSED_BY_EVERY_PAGE = 'DELETE';

/** The method that Next sees. */
export function settleMethod(method: string): string {
  return ROUTABLE.has(method) ? method : REFUSED_BY_EVERY_PAGE;
}
