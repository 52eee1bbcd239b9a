import { htmlErrorAnswer, jsonAnswer, timeoutAnswer, type Answer } from '../http/answer.ts';
import { createAccessSigner } from './access-cookie.ts';
import { AttemptLimit } from './attempt-limit.ts';
import { authenticate } from './authenticate.ts';
import { checkDocument, METADATA_WORDS } from './check-document.ts';
import { downloadFile, FILE_WORDS, sendToLandingPage } from './download-file.ts';
import { createStorage, findDocument, storageKey } from './find-document.ts';
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

export interface DocumentDownloadApi {
  /** The API's answer to one request. */
  answer(request: DocumentRequest): Answer | Promise<Answer>;
  /** Forgets all attempts that were counted. */
  clearAttempts(): void;
}

type Read = DocumentPlace & { readonly operation: 'check' | 'download' };

const ALLOWED = {
  authenticate: ['POST', 'OPTIONS'],
  check: ['OPTIONS', 'GET', 'HEAD'],
  download: ['OPTIONS', 'GET', 'HEAD'],
  'documents-status': ['OPTIONS', 'GET', 'HEAD'],
} as const satisfies Record<DocumentPath['operation'], readonly string[]>;

/** A stand-in of document-download-api that stores these documents. */
export function createDocumentDownloadApi(
  settings: DocumentDownloadApiSettings,
): DocumentDownloadApi {
  const { documents, publicUrl, frontendUrl, signingSecret, slowMs, nowMs } = settings;
  const storage = createStorage(documents);
  const signer = createAccessSigner(signingSecret, nowMs);
  const limit = new AttemptLimit(nowMs);

  function answer(request: DocumentRequest): Answer | Promise<Answer> {
    const path = parseDocumentPath(request.path);
    if (path === null) return htmlErrorAnswer(404);
    const allowed: readonly string[] = ALLOWED[path.operation];
    if (!allowed.includes(request.method)) return notAllowed(allowed);
    if (request.method === 'OPTIONS') return optionsAnswer(allowed);
    if (path.operation === 'documents-status') return statusAnswer();
    const { operation } = path;
    if (operation === 'authenticate') return answerAuthenticate(path, request);
    return answerRead({ ...path, operation }, request);
  }

  async function answerAuthenticate(
    path: DocumentPlace,
    { contentType, readBody }: DocumentRequest,
  ): Promise<Answer> {
    const place = storageKey(path);
    const body = await readBody();
    const document = storage.get(place);
    return (
      troubleAnswer(document) ??
      authenticate({ limit, publicUrl, signer, storage }, { place, contentType, body })
    );
  }

  function answerRead(path: Read, request: DocumentRequest): Answer {
    const key = new URLSearchParams(request.query).get('key');
    const words = path.operation === 'check' ? METADATA_WORDS : FILE_WORDS;
    const found = findDocument(storage, storageKey(path), key, words);
    if ('status' in found) return found;
    const trouble = troubleAnswer(found);
    if (trouble !== null) return trouble;
    if (path.operation === 'check') return checkDocument(found, publicUrl, nowMs());
    const open = found.emailAddress === undefined || signer.admits(request.cookie, found);
    return open ? downloadFile(found) : sendToLandingPage(found, frontendUrl);
  }

  function troubleAnswer(document: SandboxDocument | undefined): Answer | null {
    if (document?.trouble === 'slow') return { ...timeoutAnswer(), delayMs: slowMs };
    return document?.trouble === 'broken' ? htmlErrorAnswer(500) : null;
  }

  return { answer, clearAttempts: () => limit.clear() };
}

function statusAnswer(): Answer {
  const cacheControl = 'no-store, no-cache, private, must-revalidate';
  return jsonAnswer(200, { status: 'ok' }, { 'Cache-Control': cacheControl });
}

function notAllowed(allowed: readonly string[]): Answer {
  return htmlErrorAnswer(405, { Allow: allowed.join(', ') });
}

function optionsAnswer(allowed: readonly string[]): Answer {
  const headers = { Allow: allowed.join(', '), 'Content-Type': 'text/html; charset=utf-8' };
  return { status: 200, headers, body: '' };
}
