import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  parseRedisSettings,
  RedisSettingsError,
  type RedisVariables,
} from '#lib/redis/redis-settings.ts';
import { Secret } from '#lib/secret/secret.ts';

function parse(url: string, others: Partial<RedisVariables> = {}) {
  return parseRedisSettings({
    REDIS_URL: new Secret(url),
    REDIS_MODE: 'single',
    REDIS_SENTINEL_NAME: undefined,
    REDIS_SENTINEL_PASSWORD: undefined,
    REDIS_TLS_CA: undefined,
    ...others,
  });
}

const open = { username: undefined, password: undefined, database: 0, tls: undefined };

describe('the variables about Redis', () => {
  it.each([
    ['redis://localhost', { node: { host: 'localhost', port: 6379 } }],
    ['redis://localhost:1234/', { node: { host: 'localhost', port: 1234 } }],
    ['redis://[::1]:1234/5', { node: { host: '::1', port: 1234 }, database: 5 }],
    ['rediss://cache.example', { node: { host: 'cache.example', port: 6379 }, tls: {} }],
  ])('name one server by %s', (url, expected) => {
    expect(parse(url)).toEqual({ kind: 'single', ...open, ...expected });
  });

  it('hold credentials, which are not printed', () => {
    const settings = parse('redis://us%2Cer:p%40ss%2Cword@localhost');
    expect(settings.username).toBe('us,er');
    expect(settings.password?.reveal()).toBe('p@ss,word');
    expect(inspect(settings, { depth: 9 })).not.toContain('p@ss');
  });

  it('name sentinels and what they call the primary', () => {
    const settings = parse('redis://:secret@one,redis://two:5', {
      REDIS_MODE: 'sentinel',
      REDIS_SENTINEL_NAME: 'main',
      REDIS_SENTINEL_PASSWORD: new Secret('other'),
    });
    expect(settings).toMatchObject({
      kind: 'sentinel',
      primaryName: 'main',
      sentinels: [
        { host: 'one', port: 26379 },
        { host: 'two', port: 5 },
      ],
    });
    expect(settings.password?.reveal()).toBe('secret');
  });

  it('name nodes of a cluster', () => {
    const nodes = [
      { host: 'one', port: 6379 },
      { host: 'two', port: 7000 },
    ];
    expect(parse('redis://one, redis://two:7000', { REDIS_MODE: 'cluster' })).toEqual({
      kind: 'cluster',
      ...open,
      nodes,
    });
  });

  it.each(['line one\nline two', 'line one\\nline two'])('take an authority written %j', (ca) => {
    expect(parse('rediss://one', { REDIS_TLS_CA: ca }).tls?.ca).toBe('line one\nline two');
  });

  it.each<[string, string, Partial<RedisVariables>]>([
    ['REDIS_URL', '', {}],
    ['REDIS_URL', 'hunter2', {}],
    ['REDIS_URL', 'http://hunter2', {}],
    ['REDIS_URL', 'redis://', {}],
    ['REDIS_URL', 'redis://one/hunter2', {}],
    ['REDIS_URL', 'redis://:hunter2%@one', {}],
    ['REDIS_URL', 'redis://:hunter2@one,redis://two', {}],
    ['REDIS_URL', 'redis://one,hunter2', { REDIS_MODE: 'cluster' }],
    ['REDIS_URL', 'redis://:hunter2@one/3', { REDIS_MODE: 'cluster' }],
    ['REDIS_SENTINEL_NAME', 'redis://:hunter2@one', { REDIS_MODE: 'sentinel' }],
  ])('are refused with the name %s and no value: %s', (name, url, others) => {
    const attempt = () => parse(url, others);
    expect(attempt).toThrow(RedisSettingsError);
    expect(attempt).toThrow(new RegExp(`^${name} (?!.*hunter2)`));
  });
});
