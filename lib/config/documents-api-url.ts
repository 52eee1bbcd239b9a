import type { Config } from './read-config.ts';

type ApiAddresses = Pick<
  Config,
  'DOCUMENT_DOWNLOAD_API_HOST_NAME' | 'DOCUMENT_DOWNLOAD_API_HOST_NAME_INTERNAL'
>;

/** The address of document-download-api for the program's own requests, which may have a shorter way. */
export function documentsApiUrl(settings: ApiAddresses): string {
  return (
    settings.DOCUMENT_DOWNLOAD_API_HOST_NAME_INTERNAL ?? settings.DOCUMENT_DOWNLOAD_API_HOST_NAME
  );
}
