import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Files of an authority that nobody knows and a certificate of its making for this machine. */
export interface Certificates {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
  remove(): Promise<void>;
}

const openssl = (cwd: string, command: string) =>
  promisify(execFile)('openssl', command.split(' '), { cwd });

/** Makes a certificate for localhost and 127.0.0.1 that is valid for some days. */
export async function makeCertificates(days = 1): Promise<Certificates> {
  const folder = await mkdtemp(join(tmpdir(), 'certificates-'));
  const newKey = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes';
  await openssl(
    folder,
    `req -x509 ${newKey} -keyout ca.key -out ca.pem -days ${days} -subj /CN=authority`,
  );
  await openssl(folder, `req ${newKey} -keyout key.pem -out request.pem -subj /CN=localhost`);
  await writeFile(join(folder, 'names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1');
  const sign = 'x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial';
  await openssl(folder, `${sign} -out cert.pem -days ${days} -extfile names`);
  return {
    ca: join(folder, 'ca.pem'),
    cert: join(folder, 'cert.pem'),
    key: join(folder, 'key.pem'),
    remove: () => rm(folder, { recursive: true }),
  };
}
