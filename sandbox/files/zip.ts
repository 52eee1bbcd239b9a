import { crc32 } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** 1 January 1980, the first day that a zip file can tell. */
const DOS_DATE = 0x21;

/** A zip file of text files, stored without compression, in the order given. */
export function makeZip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const facts = describeFile(name, content);
    const local = Buffer.concat([numbers([LOCAL_HEADER, 4]), facts, Buffer.from(name), content]);
    parts.push(local);
    directory.push(
      Buffer.concat([
        numbers([CENTRAL_HEADER, 4], [VERSION, 2]),
        facts,
        numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
        Buffer.from(name),
      ]),
    );
    offset += local.length;
  }
  return Buffer.concat([...parts, ...directory, endRecord(directory, offset)]);
}

/** What the two headers of a file have in common. */
function describeFile(name: string, content: Buffer): Buffer {
  const { length } = content;
  const [flags, stored, time, extraLength] = [0, 0, 0, 0];
  return numbers(
    [VERSION, 2],
    [flags, 2],
    [stored, 2],
    [time, 2],
    [DOS_DATE, 2],
    [crc32(content), 4],
    [length, 4],
    [length, 4],
    [Buffer.byteLength(name), 2],
    [extraLength, 2],
  );
}

function endRecord(directory: readonly Buffer[], offset: number): Buffer {
  const count = directory.length;
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  return numbers([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]);
}

/** Little-endian numbers, each with the bytes that it takes. */
function numbers(...fields: readonly (readonly [value: number, bytes: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
