/** What the vault gives out without a password is PDF/A-3b, by veraPDF: the pack of a whole vault with its attachments and pictures, and every kind of block. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, PdfDocument } from '../../main/vault/pdf/document.ts';
import { makePdf } from '../../main/vault/pdf/make-pdf.ts';
import { PAPER_SIZES, type PaperSizeName } from '../../main/vault/pdf/paper-sizes.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { pickPack } from '../support/features/evidence.ts';
import { COMPUTER, fillVault } from '../support/full-vault.ts';
import { makePng } from '../support/pictures.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { PINS, createHarness } from '../support/vault-harness.ts';
import { findValidator, validate } from './verapdf.ts';

const BLOCKS: readonly Block[] = [
  { kind: 'heading', level: 1, text: '一份材料' },
  { kind: 'contents', title: '目录' },
  { kind: 'paragraph', text: '姓名用字：欧阳娜娜、䶮、㛃、𬭸；缺字：𠮷。', look: 'strong' },
  { kind: 'paragraph', text: 'In English.', language: 'en' },
  { kind: 'list', numbered: true, items: ['其一', '其二'] },
  { kind: 'facts', rows: [{ name: '事项', value: '内容' }] },
  { kind: 'table', caption: '表', columns: [{ title: '列', share: 1 }], rows: [['格']] },
  { kind: 'code', text: 'A1B2', beside: '旁注' },
  { kind: 'picture', bytes: makePng(32, 24), width: 32, height: 24, caption: '照片' },
  { kind: 'box', title: '盖章', width: 160, height: 110 },
];

/** What makes a file another one to the standard, byte for byte of the same length. */
const BROKEN: Readonly<Record<string, readonly [was: string, is: string, clause: string]>> = {
  'an attachment without its relationship': ['/AFRelationship', '/AFRelationshiq', '6.8-3'],
  'an attachment without its type': ['/Subtype /text#2Fcsv', '/Subtyqe /text#2Fcsv', '6.8-1'],
  'colours without their profile': ['/OutputIntents', '/OutputIntentz', '6.2.4.3-2'],
  'a face that is not embedded': ['/FontFile2', '/FontFilf2', '6.2.11.4.1-1'],
  'metadata of another part': ['<pdfaid:part>3', '<pdfaid:part>2', '6.6.4-2'],
};

const documentOn = (paper: PaperSizeName): PdfDocument => ({
  title: '“甲 & 乙” <一份>',
  language: 'zh-CN',
  paper,
  header: '测试花园 & 乙',
  mark: { line: '王晓 · 1 号电脑', code: 'A1B2-C3D4-E5F6' },
  madeAt: Date.UTC(2026, 10, 28, 1, 7),
  blocks: BLOCKS,
  attachments: [
    {
      name: '登记册.csv',
      media: 'text/csv',
      relationship: 'Data',
      description: '登记册',
      bytes: Buffer.from('编号\r\n'),
    },
  ],
});

let jar: string;
beforeAll(async () => {
  jar = await findValidator();
});

describe('a PDF without a password', () => {
  it('is PDF/A-3b as an inspection pack with its attachments and pictures', async () => {
    const clock = createFakeClock();
    const desk = await createHarness({ clock, computer: COMPUTER });
    await desk.setUp();
    await fillVault(desk, clock);
    const { path, fileId } = pickPack(desk);
    await desk.call('evidence.makePack', { fileId, pictures: true, pin: PINS.supervisor });
    const said = validate(jar, [path]);
    expect(said.slice(1)).toEqual([]);
    expect(said[0]).toMatch(/^pack\.pdf PDF\/A-3b validation profile: 146 rules, \d{6,} checks, compliant$/);
  });

  it('is PDF/A-3b with every kind of block, whatever its title, on every paper, and none with anything of it broken', async () => {
    const folder = makeTempDir();
    const paths: string[] = [];
    const write = (name: string, bytes: Uint8Array | string): void => {
      paths.push(join(folder, `${name}.pdf`));
      writeFileSync(join(folder, `${name}.pdf`), bytes, 'latin1');
    };
    const papers = Object.keys(PAPER_SIZES) as PaperSizeName[];
    for (const paper of papers) write(paper, (await makePdf(documentOn(paper))).bytes);
    const whole = readFileSync(join(folder, 'a4.pdf'), 'latin1');
    for (const [name, [was, is]] of Object.entries(BROKEN)) {
      expect(whole, name).toContain(was);
      write(name, whole.replaceAll(was, is));
    }
    const said = validate(jar, paths);
    const verdicts = said.filter((line) => !line.startsWith('  '));
    expect(verdicts.map((line) => line.endsWith(' checks, compliant'))).toEqual(
      paths.map((_, at) => at < papers.length),
    );
    for (const [name, [, , clause]] of Object.entries(BROKEN))
      expect(said[said.findIndex((line) => line.startsWith(`${name}.pdf `)) + 1], name).toContain(
        `  ${clause} at `,
      );
  });
});
