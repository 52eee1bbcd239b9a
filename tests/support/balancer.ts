import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilItAnswers } from '#scripts/until-it-answers.ts';
import { eventually } from './eventually.ts';
import { findFreePort } from '#scripts/free-port.ts';

/** HAProxy in front of instances of the program. */
export interface Balancer {
  readonly url: string;
  /** Resolves when HAProxy sends requests to the instance on this port. */
  untilUp(port: number): Promise<void>;
  /** Resolves when it sends none there any more. */
  untilDown(port: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts HAProxy, which shares requests out in turn among the instances whose `/_status` answers 200,
 * looks at that five times a second and believes the second no, and never tries a request again.
 */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const [port, statisticsPort] = [await findFreePort(), await findFreePort()];
  const folder = await mkdtemp(join(tmpdir(), 'balancer-'));
  const file = join(folder, 'haproxy.cfg');
  await writeFile(file, configuration(port, statisticsPort, ports));
  const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };
  const haproxy = spawn('haproxy', ['-db', '-q', '-f', file], { env, stdio: 'ignore' });
  const ended = once(haproxy, 'exit');
  const statistics = `http://127.0.0.1:${statisticsPort}/;csv`;
  const isUpNow = async (instancePort: number) =>
    isUp(await (await fetch(statistics)).text(), instancePort);
  await untilItAnswers(statistics);
  return {
    url: `http://127.0.0.1:${port}`,
    untilUp: (instancePort) => eventually(() => isUpNow(instancePort)),
    untilDown: (instancePort) => eventually(async () => !(await isUpNow(instancePort))),
    async stop() {
      haproxy.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

/** One line an instance: proxy, name, and in column 18 its status. */
function isUp(csv: string, port: number): boolean {
  const line = csv.split('\n').find((text) => text.startsWith(`instances,${port},`));
  return line?.split(',')[17]?.startsWith('UP') ?? false;
}

function configuration(port: number, statisticsPort: number, ports: readonly number[]): string {
  return `
global
  maxconn 2000
defaults
  mode http
  retries 0
  timeout connect 2s
  timeout client 90s
  timeout server 90s
  timeout check 5s
frontend visitors
  bind 127.0.0.1:${port}
  default_backend instances
frontend statistics
  bind 127.0.0.1:${statisticsPort}
  stats enable
  stats uri /
backend instances
  balance roundrobin
  option httpchk GET /_status?simple=1
  http-check expect status 200
  default-server check inter 200ms fall 2 rise 1
${ports.map((instance) => `  server ${instance} 127.0.0.1:${instance}`).join('\n')}
`;
}
