import { pageRoute } from '#lib/page/page-route.tsx';
import { redirect } from '#lib/page/redirect.ts';

/** How to report a vulnerability, for the whole of government (contracts, section 1). */
const SECURITY_TXT = 'https://vdp.cabinetoffice.gov.uk/.well-known/security.txt';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = pageRoute({
  GET: () => redirect(SECURITY_TXT),
});
