import { describe, expect, it } from 'vitest';
import type { FileType } from '#lib/documents/file-type.ts';
import { english } from '#lib/language/english.tsx';
import { welsh } from '#lib/language/welsh.tsx';

const SIZE = { amount: '0.7', unit: 'MB' } as const;

describe('the link to a file', () => {
  it.each<[FileType, string, string]>([
    [
      'pdf',
      'Download this PDF (0.7MB) to your device',
      'Lawrlwytho’r ffeil PDF hon (0.7MB) i’ch dyfais',
    ],
    [
      'csv',
      'Download this CSV file (0.7MB) to your device',
      'Lawrlwytho’r ffeil CSV hon (0.7MB) i’ch dyfais',
    ],
    [
      'text',
      'Download this text file (0.7MB) to your device',
      'Lawrlwytho’r ffeil testun hon (0.7MB) i’ch dyfais',
    ],
    [
      'json',
      'Download this JSON file (0.7MB) to your device',
      'Lawrlwytho’r ffeil JSON hon (0.7MB) i’ch dyfais',
    ],
    [
      'word',
      'Download this Microsoft Word document (0.7MB) to your device',
      'Lawrlwytho’r ddogfen Microsoft Word hon (0.7MB) i’ch dyfais',
    ],
    [
      'excel',
      'Download this Microsoft Excel spreadsheet (0.7MB) to your device',
      'Lawrlwytho’r daenlen Microsoft Excel hon (0.7MB) i’ch dyfais',
    ],
    [
      'jpeg',
      'Download this JPEG file (0.7MB) to your device',
      'Lawrlwytho’r ffeil JPEG hon (0.7MB) i’ch dyfais',
    ],
    [
      'png',
      'Download this PNG file (0.7MB) to your device',
      'Lawrlwytho’r ffeil PNG hon (0.7MB) i’ch dyfais',
    ],
    [
      'unknown',
      'Download this file (0.7MB) to your device',
      'Lawrlwytho’r ffeil hon (0.7MB) i’ch dyfais',
    ],
  ])('names the type %s', (type, inEnglish, inWelsh) => {
    expect(english.download.link(type, SIZE)).toBe(inEnglish);
    expect(welsh.download.link(type, SIZE)).toBe(inWelsh);
  });
});

describe('the type of a file', () => {
  it.each<[FileType, string, string]>([
    ['pdf', 'PDF', 'Ffeil PDF'],
    ['text', 'Text file', 'Ffeil testun'],
    ['word', 'Microsoft Word document', 'Dogfen Microsoft Word'],
    ['excel', 'Microsoft Excel spreadsheet', 'Taenlen Microsoft Excel'],
    ['unknown', 'File', 'Ffeil'],
  ])('%s on a line of its own begins with a capital letter', (type, inEnglish, inWelsh) => {
    expect(english.download.type(type)).toBe(inEnglish);
    expect(welsh.download.type(type)).toBe(inWelsh);
  });

  it('is not mutated where a file was sent', () => {
    expect(welsh.landing.sent('Llyfrgell', 'word')).toBe(
      'Mae Llyfrgell wedi anfon dogfen Microsoft Word atoch i’w lawrlwytho.',
    );
  });
});
