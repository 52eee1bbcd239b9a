import { describe, expect, it } from 'vitest';
import { fileHost, pageHosts } from '#lib/config/public-hosts.ts';

describe('the hosts of pages and files', () => {
  it.each([
    ['https://download.documents.service.gov.uk', ['documents.service.gov.uk']],
    ['https://download.documents.service.gov.uk:8443', ['documents.service.gov.uk']],
    ['http://127.0.0.1:7200', ['127.0.0.1']],
    ['https://files.example', ['files.example']],
  ])('follow from %s', (address, hosts) => {
    const settings = { DOCUMENT_DOWNLOAD_API_HOST_NAME: address, METRICS_HOSTS: undefined };
    expect(pageHosts(settings)).toEqual(hosts);
    expect(fileHost(settings)).toBe(new URL(address).hostname);
  });

  it('are those that operators name', () => {
    const METRICS_HOSTS = ['files.example.gov.uk', 'old.example.gov.uk'];
    const address = 'https://download.documents.service.gov.uk';
    expect(pageHosts({ METRICS_HOSTS, DOCUMENT_DOWNLOAD_API_HOST_NAME: address })).toBe(
      METRICS_HOSTS,
    );
  });
});
