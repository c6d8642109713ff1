/** Pages of a PDF as a function of its blocks. */
import { describe, expect, it } from 'vitest';
import type { Block, PdfDocument } from '../../../main/vault/pdf/document.ts';
import { layOut } from '../../../main/vault/pdf/lay-out.ts';
import type { Ink, LaidDocument } from '../../../main/vault/pdf/page-marks.ts';
import { PAPER_SIZES, type PaperSizeName } from '../../../main/vault/pdf/paper-sizes.ts';
import { measureIn } from '../../../main/vault/pdf/readable-text.ts';

const measure = measureIn({
  unitsPerEm: 1000,
  hasGlyphForCodePoint: (codePoint) => codePoint < 0x10000,
  glyphForCodePoint: (codePoint) => ({ advanceWidth: codePoint < 0x2000 ? 500 : 1000 }),
});

const MARK = { line: '王晓 · 1 号电脑 · 2026-11-28 09:07', code: 'A1B2-C3D4-E5F6' };

const documentOf = (blocks: readonly Block[], paper: PaperSizeName = 'a4'): PdfDocument => ({
  title: '测试',
  language: 'zh-CN',
  paper,
  header: '测试花园',
  mark: MARK,
  madeAt: 0,
  blocks,
});
const laid = (blocks: readonly Block[], paper?: PaperSizeName): LaidDocument =>
  layOut(documentOf(blocks, paper), measure);

const textsOf = ({ pages }: LaidDocument, page: number): readonly string[] =>
  (pages[page]?.ink ?? []).flatMap((ink) => (ink.kind === 'text' ? [ink.text] : []));

const LONG_TABLE: Block = {
  kind: 'table',
  columns: [
    { title: '序号', share: 1, align: 'right' },
    { title: '内容', share: 4 },
  ],
  rows: Array.from({ length: 200 }, (_, index) => [String(index), '门禁卡'.repeat(1 + (index % 9))]),
};

const PAPERS = Object.keys(PAPER_SIZES) as readonly PaperSizeName[];

/** Left, top, right, bottom. */
function edgesOf(ink: Ink): readonly [number, number, number, number] {
  switch (ink.kind) {
    case 'text':
      return [ink.x, ink.y, ink.x + measure.widthOf(ink.text) * ink.size, ink.y + ink.size];
    case 'line':
      return [ink.x, ink.y, ink.toX, ink.toY];
    case 'shade':
    case 'picture':
      return [ink.x, ink.y, ink.x + ink.width, ink.y + ink.height];
    case 'code':
      return [ink.x, ink.y, ink.x + ink.side, ink.y + ink.side];
  }
}

describe.each(PAPERS)('on %s', (paper) => {
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 1, text: '很长的标题'.repeat(12) },
    { kind: 'contents', title: '目录' },
    { kind: 'paragraph', text: '一段话，'.repeat(400) },
    { kind: 'list', items: ['甲'.repeat(90), '乙'], numbered: true },
    { kind: 'facts', rows: [{ name: '名称'.repeat(9), value: '值'.repeat(300) }] },
    LONG_TABLE,
    { kind: 'code', text: MARK.code, beside: '扫描' },
    { kind: 'box', title: '公司盖章', width: 120, height: 60 },
    { kind: 'picture', bytes: new Uint8Array(), width: 4_000, height: 3_000, caption: '整改后'.repeat(40) },
    { kind: 'picture', bytes: new Uint8Array(), width: 300, height: 9_000, caption: '整改前' },
  ];

  it('nothing leaves the paper, and nothing reaches into the mark', () => {
    const { width, height, side, bottom } = PAPER_SIZES[paper];
    for (const { ink } of laid(blocks, paper).pages) {
      const markTop = Math.max(
        ...ink.flatMap((one) => (one.kind === 'line' && one.width === 1 ? [one.y] : [])),
      );
      for (const one of ink) {
        const [left, top, right, low] = edgesOf(one);
        expect(left).toBeGreaterThanOrEqual(side - 0.01);
        expect(right).toBeLessThanOrEqual(width - side + 0.01);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(height - bottom + 5);
        if ('tag' in one && one.tag !== null) expect(low).toBeLessThanOrEqual(markTop);
      }
    }
  });

  it('each page has the mark in words, its code twice, and its number of all', () => {
    const document = laid(blocks, paper);
    const count = document.pages.length;
    expect(count).toBeGreaterThan(3);
    document.pages.forEach(({ ink }, index) => {
      const texts = textsOf(document, index);
      expect(texts).toEqual(
        expect.arrayContaining([MARK.line, MARK.code, `第 ${index + 1} 页，共 ${count} 页`, '测试花园']),
      );
      expect(ink.some((one) => one.kind === 'code' && one.text === MARK.code)).toBe(true);
    });
  });
});

describe('a table', () => {
  it('has its header on every page that it reaches, and each row once', () => {
    const document = laid([LONG_TABLE]);
    document.pages.forEach((_page, index) => expect(textsOf(document, index)).toContain('内容'));
    const rows = document.pages
      .flatMap((_page, index) => textsOf(document, index))
      .filter((text) => /^\d+$/.test(text));
    expect(rows).toEqual(Array.from({ length: 200 }, (_, index) => String(index)));
  });

  it('has its header read aloud once, as that of its columns', () => {
    const { tags } = laid([LONG_TABLE]);
    expect(tags.filter(({ name }) => name === 'TH').map(({ scope }) => scope)).toEqual(['Column', 'Column']);
    expect(tags.filter(({ name }) => name === 'TR')).toHaveLength(201);
  });

  it('breaks a row that is higher than a page, and no other', () => {
    const high: Block = {
      kind: 'table',
      columns: [{ title: '内容', share: 1 }],
      rows: [['先'], ['长'.repeat(5000)], ['后']],
    };
    const document = laid([high], 'a5');
    expect(document.pages.length).toBeGreaterThan(2);
    const all = document.pages.flatMap((_page, index) => textsOf(document, index)).join('');
    expect(all.match(/长/g)).toHaveLength(5000);
  });

  it('never leaves its header alone at the foot of a page', () => {
    for (let lines = 0; lines < 60; lines += 1) {
      const document = laid([{ kind: 'paragraph', text: '行\n'.repeat(lines) }, LONG_TABLE]);
      const page = document.pages.findIndex((_page, index) => textsOf(document, index).includes('内容'));
      expect(textsOf(document, page)).toContain('0');
    }
  });
});

describe('a heading', () => {
  it('never stands alone at the foot of a page', () => {
    for (let lines = 0; lines < 60; lines += 1) {
      const document = laid([
        { kind: 'paragraph', text: '行\n'.repeat(lines) },
        { kind: 'heading', level: 2, text: '标题' },
        { kind: 'paragraph', text: '正文\n正文\n正文' },
      ]);
      const page = document.pages.findIndex((_page, index) => textsOf(document, index).includes('标题'));
      expect(textsOf(document, page)).toContain('正文');
    }
  });

  it('keeps the beginning of a table with it', () => {
    for (let lines = 0; lines < 60; lines += 1) {
      const document = laid([
        { kind: 'paragraph', text: '行\n'.repeat(lines) },
        { kind: 'heading', level: 2, text: '标题' },
        { kind: 'table', columns: [{ title: '列', share: 1 }], rows: [['很长的一格'.repeat(40)], ['后']] },
      ]);
      const page = document.pages.findIndex((_page, index) => textsOf(document, index).includes('标题'));
      expect(textsOf(document, page).join('')).toContain('列很长的一格');
    }
  });

  it('is in the contents with the page that it is on', () => {
    const chapters = Array.from({ length: 30 }, (_, index): readonly Block[] => [
      { kind: 'heading', level: 1, text: `章${index}` },
      { kind: 'paragraph', text: '正文，'.repeat(150) },
    ]);
    const document = laid([{ kind: 'contents', title: '目录' }, ...chapters.flat()]);
    const tocIs = new Set(document.tags.flatMap(({ name }, tag) => (name === 'TOCI' ? [tag] : [])));
    const entries = document.pages.flatMap(({ ink }) =>
      ink.flatMap((one) => (one.kind === 'text' && one.tag !== null && tocIs.has(one.tag) ? [one.text] : [])),
    );
    const expected = document.pages.flatMap(({ headings }, index) =>
      headings.flatMap(({ text }) => [text, String(index + 1)]),
    );
    expect(expected).toHaveLength(60);
    expect(entries).toEqual(expected);
  });
});

describe('a text', () => {
  it('says what was meant where the face cannot show it, and its language where it is another', () => {
    const { tags } = laid([
      { kind: 'paragraph', text: '王𠮷' },
      { kind: 'paragraph', text: 'Summary', language: 'en' },
      { kind: 'paragraph', text: '照常', language: 'zh-CN' },
    ]);
    expect(tags).toEqual([
      { name: 'P', parent: null, actual: '王𠮷' },
      { name: 'P', parent: null, language: 'en' },
      { name: 'P', parent: null },
    ]);
  });
});
