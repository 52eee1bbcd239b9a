import { readdirSync, readFileSync } from 'node:fs';

/** One request to the real document-download-api and its response. */
export interface Recording {
  /** Name of the file without its ending. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly requestHeaders: Headers;
  readonly requestBody: string;
  readonly status: number;
  readonly headers: Headers;
  /** Null where the recording only tells how long the body was. */
  readonly body: string | null;
}

const FOLDER = new URL('./recordings/document-download-api/', import.meta.url);
const PARTS = /^# (.*)\n# -+ request -+\n([^]*)\n# -+ response -+\n([^]*)$/;
const LENGTH_ONLY = /^\[\d+ bytes, starts b/;

/** Every recording, in the order of their names. */
export function readRecordings(): readonly Recording[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => parse(file.replace(/\.txt$/, ''), readFileSync(new URL(file, FOLDER), 'utf8')));
}

function parse(name: string, text: string): Recording {
  const [, , request, response] = PARTS.exec(text.replaceAll('\r\n', '\n')) ?? [];
  if (request === undefined || response === undefined) throw new Error(`no recording: ${name}`);
  const asked = parseMessage(request);
  const answered = parseMessage(response);
  const [method = '', path = ''] = asked.firstLine.split(' ');
  return {
    name,
    method,
    path,
    requestHeaders: asked.headers,
    requestBody: asked.body,
    status: Number(answered.firstLine.split(' ')[1]),
    headers: answered.headers,
    body: method === 'HEAD' ? '' : LENGTH_ONLY.test(answered.body) ? null : answered.body,
  };
}

/** The recordings end in blank lines of their own: the body is as long as its header says. */
function parseMessage(text: string): { firstLine: string; headers: Headers; body: string } {
  const headEnd = text.indexOf('\n\n');
  const [firstLine = '', ...lines] = text.slice(0, headEnd).split('\n');
  const headers = new Headers(lines.map((line) => splitHeader(line)));
  const rest = text.slice(headEnd + 2);
  const length = Number(headers.get('content-length') ?? 0);
  return { firstLine, headers, body: LENGTH_ONLY.test(rest) ? rest : rest.slice(0, length) };
}

function splitHeader(line: string): [string, string] {
  const colon = line.indexOf(': ');
  return [line.slice(0, colon), line.slice(colon + 2)];
}
