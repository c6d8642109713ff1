/** Draws a laid-out document: tagged, its face embedded with the characters that are used. The only file that knows the library that writes PDFs. */
import PdfWriter from 'pdfkit';
import type { PdfDocument } from './document.ts';
import type { Face } from './face.ts';
import type { Heading, Ink, LaidDocument, Tag } from './page-marks.ts';
import { PAPER_SIZES } from './paper-sizes.ts';
import { MAX_PICTURE_MEMORY, pictureSize, unpacksAsSaid } from './picture-size.ts';
import { qrModules } from './qr-modules.ts';

type Writer = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** Behind the header of a table. */
const SHADE = '#e8e8e8';
const INK = '#000000';
/** A strong character is the usual one with its outline drawn, by so much of its size: one face serves for both. */
const OUTLINE = 0.03;
/** Of the outline of headings: below its own level a heading is what follows it. */
type OutlineItem = PDFKit.PDFOutline;

/** Returns the bytes of the file, not encrypted. `archival`: as PDF/A-3b (ISO 19005-3), which a file that is encrypted afterwards cannot be. */
export function draw(
  document: PdfDocument,
  { pages, tags }: LaidDocument,
  { font }: Face,
  archival: boolean,
): Promise<Uint8Array> {
  const { width, height } = PAPER_SIZES[document.paper];
  const writer = new PdfWriter({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    tagged: true,
    lang: document.language,
    displayTitle: true,
    pdfVersion: '1.7',
    ...(archival ? { subset: 'PDF/A-3b' } : {}),
    // Each line of text is written once: to remember its glyphs would keep all text in memory a second time.
    fontLayoutCache: false,
    font: '',
    info: {
      Title: inMetadata(document.title),
      Author: inMetadata(document.header),
      Creator: 'Resident Vault',
      Producer: 'Resident Vault',
      CreationDate: new Date(document.madeAt),
    },
  } as PDFKit.PDFDocumentOptions);
  const written = collect(writer);
  writer.font(font as unknown as PDFKit.Mixins.PDFFontSource);
  const elements = buildTree(writer, tags);
  const outline = createOutline(writer);
  const takeRoom = createPictureRoom();
  for (const { ink, headings } of pages) {
    writer.addPage();
    drawPage(writer, ink, elements, takeRoom);
    headings.forEach(outline);
  }
  for (const { name, media, relationship, description, bytes } of document.attachments ?? [])
    writer.file(Buffer.from(bytes), {
      name,
      type: media,
      description,
      relationship,
      creationDate: new Date(document.madeAt),
      modifiedDate: new Date(document.madeAt),
    } as PDFKit.Mixins.PDFAttachmentOptions);
  writer.end();
  return written;
}

/** The library writes its metadata as XML without escaping it. */
const inMetadata = (text: string): string => text.replaceAll('&', '＆').replaceAll('<', '＜');

function collect(writer: Writer): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    writer.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    writer.on('end', () => resolve(Buffer.concat(chunks)));
    writer.on('error', reject);
  });
}

/** The elements of the structure tree, below one for the document. */
function buildTree(writer: Writer, tags: readonly Tag[]): readonly Element[] {
  const root = writer.struct('Document');
  writer.addStructure(root);
  const elements: Element[] = [];
  for (const { name, parent, language, scope, alt, actual } of tags) {
    const element = writer.struct(name, {
      ...(language === undefined ? {} : { lang: language }),
      ...(scope === undefined ? {} : { scope }),
      ...(alt === undefined ? {} : { alt }),
      ...(actual === undefined ? {} : { actual }),
    });
    (parent === null ? root : (elements[parent] ?? root)).add(element);
    elements.push(element);
  }
  return elements;
}

function createOutline(writer: Writer): (heading: Heading) => void {
  const path: OutlineItem[] = [writer.outline];
  return ({ level, text }) => {
    const above = path[Math.min(level, path.length) - 1] ?? writer.outline;
    const item = above.addItem(text);
    path.splice(Math.min(level, path.length), path.length, item);
  };
}

/** Neighbours of one element are one piece of content; what has none is decoration. */
function drawPage(
  writer: Writer,
  ink: readonly Ink[],
  elements: readonly Element[],
  takeRoom: PictureRoom,
): void {
  let open: number | null | undefined;
  for (const one of ink) {
    const tag = 'tag' in one ? one.tag : null;
    if (tag !== open) {
      if (open !== undefined) writer.endMarkedContent();
      const element = tag === null ? undefined : elements[tag];
      if (element === undefined) writer.markContent('Artifact', { type: 'Layout' });
      else element.add(writer.markStructureContent(nameOf(element)));
      open = tag;
    }
    drawInk(writer, one, takeRoom);
  }
  if (open !== undefined) writer.endMarkedContent();
}

const nameOf = (element: Element): string =>
  (element as unknown as { readonly dictionary: { readonly data: { readonly S: string } } }).dictionary.data
    .S;

function drawInk(writer: Writer, ink: Ink, takeRoom: PictureRoom): void {
  if (ink.kind === 'line')
    writer.lineWidth(ink.width).moveTo(ink.x, ink.y).lineTo(ink.toX, ink.toY).stroke(INK);
  else if (ink.kind === 'shade') writer.rect(ink.x, ink.y, ink.width, ink.height).fill(SHADE);
  else if (ink.kind === 'code') drawCode(writer, ink);
  else if (ink.kind === 'picture') drawPicture(writer, ink, takeRoom);
  else
    writer
      .fontSize(ink.size)
      .fillColor(INK)
      .strokeColor(INK)
      .lineWidth(ink.size * OUTLINE)
      .text(ink.text, ink.x, ink.y, { lineBreak: false, fill: true, stroke: ink.strong });
}

/** Throws for a picture for which there is no room in memory. */
type PictureRoom = (bytes: Uint8Array) => void;

/** Pictures are unpacked together, at the end of the document. */
function createPictureRoom(): PictureRoom {
  let left = MAX_PICTURE_MEMORY;
  return (bytes) => {
    const isPng = bytes[0] !== 0xff;
    const size = pictureSize(isPng ? 'png' : 'jpeg', bytes);
    if (size === null || size.memory > left) throw new Error('no room for the picture');
    if (size.memory > 0 && !unpacksAsSaid(bytes, size)) throw new Error('not the picture that it says');
    left -= size.memory;
  };
}

/** One that cannot be decoded, or only in more memory than there is for it, is an empty frame: the rest of the document is still to be had. */
function drawPicture(
  writer: Writer,
  { x, y, width, height, bytes }: Extract<Ink, { kind: 'picture' }>,
  takeRoom: PictureRoom,
): void {
  try {
    takeRoom(bytes);
    writer.image(Buffer.from(bytes), x, y, { width, height });
  } catch {
    writer.lineWidth(1).rect(x, y, width, height).stroke(INK);
  }
}

/** Rows of dark modules as rectangles, each as long as they run: vectors, sharp at any size. */
function drawCode(writer: Writer, { x, y, side, text }: Extract<Ink, { kind: 'code' }>): void {
  const rows = qrModules(text);
  const module = side / rows.length;
  rows.forEach((row, down) => {
    for (let from = 0; from < row.length; from += 1) {
      if (row[from] !== true) continue;
      let to = from;
      while (row[to + 1] === true) to += 1;
      writer.rect(x + from * module, y + down * module, (to - from + 1) * module, module);
      from = to;
    }
  });
  writer.fill(INK);
}
