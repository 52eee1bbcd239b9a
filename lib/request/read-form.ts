/** A form as a stranger sent it. */
export type ReadForm =
  | { readonly kind: 'form'; readonly fields: URLSearchParams }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'wrong-type' };

const FORM_TYPE = /^application\/x-www-form-urlencoded *(?:;|$)/i;

/** An e-mail address and a form token take a tenth of it. */
const MOST_BYTES = 8 * 1024;

/** Reads the fields of a posted form, and no more than `mostBytes` of it. */
export async function readForm(request: Request, mostBytes = MOST_BYTES): Promise<ReadForm> {
  if (!FORM_TYPE.test(request.headers.get('content-type') ?? '')) return { kind: 'wrong-type' };
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return { kind: 'too-large' };
  const text = await readText(request, mostBytes);
  if (text === null) return { kind: 'too-large' };
  return { kind: 'form', fields: new URLSearchParams(text) };
}

async function readText({ body }: Request, mostBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
