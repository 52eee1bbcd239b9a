import type { Secret } from '#lib/secret/secret.ts';
import type { Cookie } from './set-cookie.ts';

/** The name by which document-download-api knows its cookie. */
export const ACCESS_COOKIE = 'document_access_signed_data';

/** What document-download-api wants to see before it hands over the file. */
export interface FileAccess {
  readonly fileUrl: Secret;
  readonly signedData: Secret;
}

/** The cookie by which document-download-api knows the reader (contracts, section 4). */
export function accessCookie(access: FileAccess, publicApiUrl: string, secure: boolean): Cookie {
  return {
    name: ACCESS_COOKIE,
    value: access.signedData,
    path: new URL(access.fileUrl.reveal()).pathname,
    domain: sharedDomain(new URL(publicApiUrl).hostname),
    secure,
  };
}

const OWN_LABEL = 'download.';

/** The domain above the API's own, which these pages and the API share; none on one machine. */
function sharedDomain(apiHost: string): string | undefined {
  return apiHost.startsWith(OWN_LABEL) ? apiHost.slice(OWN_LABEL.length) : undefined;
}
