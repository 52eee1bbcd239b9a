import { describe, expect, it } from 'vitest';
import { findBoundRedis } from '#lib/config/bound-redis.ts';
import { ConfigError, readConfig } from '#lib/config/read-config.ts';

const uri = 'rediss://:p%40ss@redis.internal:6379';
const bound = JSON.stringify({
  postgres: [{ name: 'db', label: 'postgres', credentials: { uri: 'postgres://db' } }],
  redis: [{ name: 'frontend-redis', label: 'redis', tags: ['redis'], credentials: { uri } }],
});

function bindings(service: object): string {
  return JSON.stringify({ [`label of it`]: [service] });
}

describe('findBoundRedis', () => {
  it('finds the address of the bound Redis among other services', () => {
    expect(findBoundRedis(bound)).toBe(uri);
  });

  it.each([
    [{ host: 'redis.internal', port: 6379 }, 'redis://redis.internal:6379'],
    [{ host: 'redis.internal', port: '6379', password: 'p@ss', tls_enabled: true }, uri],
    [
      { host: 'redis.internal', port: 6379, password: 'plain' },
      'redis://:plain@redis.internal:6379',
    ],
  ])('puts it together from the parts of %o', (credentials, address) => {
    expect(findBoundRedis(bindings({ label: 'p-redis', credentials }))).toBe(address);
  });

  it.each([
    ['of a service that somebody named so', { name: 'our-redis' }],
    ['of a service that is tagged so', { tags: ['cache', 'Redis'] }],
  ])('takes the credentials %s', (_, service) => {
    expect(findBoundRedis(bindings({ ...service, credentials: { uri } }))).toBe(uri);
  });

  it.each([
    [undefined],
    [''],
    ['{}'],
    ['no JSON'],
    ['[1]'],
    [bindings({ label: 'redis' })],
    [bindings({ label: 'redis', credentials: { uri: 'https://redis.internal' } })],
    [bindings({ label: 'mysql', credentials: { uri } })],
  ])('finds none in %s', (text) => {
    expect(findBoundRedis(text)).toBeUndefined();
  });
});

describe('readConfig', () => {
  const environment = { NOTIFY_ENVIRONMENT: 'test', REDIS_ENABLED: 'true', VCAP_SERVICES: bound };

  it('takes the bound Redis where no other is named', () => {
    expect(readConfig(environment).REDIS_URL?.reveal()).toBe(uri);
    expect(readConfig({ ...environment, REDIS_URL: ' ' }).REDIS_URL?.reveal()).toBe(uri);
  });

  it('prefers the address that was given', () => {
    const REDIS_URL = 'redis://another:6379';
    expect(readConfig({ ...environment, REDIS_URL }).REDIS_URL?.reveal()).toBe(REDIS_URL);
  });

  it('says that the bindings are no JSON, without repeating them', () => {
    const read = () => readConfig({ ...environment, VCAP_SERVICES: '{"redis": secret' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/VCAP_SERVICES is wrong: it must be JSON/);
    expect(read).not.toThrow(/secret/);
  });
});
