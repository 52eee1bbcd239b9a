import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { LEVEL_NAMES } from '#lib/observability/levels.ts';
import { prettifyLine } from '#scripts/pretty-logs.ts';

const read = (line: string) => stripVTControlCharacters(prettifyLine(line));

describe('what people read of the log', () => {
  it.each(Object.values(LEVEL_NAMES))('is the level %s, the time and the message', (levelname) => {
    const time = '2026-11-23T12:05:22.048000';
    const line = JSON.stringify({ levelname, time, name: 'app', message: 'Redis is lost' });
    expect(read(line)).toBe(`[12:05:22.048] ${levelname}: Redis is lost\n`);
  });

  it('is an error with its lines', () => {
    const exc_info = 'TypeError: none\n    at page (app.ts:1:2)';
    const text = read(JSON.stringify({ levelname: 'ERROR', message: 'It broke', exc_info }));
    expect(text).toMatch(/^ERROR: It broke\n.*TypeError: none\n +at page \(app\.ts:1:2\)\n$/);
  });

  it('is what somebody else wrote, as it is', () => {
    expect(read('▲ Next.js')).toBe('▲ Next.js\n');
  });
});
