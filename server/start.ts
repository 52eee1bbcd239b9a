import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError, readConfig } from '#lib/config/read-config.ts';

const standalone = resolve(import.meta.dirname, '../.next/standalone');

if (!existsSync(`${standalone}/server.js`)) {
  process.stderr.write('There is no build to start: run npm run build first.\n');
  process.exit(1);
}

process.env = { ...JSON.parse(readFileSync(`${standalone}/version.json`, 'utf8')), ...process.env };

try {
  const { HOST, PORT } = readConfig(process.env);
  // Next takes the address to bind from HOSTNAME, which in a container is the container's id.
  Object.assign(process.env, {
    HOSTNAME: HOST,
    PORT: String(PORT),
    KEEP_ALIVE_TIMEOUT: '90000',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  await import(`${standalone}/server.js`);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
