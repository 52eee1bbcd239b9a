import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { acceptedEncodings } from '#lib/request/accepted-encodings.ts';

/** One way in which a file can be sent. */
interface Version {
  readonly encoding: 'br' | 'gzip' | null;
  readonly bytes: Buffer;
  readonly etag: string;
}

interface StaticFile {
  readonly contentType: string;
  readonly plain: Version;
  /** The smallest first. */
  readonly compressed: readonly Version[];
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** How the build names the compressed versions of a file, which stand beside it. */
const ENDINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** The files that browsers fetch with a page: a few, and small, so all are kept in memory. */
export class StaticFiles {
  readonly #files = new Map<string, StaticFile>();

  /**
   * @param folder all files in it, the compressed versions of them included
   * @param prefix what their names have in front in a URL
   * @throws where the content type of a file is not known
   */
  constructor(folder: string, prefix: string) {
    const names = readdirSync(folder);
    for (const name of names.filter((each) => !/\.(?:br|gz)$/.test(each))) {
      const compressed = ENDINGS.filter(([, ending]) => names.includes(name + ending));
      this.#files.set(`${prefix}/${name}`, {
        contentType: contentTypeOf(name),
        plain: readVersion(null, join(folder, name)),
        compressed: compressed.map(([encoding, ending]) =>
          readVersion(encoding, join(folder, name + ending)),
        ),
      });
    }
  }

  /** Answers a request for one of the files; false where it is for none. */
  answer(request: IncomingMessage, response: ServerResponse, path: string): boolean {
    const file = this.#files.get(path);
    if (file === undefined) return false;
    if (request.method === 'GET' || request.method === 'HEAD') sendFile(request, response, file);
    else response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return true;
  }
}

function sendFile(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { contentType, plain, compressed }: StaticFile,
): void {
  const accepted = acceptedEncodings(headers['accept-encoding'] ?? '');
  const version = compressed.find(({ encoding }) => accepted.has(encoding ?? '')) ?? plain;
  response.setHeader('ETag', version.etag);
  if (compressed.length > 0) response.setHeader('Vary', 'Accept-Encoding');
  if (isKnown(version.etag, headers['if-none-match'])) {
    response.writeHead(304).end();
    return;
  }
  if (version.encoding !== null) response.setHeader('Content-Encoding', version.encoding);
  response.writeHead(200, { 'Content-Type': contentType, 'Content-Length': version.bytes.length });
  response.end(version.bytes);
}

/** Whether the browser has this version already (RFC 9110, 13.1.2). */
function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

function readVersion(encoding: Version['encoding'], path: string): Version {
  const bytes = readFileSync(path);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
  return { encoding, bytes, etag: `"${hash}"` };
}

function contentTypeOf(name: string): string {
  const contentType = CONTENT_TYPES[extname(name)];
  if (contentType === undefined) throw new Error(`what type of file is ${name}?`);
  return contentType;
}
