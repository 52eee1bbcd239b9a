import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '#lib/config/read-config.ts';

const complete = {
  NOTIFY_ENVIRONMENT: 'production',
  PORT: '8080',
  SECRET_KEY: 'k'.repeat(32),
  DANGEROUS_SALT: 'salt',
  API_HOST_NAME: 'https://api.example.gov.uk',
  ADMIN_CLIENT_SECRET: 'client-secret',
  DOCUMENT_DOWNLOAD_API_HOST_NAME: 'https://download.documents.example.gov.uk/',
  REDIS_ENABLED: 'false',
};

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('readConfig', () => {
  it('reads a complete production environment', () => {
    const config = readConfig(complete);
    expect(config.PORT).toBe(8080);
    expect(config.HTTP_PROTOCOL).toBe('https');
    expect(config.HTTP_SERVE_TIMEOUT_SECONDS).toBe(30);
    expect(config.DOCUMENT_DOWNLOAD_API_HOST_NAME).toBe(
      'https://download.documents.example.gov.uk',
    );
    expect(config.SECRET_KEY.map((key) => key.reveal())).toEqual(['k'.repeat(32)]);
  });

  it.each(Object.keys(complete))('stops the start when %s is missing', (name) => {
    expect(problemsOf({ ...complete, [name]: '' })).toEqual([
      expect.stringMatching(new RegExp(`^${name} is missing`)),
    ]);
  });

  it('needs nothing but the name of the environment in development and test', () => {
    expect(readConfig({ NOTIFY_ENVIRONMENT: 'development' }).API_HOST_NAME).toBe(
      'http://127.0.0.1:7200',
    );
    expect(readConfig({ NOTIFY_ENVIRONMENT: 'test' }).HTTP_PROTOCOL).toBe('http');
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['WEB_CONCURRENCY', 'two'],
    ['WEB_CONCURRENCY', '0'],
    ['SECRET_KEY', 'too-short-to-be-a-key'],
    ['SECRET_KEY', `${'k'.repeat(32)},short`],
    ['API_HOST_NAME', 'api.example.gov.uk'],
    ['API_HOST_NAME', 'ftp://api.example.gov.uk'],
    ['API_HOST_NAME', 'https://user:password@api.example.gov.uk'],
    ['API_HOST_NAME', 'https://api.example.gov.uk/path'],
    ['REDIS_ENABLED', 'perhaps'],
    ['REDIS_URL', 'http://127.0.0.1:6379'],
    ['SENTRY_ERRORS_SAMPLE_RATE', '1.5'],
    ['VCAP_APPLICATION', '{'],
  ])('refuses %s=%s by name, without its value', (name, value) => {
    const problems = problemsOf({ ...complete, [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} is wrong`))]);
    expect(problems.join()).not.toContain(value.length > 3 ? value : '\0');
  });

  it('lists every problem at once', () => {
    expect(problemsOf({ NOTIFY_ENVIRONMENT: 'production', PORT: 'x' }).length).toBe(7);
  });

  it.each([
    [{ REDIS_ENABLED: 'true' }, 'REDIS_URL'],
    [{ SENTRY_ENABLED: '1' }, 'SENTRY_DSN'],
  ])('wants the address of what is turned on: %o', (settings, missing) => {
    expect(problemsOf({ ...complete, ...settings })).toEqual([
      expect.stringMatching(new RegExp(`^${missing} is missing`)),
    ]);
  });

  it('wants the shutdown to go on for longer than its delay', () => {
    const settings = { SHUTDOWN_DELAY_SECONDS: '30', SHUTDOWN_TIMEOUT_SECONDS: '30' };
    expect(problemsOf({ ...complete, ...settings })).toEqual([
      expect.stringMatching(/^SHUTDOWN_TIMEOUT_SECONDS is wrong/),
    ]);
  });

  it('takes several keys, newest first', () => {
    const keys = ['a'.repeat(40), 'b'.repeat(40)];
    const config = readConfig({ ...complete, SECRET_KEY: keys.join(', ') });
    expect(config.SECRET_KEY.map((key) => key.reveal())).toEqual(keys);
  });

  it('prints no secret when it is printed', () => {
    const printed = JSON.stringify(readConfig(complete));
    expect(printed).not.toContain('client-secret');
    expect(printed).not.toContain('kkkk');
  });
});
