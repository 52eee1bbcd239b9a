import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Registry } from 'prom-client';
import { acceptedEncodings } from '#lib/request/accepted-encodings.ts';

const compress = promisify(gzip);

/**
 * The answer with metrics, compressed for those who ask for it. It ends its connection, since Prometheus
 * would keep that to the same worker for ever: a stuck one takes no new ones.
 */
export async function answerMetrics(
  text: string,
  acceptEncoding: string | null,
): Promise<Response> {
  const headers = {
    'Content-Type': Registry.PROMETHEUS_CONTENT_TYPE,
    Connection: 'close',
  };
  if (!acceptedEncodings(acceptEncoding ?? '').has('gzip')) return new Response(text, { headers });
  const body = await compress(text, { level: 1 });
  return new Response(body, { headers: { ...headers, 'Content-Encoding': 'gzip' } });
}
