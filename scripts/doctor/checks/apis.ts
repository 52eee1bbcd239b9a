import { randomBytes, randomUUID } from 'node:crypto';
import { documentsApiUrl } from '#lib/config/documents-api-url.ts';
import { ServiceNotFoundError } from '#lib/notify/api-errors.ts';
import type { CallContext } from '#lib/notify/call-context.ts';
import { createDocumentDownloadApi } from '#lib/notify/document-download-api.ts';
import { createNotifyApi } from '#lib/notify/notify-api.ts';
import { Secret } from '#lib/secret/secret.ts';
import { PATIENCE_MS } from '../ask.ts';
import { right, wrong, type Check } from '../check.ts';

const context = (): CallContext => ({
  deadline: performance.now() + PATIENCE_MS,
  traceId: randomBytes(16).toString('hex'),
  spanId: randomBytes(8).toString('hex'),
});

/** Both are asked, as the program asks them, for something that does not exist. */
export const checkApis: readonly Check[] = [
  {
    name: 'Notify API',
    async examine(_patient, config) {
      const api = createNotifyApi({
        baseUrl: config.API_HOST_NAME,
        userName: config.ADMIN_CLIENT_USER_NAME,
        secret: config.ADMIN_CLIENT_SECRET,
      });
      try {
        await api.getService(randomUUID(), context());
        return wrong('it knows a service that does not exist');
      } catch (error) {
        if (error instanceof ServiceNotFoundError) return right('takes our credentials');
        throw error;
      } finally {
        await api.close();
      }
    },
  },
  {
    name: 'document-download-api',
    async examine(_patient, config) {
      const api = createDocumentDownloadApi({ baseUrl: documentsApiUrl(config) });
      const link = {
        serviceId: randomUUID(),
        documentId: randomUUID(),
        key: new Secret(randomBytes(32).toString('base64url')),
      };
      try {
        const { kind } = await api.checkDocument(link, context());
        return kind === 'available'
          ? wrong('it has a document that does not exist')
          : right('answers');
      } finally {
        await api.close();
      }
    },
  },
];
