import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLogFile } from '#lib/observability/log-file.ts';

const CHECK_INTERVAL_MS = 10;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the log file', () => {
  it('is appended to, in a folder that is made for it', () => {
    const file = path.join(folder, 'new', 'application.log');
    openLogFile(file).write('one\n');
    openLogFile(file).write('two\n');
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
  });

  it('is made anew after it was moved away, and loses no line', async () => {
    const file = path.join(folder, 'application.log');
    const log = openLogFile(file, CHECK_INTERVAL_MS);
    log.write('one\n');
    renameSync(file, `${file}.1`);
    log.write('two\n');
    await wait(5 * CHECK_INTERVAL_MS);
    log.write('three\n');
    expect(readFileSync(`${file}.1`, 'utf8')).toBe('one\ntwo\n');
    expect(readFileSync(file, 'utf8')).toBe('three\n');
  });

  it('that cannot be opened stops the start', () => {
    expect(() => openLogFile(folder)).toThrow(/EISDIR/);
  });
});
