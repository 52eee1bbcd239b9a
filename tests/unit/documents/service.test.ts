import { describe, expect, it } from 'vitest';
import { readableServiceName } from '#lib/documents/service.ts';

describe('readableServiceName', () => {
  it.each([
    ['shows a plain name as it is', 'Apply for a juggling licence', 'Apply for a juggling licence'],
    [
      'shows a Welsh name as it is',
      'Gwneud cais am drwydded jyglo',
      'Gwneud cais am drwydded jyglo',
    ],
    ['leaves the escaping of HTML to the renderer', '<script>', '<script>'],
    ['removes overrides of direction and line breaks', 'Tax\u202e\noffice', 'Tax office'],
    ['keeps 255 characters', 'x'.repeat(255), 'x'.repeat(255)],
    ['cuts longer names', 'x'.repeat(256), `${'x'.repeat(254)}…`],
  ])('%s', (_, name, readable) => {
    expect(readableServiceName(name)).toBe(readable);
  });
});
