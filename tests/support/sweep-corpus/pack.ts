/** Packs files of the formats that a sweep reads, honest ones and such as lie about themselves. */
import { crc32, deflateRawSync } from 'node:zlib';
import * as XLSX from '@e965/xlsx';

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
  /** Says that it has a password; its bytes are as they are. */
  readonly locked?: true;
  /** What the directory says of its size. */
  readonly saidBytes?: number;
}

/** A ZIP archive (PKWARE APPNOTE 6.3), deflated. */
export function packZip(parts: readonly Part[], level = 6): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, locked, saidBytes } of parts) {
    const packed = deflateRawSync(bytes, { level });
    const title = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800 | (locked === true ? 1 : 0), 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(saidBytes ?? bytes.length, 18);
    facts.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, title, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), facts, tail, title]));
    bodies.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 0, 'hex');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}

type Rows = readonly (readonly (string | number)[])[];

/** By the library of the import; `xls` is BIFF8, as et is. */
export const packWorkbook = (rows: Rows, bookType: 'xlsx' | 'xls'): Buffer => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows as (string | number)[][]), '名册');
  return XLSX.write(book, { type: 'buffer', bookType, compression: true, bookSST: true }) as Buffer;
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Each paragraph is cut into runs in the middle of its text, as Word does where somebody has edited it. */
export const packDocx = (paragraphs: readonly string[]): Buffer =>
  packZip([
    { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
    {
      name: 'word/document.xml',
      bytes: Buffer.from(
        `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${paragraphs
          .map((text) => {
            const cut = Math.floor(text.length / 2);
            const run = (part: string) =>
              `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${escape(part)}</w:t></w:r>`;
            return `<w:p>${run(text.slice(0, cut))}${run(text.slice(cut))}</w:p>`;
          })
          .join('')}</w:body></w:document>`,
      ),
    },
  ]);

/** Streams in an OLE compound file. */
export function packOle(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = XLSX.CFB.utils.cfb_new();
  for (const [name, bytes] of Object.entries(streams)) XLSX.CFB.utils.cfb_add(file, `/${name}`, bytes);
  return Buffer.from(XLSX.CFB.write(file, { type: 'buffer', fileType: 'cfb' }) as Buffer);
}

/** A document of Word 97 with one piece of text in two-byte characters. */
export function packDoc(paragraphs: readonly string[], { locked = false } = {}): Buffer {
  const text = `${paragraphs.join('\r')}\r`;
  const start = 0x800;
  const document = Buffer.alloc(Math.max(start + text.length * 2, 4608));
  document.writeUInt16LE(0xa5ec, 0);
  document.writeUInt16LE(0x00c1, 2);
  document.writeUInt16LE(0x0200 | (locked ? 0x0100 : 0), 10);
  document.write(text, start, 'utf16le');
  const pieces = Buffer.alloc(16);
  pieces.writeUInt32LE(0, 0);
  pieces.writeUInt32LE(text.length, 4);
  pieces.writeUInt32LE(start, 10);
  const clx = Buffer.concat([Buffer.from([2, 16, 0, 0, 0]), pieces]);
  document.writeUInt32LE(64, 0x01a2);
  document.writeUInt32LE(clx.length, 0x01a6);
  const table = Buffer.alloc(4608);
  clx.copy(table, 64);
  return packOle({ WordDocument: document, '1Table': table });
}

/** Lines of Latin text, a page for each sixty, in a font that every reader has. */
export function packPdf(lines: readonly string[], { locked = false } = {}): Buffer {
  const pages: string[][] = [];
  for (let at = 0; at < Math.max(1, lines.length); at += 60) pages.push(lines.slice(at, at + 60));
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => {
    objects.push(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'));
    return objects.length;
  };
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const page of pages) {
    const content = Buffer.from(
      `BT /F1 9 Tf 12 TL 40 800 Td ${page
        .map((line) => `(${line.replaceAll(/[\\()]/g, '\\$&').replaceAll(/[^ -~]/g, '?')}) Tj T*`)
        .join(' ')} ET`,
      'latin1',
    );
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
    );
    add(
      Buffer.concat([
        Buffer.from(`<< /Length ${content.length} >>\nstream\n`),
        content,
        Buffer.from('\nendstream'),
      ]),
    );
  }
  const lock = '0'.repeat(64);
  const encrypt = locked
    ? ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${lock}> /U <${lock}> /P -4 >> /ID [<${lock.slice(0, 32)}> <${lock.slice(0, 32)}>]`
    : '';
  let file = Buffer.from('%PDF-1.4\n');
  const places: number[] = [];
  for (const [index, body] of objects.entries()) {
    places.push(file.length);
    file = Buffer.concat([file, Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.concat([
    file,
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encrypt} >>\nstartxref\n${file.length}\n%%EOF\n`,
    ),
  ]);
}
