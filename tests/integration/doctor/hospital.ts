import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { Finding, Patient } from '#scripts/doctor/check.ts';
import { examine } from '#scripts/doctor/examine.ts';
import { startSandbox, type Sandbox } from '#sandbox/start-sandbox.ts';
import { makeCertificates, type Certificates } from '#tests/support/certificates.ts';
import { startRedisServer, type RedisServer } from '#tests/support/redis-server.ts';
import { startApp, type App } from '#tests/support/start-app.ts';
import { startNginx, type Nginx, type NginxOptions } from '#tests/support/start-nginx.ts';

type Environment = Readonly<Record<string, string>>;

/** What the doctor said: the names of the checks by what came of them. */
export interface Diagnosis {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
  readonly unchecked: readonly string[];
  /** All of it, to be read when it is not what was expected. */
  readonly output: string;
}

/** What an operator sees of the doctor. */
export interface Visit {
  readonly exitCode: number | null;
  readonly output: string;
}

/** A production in small: two instances that share Redis, nginx with TLS in front, a sandbox behind. */
export interface Hospital {
  readonly certificates: Certificates;
  readonly instances: readonly [App, App];
  readonly nginx: Nginx;
  /** The settings of the instances. */
  readonly environment: Environment;
  startInstance(changes?: Environment): Promise<App>;
  startNginx(changes: Partial<NginxOptions>): Promise<Nginx>;
  /** Has the doctor look; what is given replaces what a sound production needs. */
  examine(patient?: Partial<Patient>, changes?: Environment): Promise<Diagnosis>;
  /** Runs the doctor as operators do. */
  runDoctor(args?: Environment, changes?: Environment): Promise<Visit>;
  close(): Promise<void>;
}

const CERTIFICATE_DAYS = 90;

export async function openHospital(): Promise<Hospital> {
  const certificates = await makeCertificates(CERTIFICATE_DAYS);
  trustAuthority(certificates);
  const redis = await startRedisServer();
  const sandbox = await startSandbox();
  const environment = describeInstance(sandbox, redis);
  const startInstance = (changes: Environment = {}) => startApp({ ...environment, ...changes });
  const instances = [await startInstance(), await startInstance()] as const;
  const ports = instances.map(({ port }) => port);
  const nginx = await startNginx({ certificates, ports });
  return {
    certificates,
    instances,
    nginx,
    environment,
    startInstance,
    startNginx: (changes) => startNginx({ certificates, ports, ...changes }),
    examine: (patient, changes) =>
      diagnose(
        {
          url: nginx.httpsUrl,
          httpUrl: nginx.httpUrl,
          instanceUrl: instances[0].url,
          commit: undefined,
          pid: undefined,
          ...patient,
        },
        { PORT: '7001', ...environment, ...changes },
      ),
    runDoctor: (args, changes) =>
      runDoctor(
        { url: nginx.httpsUrl, 'http-url': nginx.httpUrl, ...args },
        { PORT: '7001', NODE_EXTRA_CA_CERTS: certificates.ca, ...environment, ...changes },
      ),
    async close() {
      await nginx.stop();
      await Promise.all(instances.map((instance) => instance.stop()));
      await sandbox.close();
      await redis.stop();
      await certificates.remove();
    },
  };
}

function describeInstance(sandbox: Sandbox, redis: RedisServer): Environment {
  return {
    NOTIFY_ENVIRONMENT: 'hospital',
    SECRET_KEY: 'a-secret-key-of-the-hospital-0123456789',
    DANGEROUS_SALT: 'salt',
    API_HOST_NAME: sandbox.url,
    ADMIN_CLIENT_SECRET: 'sandbox-admin-client-secret',
    DOCUMENT_DOWNLOAD_API_HOST_NAME: sandbox.url,
    REDIS_ENABLED: 'true',
    REDIS_URL: redis.url,
    METRICS_TOKEN: 'a-token-of-the-hospital',
    TRUSTED_PROXY_COUNT: '1',
    SHUTDOWN_DELAY_SECONDS: '2',
    SHUTDOWN_TIMEOUT_SECONDS: '15',
  };
}

async function diagnose(patient: Patient, environment: Environment): Promise<Diagnosis> {
  const rows = await examine(patient, environment);
  const named = (state: Finding['state']) =>
    rows.filter((row) => row.state === state).map(({ name }) => name);
  return {
    right: named('right'),
    wrong: named('wrong'),
    unchecked: named('unchecked'),
    output: rows.map(({ name, state, detail }) => `${name}: ${state}: ${detail}\n`).join(''),
  };
}

async function runDoctor(args: Environment, environment: Environment): Promise<Visit> {
  const options = Object.entries(args).map(([name, value]) => `--${name}=${value}`);
  const child = spawn('node', ['scripts/doctor.ts', ...options], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { exitCode, output };
}

/** Has this process trust the authority of the certificates, besides those that it trusts already. */
export function trustAuthority({ ca }: Certificates): void {
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(ca, 'utf8')]);
}
