import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { makeCertificates } from '#tests/support/certificates.ts';
import { findFreePort } from '#scripts/free-port.ts';
import { startRedisServer } from '#tests/support/redis-server.ts';
import { json, startStandIn } from '#tests/support/stand-in.ts';
import { openHospital, trustAuthority, type Diagnosis, type Hospital } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterAll(() => hospital.close());

const CHECKS = [
  'configuration',
  'version',
  'Notify API',
  'document-download-api',
  'clock',
  'Redis',
  'headers',
  'TLS',
  'limits',
  'metrics',
  'shutdown',
];

function expectWrong({ wrong, output }: Diagnosis, checks: readonly string[]): void {
  expect(wrong, output).toEqual(checks);
}

async function nobody(): Promise<string> {
  return `127.0.0.1:${await findFreePort()}`;
}

describe('the doctor', () => {
  it('finds nothing wrong with a sound production, to the last check', async () => {
    const instance = await hospital.startInstance();
    const { exitCode, output } = await hospital.runDoctor({
      instance: instance.url,
      stop: String(instance.pid),
    });
    const lines = output.trim().split('\n');
    expect(lines.map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual(
      CHECKS.map((name) => [name, 'ok']),
    );
    expect(exitCode).toBe(0);
    expect(await instance.ended).toBe(0);
  });

  it('leaves an instance alone that must not end', async () => {
    const { right, unchecked, output } = await hospital.examine();
    expect(right, output).toEqual(CHECKS.slice(0, -1));
    expect(unchecked).toEqual(['shutdown']);
  });

  it('looks no further at settings with which no instance starts', async () => {
    const changes = { SECRET_KEY: 'too-short', DANGEROUS_SALT: '' };
    const { exitCode, output } = await hospital.runDoctor({}, changes);
    expect(output).toMatch(
      /^configuration +WRONG .*SECRET_KEY is wrong.*DANGEROUS_SALT is missing/,
    );
    expect(output.match(/ – /g)).toHaveLength(CHECKS.length - 1);
    expect(output).not.toContain('too-short');
    expect(exitCode).toBe(1);
  });

  it('says how to ask it', async () => {
    const { exitCode, output } = await hospital.runDoctor({ url: 'documents' });
    expect(output).toMatch(/^Usage: npm run doctor -- --url https:/);
    expect(exitCode).toBe(2);
  });
});

describe('the doctor finds', () => {
  it.each([
    ['the embedded defaults permitted', 'configuration', { NOTIFY_ENVIRONMENT: 'test' }],
    ['cookies that any connection carries', 'configuration', { HTTP_PROTOCOL: 'http' }],
    ['a wrong secret for Notify API', 'Notify API', { ADMIN_CLIENT_SECRET: 'wrong' }],
    ['Redis turned off', 'Redis', { REDIS_ENABLED: 'false' }],
    ['metrics that are open to everybody', 'metrics', { METRICS_TOKEN: '' }],
    ['another token for the metrics', 'metrics', { METRICS_TOKEN: 'of-something-else' }],
  ])('%s', async (_, check, changes) => {
    expectWrong(await hospital.examine({}, changes), [check]);
  });

  it('another commit than the one that should run', async () => {
    expectWrong(await hospital.examine({ commit: 'another' }), ['version']);
  });
});

describe('the doctor finds, among the systems behind,', () => {
  it('a Notify API that is down, whose clock nobody can tell then', async () => {
    const changes = { API_HOST_NAME: `http://${await nobody()}` };
    expectWrong(await hospital.examine({}, changes), ['Notify API', 'clock']);
  });

  it('a document-download-api that is down', async () => {
    const changes = { DOCUMENT_DOWNLOAD_API_HOST_NAME: `http://${await nobody()}` };
    expectWrong(await hospital.examine({}, changes), ['document-download-api']);
  });

  it('a clock that is a minute off', async () => {
    const api = await startStandIn((response, call) => {
      const date = new Date(Date.now() + 60_000).toUTCString();
      json(404, { result: 'error', message: 'No result found' }, { Date: date })(response, call);
    });
    onTestFinished(() => api.close());
    expectWrong(await hospital.examine({}, { API_HOST_NAME: api.baseUrl }), ['clock']);
  });

  it('a Redis that is down', async () => {
    const changes = { REDIS_URL: `redis://${await nobody()}` };
    expectWrong(await hospital.examine({}, changes), ['Redis']);
  });

  it('a Redis that takes no changes', async () => {
    const replica = await startRedisServer({
      lines: [`replicaof 127.0.0.1 ${await findFreePort()}`],
    });
    onTestFinished(() => replica.stop());
    expectWrong(await hospital.examine({}, { REDIS_URL: replica.url }), ['Redis']);
  });
});

describe('the doctor finds, in a proxy in front,', () => {
  async function throughNginx(changes: Parameters<Hospital['startNginx']>[0]): Promise<Diagnosis> {
    const nginx = await hospital.startNginx(changes);
    onTestFinished(() => nginx.stop());
    return hospital.examine({ url: nginx.httpsUrl, httpUrl: nginx.httpUrl });
  }

  it.each([
    [
      'a header dropped',
      'headers',
      'answer-headers.conf',
      'proxy_hide_header X-Powered-By;',
      'proxy_hide_header Content-Security-Policy;',
    ],
    ['pages compressed', 'headers', 'nginx.conf', 'gzip off;', 'gzip on; gzip_proxied any;'],
    [
      'the address of the visitor not told',
      'limits',
      'request-headers.conf',
      'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
      '',
    ],
  ])('%s', async (_, check, file, text, replacement) => {
    expectWrong(await throughNginx({ replace: [[file, text, replacement]] }), [check]);
  });

  it('an old TLS', async () => {
    const replace = [
      ['tls.conf', 'ssl_protocols TLSv1.2', 'ssl_protocols TLSv1.1 TLSv1.2'],
      ['tls.conf', 'ssl_ciphers ', 'ssl_ciphers DEFAULT:@SECLEVEL=0:'],
    ] as const;
    expectWrong(await throughNginx({ replace }), ['TLS']);
  });

  it('a certificate that ends soon', async () => {
    const certificates = await makeCertificates(3);
    onTestFinished(() => certificates.remove());
    trustAuthority(certificates);
    expectWrong(await throughNginx({ certificates }), ['TLS']);
  });

  it('http that does not lead to https', async () => {
    const [{ url }] = hospital.instances;
    expectWrong(await hospital.examine({ httpUrl: url }), ['TLS']);
  });

  it('no TLS, and nothing that settles the address of a visitor', async () => {
    const [{ url }] = hospital.instances;
    expectWrong(await hospital.examine({ url, httpUrl: url }), ['TLS', 'limits']);
  });
});

describe('the doctor finds, in the instances,', () => {
  async function throughInstances(
    count: number,
    changes: Readonly<Record<string, string>>,
  ): Promise<Diagnosis> {
    const apps = await Promise.all(
      Array.from({ length: count }, () =>
        hospital.startInstance({ SHUTDOWN_DELAY_SECONDS: '0', ...changes }),
      ),
    );
    const nginx = await hospital.startNginx({ ports: apps.map(({ port }) => port) });
    onTestFinished(async () => {
      await nginx.stop();
      await Promise.all(apps.map((app) => app.stop()));
    });
    return hospital.examine({ url: nginx.httpsUrl, httpUrl: nginx.httpUrl });
  }

  it.each([
    ['a build without its commit', 'version', 1, { GIT_COMMIT: 'unknown' }],
    ['limits that do not hold', 'limits', 1, { RATE_LIMIT_EXEMPT_CIDRS: '127.0.0.0/8' }],
    ['limits that each counts by itself', 'limits', 2, { REDIS_ENABLED: 'false' }],
    ['a proxy trusted that is not there', 'limits', 1, { TRUSTED_PROXY_COUNT: '2' }],
  ])('%s', async (_, check, count, changes) => {
    expectWrong(await throughInstances(count, changes), [check]);
  });

  it('one that is gone before balancers have turned away', async () => {
    const instance = await hospital.startInstance({ SHUTDOWN_DELAY_SECONDS: '0' });
    const patient = { instanceUrl: instance.url, pid: instance.pid };
    // So long no machine takes to end it, however busy.
    const changes = { SHUTDOWN_DELAY_SECONDS: '10' };
    expectWrong(await hospital.examine(patient, changes), ['shutdown']);
    await instance.ended;
  });

  it('one that does not end', async () => {
    const deaf = spawn('sh', ['-c', 'trap "" TERM; while :; do sleep 0.1; done']);
    onTestFinished(() => void deaf.kill('SIGKILL'));
    const changes = { SHUTDOWN_DELAY_SECONDS: '0', SHUTDOWN_TIMEOUT_SECONDS: '1' };
    expectWrong(await hospital.examine({ pid: deaf.pid }, changes), ['shutdown']);
  });
});
