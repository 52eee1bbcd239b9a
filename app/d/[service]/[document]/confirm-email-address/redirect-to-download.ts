import type { DocumentVisit } from '#app/d/document-route.tsx';
import { config } from '#lib/config/config.ts';
import { documentPath } from '#lib/documents/document-link.ts';
import { redirect } from '#lib/page/redirect.ts';
import { accessCookie, type FileAccess } from '#lib/session/access-cookie.ts';
import { wiring } from '#lib/wiring.ts';

/** Sends a reader whose address is right to the file, with the cookies that prove it. */
export async function redirectToDownload(
  { link, languageQuery }: DocumentVisit,
  access: FileAccess,
): Promise<Response> {
  const { DOCUMENT_DOWNLOAD_API_HOST_NAME, HTTP_PROTOCOL } = config();
  const confirmation = await wiring().confirmations.remember(link, access);
  const secure = HTTP_PROTOCOL === 'https';
  return redirect(documentPath(link, 'download', languageQuery), {
    cookies: [accessCookie(access, DOCUMENT_DOWNLOAD_API_HOST_NAME, secure), confirmation],
  });
}
