import { httpAddress, secret, text } from '../variable.ts';

/** The two systems behind the pages. */
export const apiVariables = {
  API_HOST_NAME: httpAddress({
    doc: 'Notify API',
    developmentFallback: 'http://127.0.0.1:7200',
  }),
  ADMIN_CLIENT_USER_NAME: text({ doc: 'User name for Notify API', fallback: 'notify-admin' }),
  ADMIN_CLIENT_SECRET: secret({
    doc: 'Secret for Notify API, which signs its requests',
    developmentFallback: 'sandbox-admin-client-secret',
    secret: true,
  }),
  DOCUMENT_DOWNLOAD_API_HOST_NAME: httpAddress({
    doc: 'Public address of document-download-api: citizens are sent there',
    developmentFallback: 'http://127.0.0.1:7200',
  }),
  DOCUMENT_DOWNLOAD_API_HOST_NAME_INTERNAL: httpAddress({
    doc: 'Address of document-download-api for this program’s own requests; by default the public one',
    optional: true,
  }),
};
