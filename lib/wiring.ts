import { createServiceCache } from '#lib/cache/service-cache.ts';
import { config } from '#lib/config/config.ts';
import { createDocumentDownloadApi } from '#lib/notify/document-download-api.ts';
import { createNotifyApi } from '#lib/notify/notify-api.ts';
import { oncePerProcess } from '#lib/process/once-per-process.ts';
import { createConfirmations } from '#lib/session/confirmations.ts';
import { createFormTokens } from '#lib/session/form-tokens.ts';
import { createSeals } from '#lib/session/seals.ts';

/** Everything that there is one of in a process. */
export type Wiring = ReturnType<typeof wire>;

/** The clients and stores of this process, made at the first call. */
export function wiring(): Wiring {
  return oncePerProcess('wiring', wire);
}

function wire() {
  const settings = config();
  const seals = createSeals(settings.SECRET_KEY);
  const notify = createNotifyApi({
    baseUrl: settings.API_HOST_NAME,
    userName: settings.ADMIN_CLIENT_USER_NAME,
    secret: settings.ADMIN_CLIENT_SECRET,
  });
  const documents = createDocumentDownloadApi({
    baseUrl:
      settings.DOCUMENT_DOWNLOAD_API_HOST_NAME_INTERNAL ?? settings.DOCUMENT_DOWNLOAD_API_HOST_NAME,
  });
  return {
    getService: createServiceCache({
      load: (serviceId, context) => notify.getService(serviceId, context),
      shared: null,
    }),
    documents,
    confirmations: createConfirmations(seals, settings.HTTP_PROTOCOL === 'https'),
    formTokens: createFormTokens(seals),
  };
}
