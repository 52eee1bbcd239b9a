/** How long a page waits at most for what counts requests, Redis or the primary process, in milliseconds. */
export const LONGEST_WAIT_MS = 50;
