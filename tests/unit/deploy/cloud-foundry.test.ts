import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { readConfig } from '#lib/config/read-config.ts';

const application = z.object({
  instances: z.number(),
  'health-check-type': z.literal('http'),
  'health-check-http-endpoint': z.string(),
  services: z.array(z.string()),
  env: z.record(z.string(), z.string()),
});

const { applications } = z
  .object({ applications: z.tuple([application]) })
  .parse(parse(readFileSync('deploy/cloudfoundry/manifest.yml', 'utf8')));
const [frontend] = applications;

/** What Cloud Foundry itself adds, as its documentation shows it. */
const OF_THE_PLATFORM = {
  PORT: '8080',
  VCAP_APPLICATION: JSON.stringify({ application_id: 'fa05c1a9', application_name: 'frontend' }),
  VCAP_SERVICES: JSON.stringify({
    redis: [
      {
        name: 'document-download-frontend-redis',
        label: 'redis',
        credentials: { uri: 'rediss://:password@redis.internal:6379' },
      },
    ],
  }),
};

/** What is left of an instance so long after it was asked to stop, Cloud Foundry kills. */
const KILLED_AFTER_SECONDS = 10;

const VARIABLES: Readonly<Record<string, string>> = {
  '((environment))': 'production',
  '((api_host_name))': 'https://api.example.gov.uk',
  '((document_download_api_host_name))': 'https://download.documents.example.gov.uk',
  '((secret_key))': 'k'.repeat(32),
  '((dangerous_salt))': 'salt',
  '((admin_client_secret))': 'secret',
};

it('three instances are kept, by the health check of the program', () => {
  expect(frontend.instances).toBe(3);
  expect(frontend['health-check-http-endpoint']).toMatch(/^\/_status/);
});

it('an instance starts with the settings of the manifest and the platform', () => {
  const env: Record<string, string> = Object.fromEntries(
    Object.entries(frontend.env).map(([name, value]) => [name, VARIABLES[value] ?? value]),
  );
  const config = readConfig({ ...OF_THE_PLATFORM, ...env });
  expect(config.REDIS_URL?.reveal()).toBe('rediss://:password@redis.internal:6379');
  expect(config.PORT).toBe(8080);
  expect(config.SHUTDOWN_TIMEOUT_SECONDS + 2).toBeLessThan(KILLED_AFTER_SECONDS);
});
