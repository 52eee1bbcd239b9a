import type { Answer } from '../http/answer.ts';
import { htmlErrorAnswer, optionsAnswer } from '../http/html-answer.ts';
import { jsonAnswer, timeoutAnswer } from '../http/json-answer.ts';
import { createAccessSigner, type AccessSigner } from './access-signer.ts';
import { AttemptLimit } from './attempt-limit.ts';
import { authenticate } from './authenticate.ts';
import { checkDocument, METADATA_WORDS } from './check-document.ts';
import { downloadFile, FILE_WORDS, sendToLandingPage } from './download-file.ts';
import { createStorage, findDocument, storageKey, type Storage } from './find-document.ts';
import { parseDocumentPath, type DocumentPath } from './parse-document-path.ts';
import type { DocumentPlace, SandboxDocument } from './sandbox-document.ts';

export interface DocumentDownloadApiSettings {
  readonly documents: readonly SandboxDocument[];
  /** The address under which browsers reach this API. */
  readonly publicUrl: string;
  /** The address of the pages that links lead to. */
  readonly frontendUrl: string;
  readonly signingSecret: string;
  /** How long a slow document takes. */
  readonly slowMs: number;
  readonly nowMs: () => number;
}

/** What document-download-api is asked. The body is read only where it is looked at. */
export interface DocumentRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly cookie: string | undefined;
  readonly contentType: string | undefined;
  readonly readBody: () => Promise<string>;
}

const READ = ['OPTIONS', 'GET', 'HEAD'];

const ALLOWED: Readonly<Record<DocumentPath['operation'], readonly string[]>> = {
  authenticate: ['POST', 'OPTIONS'],
  check: READ,
  download: READ,
  'documents-status': READ,
};

/** A stand-in of document-download-api. */
export class DocumentDownloadApi {
  readonly #settings: DocumentDownloadApiSettings;
  readonly #storage: Storage;
  readonly #signer: AccessSigner;
  readonly #limit: AttemptLimit;

  constructor(settings: DocumentDownloadApiSettings) {
    this.#settings = settings;
    this.#storage = createStorage(settings.documents);
    this.#signer = createAccessSigner(settings.signingSecret, settings.nowMs);
    this.#limit = new AttemptLimit(settings.nowMs);
  }

  answer(request: DocumentRequest): Answer | Promise<Answer> {
    const path = parseDocumentPath(request.path);
    if (path === null) return htmlErrorAnswer(404);
    const allowed = ALLOWED[path.operation];
    if (!allowed.includes(request.method)) {
      return htmlErrorAnswer(405, { Allow: allowed.join(', ') });
    }
    if (request.method === 'OPTIONS') return optionsAnswer(allowed);
    switch (path.operation) {
      case 'documents-status':
        return statusAnswer();
      case 'authenticate':
        return this.#authenticate(path, request);
      case 'check':
        return this.#check(path, request);
      case 'download':
        return this.#download(path, request);
    }
  }

  /** Forgets all attempts that were counted. */
  clearAttempts(): void {
    this.#limit.clear();
  }

  async #authenticate(at: DocumentPlace, request: DocumentRequest): Promise<Answer> {
    const body = await request.readBody();
    const place = storageKey(at);
    const trouble = this.#trouble(this.#storage.get(place));
    if (trouble !== null) return trouble;
    const parts = {
      storage: this.#storage,
      limit: this.#limit,
      signer: this.#signer,
      publicUrl: this.#settings.publicUrl,
    };
    return authenticate(parts, { place, contentType: request.contentType, body });
  }

  #check(place: DocumentPlace, { query }: DocumentRequest): Answer {
    const found = findDocument(this.#storage, place, query, METADATA_WORDS);
    if (found.kind === 'refused') return found.answer;
    const { publicUrl, nowMs } = this.#settings;
    return this.#trouble(found.document) ?? checkDocument(found.document, publicUrl, nowMs());
  }

  #download(place: DocumentPlace, { query, cookie }: DocumentRequest): Answer {
    const found = findDocument(this.#storage, place, query, FILE_WORDS);
    if (found.kind === 'refused') return found.answer;
    const { document } = found;
    const trouble = this.#trouble(document);
    if (trouble !== null) return trouble;
    const isOpen = document.emailAddress === undefined || this.#signer.admits(cookie, document);
    return isOpen
      ? downloadFile(document)
      : sendToLandingPage(document, this.#settings.frontendUrl);
  }

  #trouble(document: SandboxDocument | undefined): Answer | null {
    if (document?.trouble === 'broken') return htmlErrorAnswer(500);
    if (document?.trouble !== 'slow') return null;
    return { ...timeoutAnswer(), delayMs: this.#settings.slowMs };
  }
}

function statusAnswer(): Answer {
  const cacheControl = 'no-store, no-cache, private, must-revalidate';
  return jsonAnswer(200, { status: 'ok' }, { 'Cache-Control': cacheControl });
}
