import type { Answer } from '../http/answer.ts';
import { htmlErrorAnswer } from '../http/html-answer.ts';
import { errorAnswer, jsonAnswer } from '../http/json-answer.ts';
import type { AccessSigner } from './access-signer.ts';
import type { AttemptLimit } from './attempt-limit.ts';
import { directFileUrl } from './check-document.ts';
import { readDecryptionKey } from './decryption-key.ts';
import { isExpired, type Storage } from './find-document.ts';
import type { SandboxDocument } from './sandbox-document.ts';

/** What stands behind an authentication. */
export interface AuthenticationParts {
  readonly storage: Storage;
  readonly limit: AttemptLimit;
  readonly signer: AccessSigner;
  readonly publicUrl: string;
}

/** A request to open a document: its place in the storage, and who asks. */
export interface AuthenticationRequest {
  readonly place: string;
  readonly contentType: string | undefined;
  readonly body: string;
}

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i;
const EMAIL_ADDRESS = /^[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+$/;

/** Answers whether an e-mail address opens a document. The limit counts before anything is checked. */
export function authenticate(parts: AuthenticationParts, request: AuthenticationRequest): Answer {
  if (parts.limit.exceeded(request.place)) return tooManyAnswer();
  if (!JSON_TYPE.test(request.contentType ?? '')) return htmlErrorAnswer(415);
  const body = parseJson(request.body);
  if (body === undefined) return htmlErrorAnswer(400);
  const { key, email_address: emailAddress } = body;
  if (!key) return errorAnswer(400, 'Missing decryption key');
  if (!emailAddress) return errorAnswer(400, 'No email address');
  if (typeof key !== 'string') return htmlErrorAnswer(500);
  const decryptionKey = readDecryptionKey(key);
  if (decryptionKey.kind !== 'key') return errorAnswer(400, 'Invalid decryption key');
  const address = typeof emailAddress === 'string' ? emailAddress.trim().toLowerCase() : '';
  if (!EMAIL_ADDRESS.test(address)) return errorAnswer(400, 'Invalid email address');
  return openDocument(parts, parts.storage.get(request.place), decryptionKey.key, address);
}

function openDocument(
  { signer, publicUrl }: AuthenticationParts,
  document: SandboxDocument | undefined,
  key: string,
  address: string,
): Answer {
  // The real API crashes on these: its storage refuses, and nothing catches that.
  if (document?.key !== key || document.trouble === 'storage-down') return htmlErrorAnswer(500);
  const isOpen = document.state === undefined && !isExpired(document);
  const isRight = isOpen && document.emailAddress === address;
  if (!isRight) return errorAnswer(403, 'Authentication failure');
  return jsonAnswer(200, {
    direct_file_url: directFileUrl(document, publicUrl),
    signed_data: signer.sign(document),
  });
}

function tooManyAnswer(): Answer {
  const error = 'Too many requests - more than 50 in the last 300 seconds';
  return errorAnswer(429, error, { 'Retry-After': '300' });
}

/** The body as an object, undefined where it is not JSON. */
function parseJson(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return undefined;
  }
}
