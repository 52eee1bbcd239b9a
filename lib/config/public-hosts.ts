import type { Config } from './read-config.ts';

type Settings = Pick<Config, 'METRICS_HOSTS' | 'DOCUMENT_DOWNLOAD_API_HOST_NAME'>;

const FILES_LABEL = /^download\./;

/**
 * The host names under which citizens reach the pages: beside `download.…`, the host that they are
 * sent to for the file, unless the configuration names others.
 */
export function pageHosts(settings: Settings): readonly string[] {
  return settings.METRICS_HOSTS ?? [fileHost(settings).replace(FILES_LABEL, '')];
}

/** The host name from which citizens get the files. */
export function fileHost({ DOCUMENT_DOWNLOAD_API_HOST_NAME }: Settings): string {
  return new URL(DOCUMENT_DOWNLOAD_API_HOST_NAME).hostname;
}
