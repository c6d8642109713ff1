/** PDFs as the common tools read them: poppler for text, faces and tags, qpdf for structure and encryption. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, PdfDocument } from '../../../main/vault/pdf/document.ts';
import { makePdf } from '../../../main/vault/pdf/make-pdf.ts';
import { PAPER_SIZES, type PaperSizeName } from '../../../main/vault/pdf/paper-sizes.ts';
import { processorMs } from '../../support/processor-time.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const PASSWORD = '长口令-Correct-Horse-7281';
const MARK = { line: '王晓 · 1 号电脑 · 2026-11-28 09:07', code: 'A1B2-C3D4-E5F6' };
/** Of a list of names: from the basic block, from extension A, and of the general standard beyond the first plane. */
const NAMES = '欧阳娜娜、䶮、㛃、𬭸、𫖯、𪟝、堃';

const documentOf = (blocks: readonly Block[], paper: PaperSizeName = 'a4'): PdfDocument => ({
  title: '核查材料 · 测试花园',
  language: 'zh-CN',
  paper,
  header: '测试花园物业服务中心',
  mark: MARK,
  madeAt: Date.UTC(2026, 10, 28, 1, 7),
  blocks,
});

const tool = (name: string, ...args: readonly string[]): string =>
  execFileSync(name, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 28 });

const BLOCKS: readonly Block[] = [
  { kind: 'heading', level: 1, text: '谁看过这个号码' },
  { kind: 'paragraph', text: `姓名用字：${NAMES}；缺字：𠮷。` },
  { kind: 'paragraph', text: 'An English summary.', language: 'en' },
  {
    kind: 'table',
    columns: [
      { title: '时间', share: 1 },
      { title: '人员', share: 1 },
    ],
    rows: [['09:07', '王晓']],
  },
];

let folder: string;
let plain: string;
let locked: string;

beforeAll(async () => {
  folder = makeTempDir();
  plain = join(folder, 'plain.pdf');
  locked = join(folder, 'locked.pdf');
  writeFileSync(plain, (await makePdf(documentOf(BLOCKS))).bytes);
  writeFileSync(locked, (await makePdf(documentOf(BLOCKS), { password: PASSWORD })).bytes);
});

describe('a PDF of the vault', () => {
  it('is sound to qpdf', () => {
    expect(tool('qpdf', '--check', plain)).toContain('No syntax or stream encoding errors found');
  });

  it('gives its Chinese text, rare names among it, and what the face lacks by its number', () => {
    const text = tool('pdftotext', plain, '-');
    for (const part of [
      '谁看过这个号码',
      NAMES,
      '缺字：〔U+20BB7〕',
      MARK.line,
      MARK.code,
      '第 1 页，共 1 页',
    ])
      expect(text).toContain(part);
  });

  it('has one face, embedded with the characters that it uses', () => {
    const [face, ...others] = tool('pdffonts', plain).trim().split('\n').slice(2);
    expect(others).toEqual([]);
    expect(face).toMatch(/^[A-Z]{6}\+NotoSansSC-Regular +CID TrueType +Identity-H +yes yes yes /);
  });

  it('is tagged: its title, its language, and what each part is', () => {
    const info = tool('pdfinfo', plain);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toContain('核查材料 · 测试花园');
    const structure = tool('pdfinfo', '-struct-text', plain);
    const tags = structure.match(/^ +(H1|P|Table|TR|TH|TD)\b/gm)?.map((tag) => tag.trim());
    expect(tags).toEqual(['H1', 'P', 'P', 'Table', 'TR', 'TH', 'TH', 'TR', 'TD', 'TD']);
    expect(structure.replaceAll(/\s/g, '')).toContain('TD"王晓"');
    // Decoration is not read aloud.
    expect(structure).not.toContain(MARK.code);
    expect(tool('qpdf', '--json', '--json-key=qpdf', plain)).toContain('"/Lang": "u:zh-CN"');
  });

  it.each(Object.keys(PAPER_SIZES) as readonly PaperSizeName[])('has the size of %s', async (paper) => {
    const file = join(folder, `${paper}.pdf`);
    writeFileSync(file, (await makePdf(documentOf(BLOCKS, paper))).bytes);
    const [, width, height] = /^Page size: +([\d.]+) x ([\d.]+)/m.exec(tool('pdfinfo', file)) ?? [];
    expect(Number(width)).toBeCloseTo(PAPER_SIZES[paper].width, 1);
    expect(Number(height)).toBeCloseTo(PAPER_SIZES[paper].height, 1);
  });

  it('of three hundred pages is made in bounded time and memory', async () => {
    const rows = Array.from({ length: 5_400 }, (_, index) => [
      String(index),
      `${index % 30}号楼${index % 4}单元`,
      '2026-11-28 09:07',
      `查看了联系电话，快递员在门口等候，需要联系本人 ${index}`,
    ]);
    const columns = [1, 2, 2, 4].map((share, index) => ({ title: `列${index}`, share }));
    let most = 0;
    const before = process.memoryUsage().rss;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss - before)), 20);
    const began = processorMs();
    const { bytes, pages } = await makePdf(documentOf([{ kind: 'table', columns, rows }]));
    clearInterval(watch);
    expect(pages).toBeGreaterThanOrEqual(300);
    // Four seconds of a processor, and 300 MB.
    expect(processorMs() - began).toBeLessThan(40_000);
    expect(most / 1e6).toBeLessThan(800);
    const file = join(folder, 'long.pdf');
    writeFileSync(file, bytes);
    const text = tool('pdftotext', file, '-');
    expect(text.split('\f').filter((page) => page.includes(MARK.line) && page.includes('列3'))).toHaveLength(
      pages,
    );
  });

  it('is not made, and leaves no thread behind, where its maker has left', async () => {
    const leaving = new AbortController();
    const made = makePdf(documentOf(BLOCKS), { signal: leaving.signal });
    leaving.abort();
    await expect(made).rejects.toMatchObject({ code: 'internal', details: { what: 'thread' } });
  });
});

describe('a PDF under a password', () => {
  it('is AES-256 of revision 6, for what is in it as for its strings', () => {
    const shown = tool('qpdf', '--show-encryption', `--password=${PASSWORD}`, locked);
    expect(shown).toContain('R = 6');
    expect(shown).toContain('stream encryption method: AESv3');
    expect(shown).toContain('string encryption method: AESv3');
  });

  it('opens with it, sound and whole, and it is not its owner’s', () => {
    const shown = tool('qpdf', '--check', `--password=${PASSWORD}`, locked);
    expect(shown).toContain('No syntax or stream encoding errors found');
    expect(shown).toContain('Supplied password is user password');
    expect(tool('pdftotext', '-upw', PASSWORD, locked, '-')).toBe(tool('pdftotext', plain, '-'));
    expect(tool('pdfinfo', '-upw', PASSWORD, locked)).toMatch(/^Tagged: +yes$/m);
  });

  it.each(['', 'wrong', PASSWORD.slice(0, -1), PASSWORD.toLowerCase()])(
    'opens to nobody with “%s”',
    (wrong) => {
      expect(() => tool('qpdf', '--check', `--password=${wrong}`, locked)).toThrow(/invalid password/);
      expect(() => tool('pdftotext', '-upw', wrong, locked, '-')).toThrow(/Incorrect password/);
    },
  );
});
