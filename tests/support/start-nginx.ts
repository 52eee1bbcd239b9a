import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificates } from './certificates.ts';
import { eventually } from './eventually.ts';
import { findFreePort } from '#scripts/free-port.ts';

/** nginx with the configuration of `deploy/nginx`, in front of instances of this machine. */
export interface Nginx {
  readonly httpsUrl: string;
  readonly httpUrl: string;
  /** Shares the visitors out anew, by one weight for each instance; one of weight 0 gets nobody. */
  share(weights: readonly number[]): void;
  /** Everything that it has logged, errors too. */
  logs(): Promise<string>;
  stop(): Promise<void>;
}

export interface NginxOptions {
  readonly certificates: Pick<Certificates, 'cert' | 'key'>;
  /** The ports of the instances. */
  readonly ports: readonly number[];
  /** Changes the files of `deploy/nginx`, to plant a fault: a text and what stands in its place. */
  readonly replace?: readonly (readonly [file: string, text: string, replacement: string])[];
}

/** Where Debian keeps servers, which is not on every user's path. */
const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin` };

/** Has nginx look at the configuration, then starts it. @throws with its words when it is wrong */
export async function startNginx(options: NginxOptions): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  const [http, https] = [await findFreePort(), await findFreePort()];
  await layOut(folder, http, https, options);
  const args = ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'];
  execFileSync('nginx', ['-t', ...args], { env, stdio: 'pipe' });
  const child = spawn('nginx', [...args, '-g', 'daemon off;'], { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const httpUrl = `http://localhost:${http}`;
  await eventually(() => fetch(`${httpUrl}/`, { redirect: 'manual' }).then(Boolean, () => false));
  return {
    httpsUrl: `https://localhost:${https}`,
    httpUrl,
    share: (weights) => {
      writeFileSync(join(folder, 'upstream.conf'), upstreamOf(options.ports, weights));
      execFileSync('nginx', ['-s', 'reload', ...args], { env, stdio: 'pipe' });
    },
    logs: async () => {
      const files = ['access.log', 'error.log'].map((name) => join(folder, name));
      return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('');
    },
    async stop() {
      child.kill('SIGQUIT');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function layOut(
  folder: string,
  http: number,
  https: number,
  { certificates, ports, replace = [] }: NginxOptions,
): Promise<void> {
  await cp('deploy/nginx', folder, { recursive: true });
  await copyFile('/etc/nginx/mime.types', join(folder, 'mime.types'));
  await mkdir(join(folder, 'tls'), { recursive: true });
  await copyFile(certificates.cert, join(folder, 'tls/tls.crt'));
  await copyFile(certificates.key, join(folder, 'tls/tls.key'));
  await writeFile(join(folder, 'upstream.conf'), upstreamOf(ports, []));
  for (const [file, text, replacement] of [
    ...replace,
    // What belongs to a machine of its own: ports, addresses and where it writes.
    ['nginx.conf', 'listen 80', `listen 127.0.0.1:${http}`],
    ['nginx.conf', 'listen 443', `listen 127.0.0.1:${https}`],
    ['nginx.conf', '/dev/stdout', 'access.log'],
    ['nginx.conf', '/dev/stderr', 'error.log'],
    ['nginx.conf', '/tmp/', `${folder}/`],
  ] as const) {
    const path = join(folder, file);
    const before = await readFile(path, 'utf8');
    const after = before.replaceAll(text, replacement);
    if (after === before) throw new Error(`deploy/nginx/${file} has no ${text}`);
    await writeFile(path, after);
  }
}

/** The file `upstream.conf` with instances of this machine in place of its own. */
function upstreamOf(ports: readonly number[], weights: readonly number[]): string {
  const servers = ports.map((port, index) => {
    const weight = weights[index] ?? 1;
    const share = weight === 0 ? 'down' : `weight=${weight}`;
    return `  server 127.0.0.1:${port} ${share} max_fails=1 fail_timeout=5s;`;
  });
  const text = readFileSync('deploy/nginx/upstream.conf', 'utf8');
  return text.replace(/(?: +server .*\n)+/, `${servers.join('\n')}\n`);
}
