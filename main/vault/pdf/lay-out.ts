/** Lays a document out on pages: a pure function of its blocks and of the widths of the face. */
import { assertNever } from '../../../contract/result.ts';
import { breakLines } from './break-lines.ts';
import type { Block, PdfDocument, PdfLanguage, Table } from './document.ts';
import type { Heading, Ink, LaidDocument, LaidPage, Tag, TagName } from './page-marks.ts';
import { PAPER_SIZES } from './paper-sizes.ts';
import type { Measure } from './readable-text.ts';

/** Height of a line, in sizes of its text. */
const LEADING = 1.5;
/** Sizes of headings by their level, in sizes of usual text. */
const HEADING_SIZES = { 1: 1.7, 2: 1.3, 3: 1.1 } as const;
const SMALL = 0.85;
/** Of header, mark and page number, in points: what is smaller does not outlive a photocopy. */
const MARK_SIZE = 8.5;
/** Height of the QR code of a mark with its quiet margin, in points: 29 modules of 0.55 mm. */
const MARK_CODE_SIDE = 45;
const CELL_PADDING = 3;
const HAIRLINE = 0.5;
/** Width of the margin for a seal across all pages, in points: half a seal of 40 mm. */
const SEAM_WIDTH = 34;
/** A QR code in the text. */
const CODE_SIDE = 85;
/** Most of a page that a picture takes, in points. */
const PICTURE_HEIGHT = 260;
/** Lines that a heading keeps with it. */
const KEPT_LINES = 3;

interface TextLook {
  readonly size: number;
  readonly strong: boolean;
}

/** Errors: a paper that is too small for its own header and foot cannot be (PAPER_SIZES is data, and tested). */
export function layOut(document: PdfDocument, measure: Measure): LaidDocument {
  const needsContents = document.blocks.some(({ kind }) => kind === 'contents');
  const first = layOutOnce(document, measure, null);
  // The contents take as many lines whatever the pages are, so that the second time every heading is where it was.
  return needsContents ? layOutOnce(document, measure, pagesOfHeadings(first)) : first;
}

interface HeadingPage extends Heading {
  readonly page: number;
}

const pagesOfHeadings = ({ pages }: LaidDocument): readonly HeadingPage[] =>
  pages.flatMap(({ headings }, index) => headings.map((heading) => ({ ...heading, page: index + 1 })));

function layOutOnce(
  document: PdfDocument,
  measure: Measure,
  headings: readonly HeadingPage[] | null,
): LaidDocument {
  const layout = new Layout(document, measure, headings);
  document.blocks.forEach((block, index) => layout.add(block, document.blocks[index + 1]));
  return layout.finish();
}

interface OpenPage {
  readonly ink: Ink[];
  readonly headings: Heading[];
}

class Layout {
  readonly #document: PdfDocument;
  readonly #measure: Measure;
  readonly #contents: readonly HeadingPage[] | null;
  readonly #pages: OpenPage[] = [];
  readonly #tags: Tag[] = [];
  readonly #left: number;
  readonly #right: number;
  readonly #top: number;
  readonly #bottom: number;
  readonly #text: number;
  #page: OpenPage = { ink: [], headings: [] };
  #y = 0;

  constructor(document: PdfDocument, measure: Measure, contents: readonly HeadingPage[] | null) {
    const size = PAPER_SIZES[document.paper];
    this.#document = document;
    this.#measure = measure;
    this.#contents = contents;
    this.#left = size.side;
    this.#right = size.width - size.side - (document.seam === undefined ? 0 : SEAM_WIDTH);
    this.#top = size.top + MARK_SIZE * LEADING * 1.6;
    this.#bottom = size.height - size.bottom - MARK_CODE_SIDE - 6;
    this.#text = size.text;
    this.#nextPage();
  }

  /** `next`: what follows, of which a heading keeps the beginning with it. */
  add(block: Block, next?: Block): void {
    switch (block.kind) {
      case 'heading':
        return this.#heading(block, this.#beginningOf(next));
      case 'paragraph':
        return this.#paragraph(block);
      case 'list':
        return this.#list(block);
      case 'facts':
        return this.#facts(block);
      case 'table':
        return this.#table(block, block.language);
      case 'code':
        return this.#code(block);
      case 'picture':
        return this.#picture(block);
      case 'box':
        return this.#box(block);
      case 'contents':
        return this.#contentsOf(block);
      case 'space':
        this.#y += block.height;
        return;
      case 'page-break':
        return this.#nextPage();
      default:
        return assertNever(block);
    }
  }

  finish(): LaidDocument {
    const count = this.#pages.length;
    this.#pages.forEach((page, index) => {
      this.#page = page;
      this.#markPage(index + 1, count);
    });
    return { pages: this.#pages satisfies readonly LaidPage[], tags: this.#tags };
  }

  get #width(): number {
    return this.#right - this.#left;
  }

  get #usual(): TextLook {
    return { size: this.#text, strong: false };
  }

  #nextPage(): void {
    this.#page = { ink: [], headings: [] };
    this.#pages.push(this.#page);
    this.#y = this.#top;
  }

  /** Begins a page where `height` no longer fits on this one, unless nothing is on it. */
  #makeRoom(height: number): void {
    if (this.#y + height > this.#bottom && this.#y > this.#top) this.#nextPage();
  }

  #tag(name: TagName, parent: number | null, more: Omit<Tag, 'name' | 'parent'> = {}): number {
    return this.#tags.push({ name, parent, ...more }) - 1;
  }

  /** Of a text: the language where it is another, and what was meant where the face cannot show it. */
  #facets(text: string, language: PdfLanguage | undefined): Omit<Tag, 'name' | 'parent'> {
    return {
      ...(language === undefined || language === this.#document.language ? {} : { language }),
      ...(this.#measure.readable(text) === text.replaceAll('\r\n', '\n') ? {} : { actual: text }),
    };
  }

  #lines(text: string, width: number, size: number): readonly string[] {
    return breakLines(this.#measure.readable(text), width, size, this.#measure);
  }

  /** Sets one line with its upper edge at `y`. */
  #set(text: string, x: number, y: number, { size, strong }: TextLook, tag: number | null): void {
    if (text !== '') this.#page.ink.push({ kind: 'text', x, y, size, strong, text, tag });
  }

  #setRight(text: string, right: number, y: number, look: TextLook, tag: number | null): void {
    this.#set(text, right - this.#measure.widthOf(text) * look.size, y, look, tag);
  }

  /** Lines of one element, which may break over pages. */
  #flow(lines: readonly string[], x: number, look: TextLook, tag: number): void {
    for (const line of lines) {
      this.#makeRoom(look.size * LEADING);
      this.#set(line, x, this.#y, look, tag);
      this.#y += look.size * LEADING;
    }
  }

  #heading({ level, text, language }: Extract<Block, { kind: 'heading' }>, kept: number): void {
    const look = { size: this.#text * HEADING_SIZES[level], strong: true };
    const lines = this.#lines(text, this.#width, look.size);
    const before = this.#y === this.#top ? 0 : look.size * 0.8;
    this.#makeRoom(before + lines.length * look.size * LEADING + this.#text * 0.3 + kept);
    if (this.#y > this.#top) this.#y += before;
    this.#page.headings.push({ level, text });
    this.#flow(lines, this.#left, look, this.#tag(`H${level}`, null, this.#facets(text, language)));
    this.#y += this.#text * 0.3;
  }

  get #fewLines(): number {
    return KEPT_LINES * this.#text * LEADING;
  }

  /** Height of as much of a block as may not stand on the page after its heading. */
  #beginningOf(block: Block | undefined): number {
    if (block?.kind === 'table') return this.#beginningOfTable(block);
    if (block?.kind === 'code') return CODE_SIDE;
    if (block?.kind === 'box') return block.height + this.#text * LEADING;
    return this.#fewLines;
  }

  #paragraph({ text, look = 'usual', language }: Extract<Block, { kind: 'paragraph' }>): void {
    const size = look === 'small' ? this.#text * SMALL : this.#text;
    const tag = this.#tag('P', null, this.#facets(text, language));
    this.#flow(this.#lines(text, this.#width, size), this.#left, { size, strong: look === 'strong' }, tag);
    this.#y += this.#text * 0.5;
  }

  #list({ items, numbered = false, language }: Extract<Block, { kind: 'list' }>): void {
    const indent = this.#text * (numbered ? 2 : 1.2);
    const list = this.#tag('L', null);
    items.forEach((item, index) => {
      const body = this.#tag('LBody', this.#tag('LI', list), this.#facets(item, language));
      const lines = this.#lines(item, this.#width - indent, this.#text);
      this.#makeRoom(this.#text * LEADING);
      this.#set(numbered ? `${index + 1}.` : '·', this.#left, this.#y, this.#usual, body);
      this.#flow(lines, this.#left + indent, this.#usual, body);
    });
    this.#y += this.#text * 0.5;
  }

  #facts({ rows, language }: Extract<Block, { kind: 'facts' }>): void {
    const table = this.#tag('Table', null);
    const widths = [this.#width * 0.25, this.#width * 0.75];
    for (const { name, value } of rows) {
      const row = this.#tag('TR', table);
      this.#row(
        [
          { text: name, tag: this.#tag('TH', row, { scope: 'Row', ...this.#facets(name, language) }) },
          { text: value, tag: this.#tag('TD', row, this.#facets(value, language)) },
        ],
        { widths, aligns: ['left', 'left'], strong: [true, false] },
      );
      this.#rule();
    }
    this.#y += this.#text * 0.6;
  }

  #looksOf({ columns }: Table): { readonly header: RowLook; readonly body: RowLook } {
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (this.#width * share) / shares);
    const aligns = columns.map(({ align = 'left' }) => align);
    return {
      header: { widths, aligns, strong: columns.map(() => true) },
      body: { widths, aligns, strong: columns.map(() => false) },
    };
  }

  /** A header alone at the foot of a page heads nothing. */
  #beginningOfTable(table: Table): number {
    const { header, body } = this.#looksOf(table);
    const titles = table.columns.map(({ title }) => title);
    const caption = table.caption === undefined ? 0 : this.#text * LEADING;
    return caption + this.#heightOf(titles, header) + this.#heightOf(table.rows[0] ?? [], body);
  }

  #table(made: Table, language: PdfLanguage | undefined): void {
    const { caption, columns, rows } = made;
    const { header, body } = this.#looksOf(made);
    const table = this.#tag('Table', null);
    const titles = columns.map(({ title }) => title);
    this.#makeRoom(this.#beginningOfTable(made));
    if (caption !== undefined) {
      const tag = this.#tag('Caption', table, this.#facets(caption, language));
      this.#flow(
        this.#lines(caption, this.#width, this.#text),
        this.#left,
        { size: this.#text, strong: true },
        tag,
      );
    }
    const top = this.#tag('TR', table);
    this.#headRow(
      titles.map((text) => ({
        text,
        tag: this.#tag('TH', top, { scope: 'Column', ...this.#facets(text, language) }),
      })),
      header,
    );
    for (const row of rows) {
      const tag = this.#tag('TR', table);
      const cells = columns.map((_column, index): Cell => {
        const text = row[index] ?? '';
        return { text, tag: this.#tag('TD', tag, this.#facets(text, language)) };
      });
      const again = (): void =>
        this.#headRow(
          titles.map((text) => ({ text, tag: null })),
          header,
        );
      this.#row(cells, body, again);
      this.#rule();
    }
    this.#y += this.#text * 0.8;
  }

  #headRow(cells: readonly Cell[], look: RowLook): void {
    const height = this.#heightOf(
      cells.map(({ text }) => text),
      look,
    );
    this.#page.ink.push({ kind: 'shade', x: this.#left, y: this.#y, width: this.#width, height });
    this.#row(cells, look);
    this.#rule(1);
  }

  #cellLines(texts: readonly string[], { widths }: RowLook): readonly (readonly string[])[] {
    return texts.map((text, index) => this.#lines(text, (widths[index] ?? 0) - 2 * CELL_PADDING, this.#text));
  }

  #heightOf(texts: readonly string[], look: RowLook): number {
    const most = Math.max(1, ...this.#cellLines(texts, look).map(({ length }) => length));
    return most * this.#text * LEADING + 2 * CELL_PADDING;
  }

  /** A row stays whole where it fits on a page at all; `onNewPage` sets what is repeated there. */
  #row(cells: readonly Cell[], look: RowLook, onNewPage: () => void = () => undefined): void {
    const lines = this.#cellLines(
      cells.map(({ text }) => text),
      look,
    );
    const lineHeight = this.#text * LEADING;
    let left = Math.max(1, ...lines.map(({ length }) => length));
    let from = 0;
    const fitting = (): number => Math.floor((this.#bottom - this.#y - 2 * CELL_PADDING) / lineHeight);
    if (left > fitting() && this.#y > this.#top) {
      this.#nextPage();
      onNewPage();
    }
    for (;;) {
      const taken = Math.min(left, Math.max(1, fitting()));
      this.#rowPart(cells, lines, look, from, taken);
      from += taken;
      left -= taken;
      if (left === 0) return;
      this.#nextPage();
      onNewPage();
    }
  }

  #rowPart(
    cells: readonly Cell[],
    lines: readonly (readonly string[])[],
    { widths, aligns, strong }: RowLook,
    from: number,
    count: number,
  ): void {
    let x = this.#left;
    cells.forEach(({ tag }, index) => {
      const width = widths[index] ?? 0;
      const look = { size: this.#text, strong: strong[index] ?? false };
      (lines[index] ?? []).slice(from, from + count).forEach((line, at) => {
        const y = this.#y + CELL_PADDING + at * this.#text * LEADING;
        if (aligns[index] === 'right') this.#setRight(line, x + width - CELL_PADDING, y, look, tag);
        else this.#set(line, x + CELL_PADDING, y, look, tag);
      });
      x += width;
    });
    this.#y += count * this.#text * LEADING + 2 * CELL_PADDING;
  }

  #rule(width = HAIRLINE): void {
    this.#page.ink.push({ kind: 'line', x: this.#left, y: this.#y, toX: this.#right, toY: this.#y, width });
  }

  #code({ text, beside, language }: Extract<Block, { kind: 'code' }>): void {
    const gap = 10;
    const lines = this.#lines(beside, this.#width - CODE_SIDE - gap, this.#text);
    const height = Math.max(CODE_SIDE, lines.length * this.#text * LEADING);
    this.#makeRoom(height);
    const figure = this.#tag('Figure', null, { alt: text });
    this.#page.ink.push({ kind: 'code', x: this.#left, y: this.#y, side: CODE_SIDE, text, tag: figure });
    const { ink } = this.#page;
    const after = this.#y + height;
    const page = this.#page;
    this.#flow(
      lines,
      this.#left + CODE_SIDE + gap,
      this.#usual,
      this.#tag('P', null, this.#facets(beside, language)),
    );
    if (this.#page === page && ink === this.#page.ink) this.#y = Math.max(after, this.#y);
    this.#y += this.#text * 0.5;
  }

  #picture({ bytes, width, height, caption, language }: Extract<Block, { kind: 'picture' }>): void {
    const most = Math.min(PICTURE_HEIGHT, (this.#bottom - this.#top) * 0.6);
    const scale = Math.min(this.#width / width, most / height, 1);
    const [wide, high] = [width * scale, height * scale];
    const lines = this.#lines(caption, this.#width, this.#text * SMALL);
    this.#makeRoom(high + this.#text * 2);
    const tag = this.#tag('Figure', null, { alt: caption });
    this.#page.ink.push({
      kind: 'picture',
      x: this.#left,
      y: this.#y,
      width: wide,
      height: high,
      bytes,
      tag,
    });
    this.#y += high + this.#text * 0.3;
    this.#flow(
      lines,
      this.#left,
      { size: this.#text * SMALL, strong: false },
      this.#tag('P', null, this.#facets(caption, language)),
    );
    this.#y += this.#text * 0.7;
  }

  #box({ title, width, height, language }: Extract<Block, { kind: 'box' }>): void {
    const lineHeight = this.#text * LEADING;
    const wide = Math.min(width, this.#width);
    this.#makeRoom(height + lineHeight);
    const [x, right] = [this.#right - wide, this.#right];
    const tag = this.#tag('P', null, this.#facets(title, language));
    const line = this.#lines(title, wide, this.#text)[0] ?? '';
    this.#set(line, x, this.#y, this.#usual, tag);
    const [y, toY] = [this.#y + lineHeight, this.#y + lineHeight + height];
    const edges = [
      [x, y, right, y],
      [x, toY, right, toY],
      [x, y, x, toY],
      [right, y, right, toY],
    ] as const;
    for (const [fromX, fromY, toX, endY] of edges)
      this.#page.ink.push({ kind: 'line', x: fromX, y: fromY, toX, toY: endY, width: HAIRLINE });
    this.#y = toY + this.#text * 0.5;
  }

  #contentsOf({ title, language }: Extract<Block, { kind: 'contents' }>): void {
    const heading = { kind: 'heading', level: 2, text: title } as const;
    this.#heading({ ...heading, ...(language === undefined ? {} : { language }) }, this.#fewLines);
    // It does not list itself.
    this.#page.headings.pop();
    const toc = this.#tag('TOC', null);
    for (const { level, text, page } of this.#listed()) {
      const entry = this.#tag('TOCI', toc);
      const indent = (level - 1) * this.#text * 1.5;
      const numberWidth = this.#text * 3;
      const lines = this.#lines(text, this.#width - indent - numberWidth, this.#text);
      this.#flow(lines, this.#left + indent, this.#usual, entry);
      this.#setRight(page, this.#right, this.#y - this.#text * LEADING, this.#usual, entry);
    }
    this.#y += this.#text;
  }

  #listed(): readonly { readonly level: number; readonly text: string; readonly page: string }[] {
    if (this.#contents !== null)
      return this.#contents
        .filter(({ level }) => level < 3)
        .map(({ level, text, page }) => ({ level, text, page: String(page) }));
    return this.#document.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level < 3 ? [{ level: block.level, text: block.text, page: '' }] : [],
    );
  }

  /** Header, mark and page number. */
  #markPage(page: number, count: number): void {
    const { header, mark, language, paper } = this.#document;
    const { top, height, bottom } = PAPER_SIZES[paper];
    const small = { size: MARK_SIZE, strong: false };
    const number = language === 'en' ? `Page ${page} of ${count}` : `第 ${page} 页，共 ${count} 页`;
    const [head = ''] = this.#lines(header, this.#width - MARK_SIZE * 12, MARK_SIZE);
    this.#set(head, this.#left, top, small, null);
    this.#setRight(number, this.#right, top, small, null);
    const y = height - bottom - MARK_CODE_SIDE;
    this.#page.ink.push({ kind: 'line', x: this.#left, y, toX: this.#right, toY: y, width: 1 });
    // One code for both: two beside each other are read as neither.
    const code = mark.number === undefined ? mark.code : `${mark.code} ${mark.number}`.trim();
    this.#page.ink.push({
      kind: 'code',
      x: this.#right - MARK_CODE_SIDE,
      y: y + 3,
      side: MARK_CODE_SIDE,
      text: code,
      tag: null,
    });
    const width = this.#width - MARK_CODE_SIDE - 8;
    const most = mark.number === undefined ? 2 : 3;
    [...this.#lines(mark.line, width, MARK_SIZE).slice(0, most), code].forEach((line, index) =>
      this.#set(line, this.#left, y + 4 + index * MARK_SIZE * 1.35, { size: MARK_SIZE, strong: true }, null),
    );
    this.#markSeam();
  }

  /** A line along the margin for the seal, and what it is for, from top to bottom. */
  #markSeam(): void {
    const { seam, paper } = this.#document;
    if (seam === undefined) return;
    const { width, side, top, height, bottom } = PAPER_SIZES[paper];
    const x = this.#right + 8;
    this.#page.ink.push({ kind: 'line', x, y: top, toX: x, toY: height - bottom, width: HAIRLINE });
    const characters = [...seam];
    const step = MARK_SIZE * 1.6;
    const from = (height - characters.length * step) / 2;
    const middle = (x + width - side) / 2 + SEAM_WIDTH / 8;
    characters.forEach((character, index) =>
      this.#set(character, middle, from + index * step, { size: MARK_SIZE, strong: false }, null),
    );
  }
}

interface Cell {
  readonly text: string;
  readonly tag: number | null;
}

interface RowLook {
  readonly widths: readonly number[];
  readonly aligns: readonly ('left' | 'right')[];
  readonly strong: readonly boolean[];
}
