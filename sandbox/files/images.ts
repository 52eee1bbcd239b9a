import { crc32, deflateSync } from 'node:zlib';

const SIDE = 64;
const PNG_SIGNATURE = '89504e470d0a1a0a';
const GOVUK_BLUE = '1d70b8';

/** A PNG: a blue square. */
export function makePng(): Buffer {
  const row = `00${GOVUK_BLUE.repeat(SIDE)}`;
  const pixels = deflateSync(Buffer.from(row.repeat(SIDE), 'hex'));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  // Eight bits a channel, red, green and blue.
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from(PNG_SIGNATURE, 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

/** A JPEG: eight by eight pixels of grey, the smallest block that the format has. */
export function makeJpeg(): Buffer {
  const segments = [
    'ffd8',
    `ffe00010${Buffer.from('JFIF\0').toString('hex')}010100000100010000`,
    `ffdb004300${'01'.repeat(64)}`,
    'ffc0000b080008000801011100',
    // One code in each table: no difference in brightness, and nothing more in the block.
    `ffc400140001${'00'.repeat(15)}00`,
    `ffc400141001${'00'.repeat(15)}00`,
    'ffda0008010100003f00',
    '3f',
    'ffd9',
  ];
  return Buffer.from(segments.join(''), 'hex');
}
