import type { Service } from '#lib/documents/service.ts';

/** The link does not open a document (`not-found`), or not any more (`gone`). */
export class DocumentUnavailableError extends Error {
  override readonly name = 'DocumentUnavailableError';
  readonly service: Service;
  readonly reason: 'not-found' | 'gone';

  constructor(service: Service, reason: 'not-found' | 'gone') {
    super(`document ${reason}`);
    this.service = service;
    this.reason = reason;
  }
}
