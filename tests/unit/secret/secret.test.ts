import { Writable } from 'node:stream';
import { format, inspect } from 'node:util';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { REDACTED, Secret } from '#lib/secret/secret.ts';

const VALUE = 'hunter2';
const secret = new Secret(VALUE);

function logLine(write: (logger: pino.Logger) => void): string {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk.toString());
      done();
    },
  });
  write(pino(stream));
  return chunks.join('');
}

describe('Secret', () => {
  it('gives its value to those who ask for it', () => {
    expect(secret.reveal()).toBe(VALUE);
  });

  it.each([
    ['text', String(secret)],
    ['part of a text', ['key=', secret].join('')],
    ['JSON', JSON.stringify(secret)],
    ['nested JSON', JSON.stringify({ link: { keys: [secret] } })],
    ['an inspected value', inspect(secret)],
    ['a nested inspected value', inspect({ link: { keys: [secret] } }, { depth: null })],
    ['a formatted message', format('%s %o %j', secret, { secret }, secret)],
    ['the inspected cause of an error', inspect(new Error('failed', { cause: { secret } }))],
    ['a log field', logLine((logger) => logger.info({ secret, nested: { secret } }, 'opened'))],
    ['a log message', logLine((logger) => logger.info('opened %s', secret))],
    ['a log field of an error', logLine((logger) => logger.error({ err: { secret } }, 'failed'))],
  ])('is redacted as %s', (_, text) => {
    expect(text).toContain(REDACTED);
    expect(text).not.toContain(VALUE);
  });

  it.each([
    ['its properties', JSON.stringify(Object.entries(secret))],
    ['a copy of it', inspect(Object.assign({}, secret))],
    ['a structured clone of it', inspect(structuredClone(secret))],
    ['its hidden properties', inspect(secret, { showHidden: true })],
  ])('shows nothing in %s', (_, text) => {
    expect(text).not.toContain(VALUE);
  });
});
