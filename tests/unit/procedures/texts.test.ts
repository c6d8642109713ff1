/** The stored form of a document, who counts as having signed it, and what differs between two of them. */
import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../contract/ids.ts';
import { MAX_DOCUMENT, MAX_TEXT } from '../../../contract/procedures/lists.ts';
import { type ProcedureBlock, blocksSchema } from '../../../contract/procedures/views.ts';
import { signOffsOf } from '../../../main/vault/procedures/sign-offs.ts';
import { procedureBlocks } from '../../../main/vault/procedures/procedure-pdf.ts';
import { decodeText, encodeText } from '../../../main/vault/procedures/procedure-text.ts';
import { type Line, compareLines, linesOf } from '../../../renderer/procedures/document-lines.ts';
import { blocksFrom, documentFrom, schemaWith } from '../../../renderer/procedures/editor-schema.ts';
import { fc, forAll } from '../../support/for-all.ts';

const line = (text: string): ProcedureBlock => ({ kind: 'paragraph', runs: [{ text }] });
const TEXT = { title: '制度', blocks: [line('第一条')], origin: null };

describe('a stored text', () => {
  it('is read back as it was written', () => {
    expect(decodeText(encodeText(TEXT))).toEqual(TEXT);
  });

  it.each([
    ['is no JSON', '{'],
    ['has a member that nobody knows', JSON.stringify({ ...TEXT, html: '<b>' })],
    [
      'has its members in another order',
      JSON.stringify({ blocks: TEXT.blocks, title: '制度', origin: null }),
    ],
    ['has a block of another kind', JSON.stringify({ ...TEXT, blocks: [{ kind: 'image', src: 'x' }] })],
    ['has no block', JSON.stringify({ ...TEXT, blocks: [] })],
    [
      'is longer than a document may be',
      JSON.stringify({ ...TEXT, blocks: Array.from({ length: 999 }, () => line('长'.repeat(900))) }),
    ],
  ])('is none where it %s', (_, stored) => {
    expect(decodeText(stored)).toBeNull();
  });

  it.each(['\u202e颠倒', '零\u200b宽', '两行\n', '', 'x'.repeat(MAX_TEXT + 1), '两  格'])(
    'takes no words like %j',
    (text) => {
      expect(blocksSchema.safeParse([line(text)]).success).toBe(false);
    },
  );

  it('is bounded as a whole', () => {
    const many = Array.from({ length: 900 }, () => line('x'.repeat(MAX_DOCUMENT / 900)));
    expect(blocksSchema.safeParse(many).success).toBe(false);
  });
});

describe('who has signed', () => {
  const [here, other] = ['a1'.repeat(8), 'b2'.repeat(8)] as [StaffId, StaffId];
  const at = Date.UTC(2026, 0, 31, 4);
  const version = { procedureId: 1, versionId: 7, number: 1, sha256: 'aa', at, by: here, why: '' } as const;
  const DAY_MS = 86_400_000;
  const stateAfter = (kind: 'undertaking' | 'management-system', days: number) =>
    signOffsOf(
      { ...version, kind },
      [{ versionId: 7, sha256: 'aa', at, by: here }],
      [here, other],
      at + days * DAY_MS,
    ).map(({ due, counts, againOn }) => [due, counts, againOn]);

  it('counts for good, or for a year, and is asked for again two weeks before that is over', () => {
    expect(stateAfter('management-system', 900)).toEqual([
      [false, true, null],
      [true, false, null],
    ]);
    const again = '2027-01-31';
    expect(stateAfter('undertaking', 350)[0]).toEqual([false, true, again]);
    expect(stateAfter('undertaking', 351)[0]).toEqual([true, true, again]);
    expect(stateAfter('undertaking', 365)[0]).toEqual([true, false, again]);
  });

  it('has not signed by having signed another text or another version', () => {
    const signed = (versionId: number, sha256: string) =>
      signOffsOf({ ...version, kind: 'undertaking' }, [{ versionId, sha256, at, by: here }], [here], at)[0];
    expect(signed(7, 'bb')?.due).toBe(true);
    expect(signed(6, 'aa')?.due).toBe(true);
    expect(signed(7, 'aa')?.due).toBe(false);
  });
});

describe('a document on paper', () => {
  const sheet = { ...TEXT, published: null, signatures: null };
  const words = (of: Parameters<typeof procedureBlocks>[0]): string => JSON.stringify(procedureBlocks(of));

  it('says of a draft that it is one, and leaves room for a gap', () => {
    const drafted = words({ ...sheet, blocks: [{ kind: 'paragraph', runs: [{ gap: 'company' }] }] });
    expect(drafted).toContain('制度（草稿）');
    expect(drafted).toContain('＿＿＿＿（公司全称）');
    expect(drafted).not.toContain('盖章');
  });

  it('has a box for the seal and everybody who signs, signed or not', () => {
    const given = words({
      ...sheet,
      published: { number: 3, at: '2026-11-28 09:07', by: '陈主管', sha256: 'ab' },
      signatures: [
        { name: '李前台', at: '2026-11-28 10:00' },
        { name: '王前台', at: null },
      ],
    });
    for (const said of ['盖章', '第 3 版', '李前台', '王前台', '未签']) expect(given).toContain(said);
    expect(given).not.toContain('草稿');
  });
});

describe('what differs', () => {
  const lines = (...texts: readonly string[]): readonly Line[] =>
    texts.map((text) => ({ look: 'text', text }));
  const said = (was: readonly Line[], is: readonly Line[]) =>
    compareLines(was, is).map(({ parts }) => parts.map((part) => `${part.is}:${part.text}`).join('|'));

  it('is said by lines, and by words within a line that was changed', () => {
    expect(
      said(
        lines('第一条 目的', '保存三年。', '附则'),
        lines('第一条 目的', '保存五年。', '新增一条', '附则'),
      ),
    ).toEqual([
      'same:第一条 目的',
      'same:保存|removed:三年|added:五年|same:。',
      'added:新增一条',
      'same:附则',
    ]);
  });

  it('is nothing between a text and itself, and loses no word of either', () => {
    const text = fc.array(fc.constantFrom('甲乙', '丙丁戊', '己庚', '辛', '壬癸一二'), { maxLength: 8 });
    forAll(text, text, (was, is) => {
      const compared = compareLines(lines(...was), lines(...is));
      const of = (gone: 'added' | 'removed') =>
        compared
          .map(({ parts }) => parts.map((part) => (part.is === gone ? '' : part.text)).join(''))
          .filter((one) => one !== '');
      expect(of('removed')).toEqual(is);
      expect(of('added')).toEqual(was);
    });
  });
});

describe('the editor', () => {
  const schema = schemaWith((fact) => fact);
  const BLOCKS = blocksSchema.parse([
    { kind: 'heading', level: 2, runs: [{ text: '一、收集' }] },
    { kind: 'paragraph', runs: [{ text: '岗位：', strong: true }, { gap: 'company' }, { text: ' 前台' }] },
    { kind: 'list', numbered: true, items: [[{ text: '出示告知书' }], [{ text: '登记' }]] },
    { kind: 'list', numbered: false, items: [[{ text: '不代签' }]] },
  ]);

  it('gives back what it was given', () => {
    expect(blocksFrom(documentFrom(schema, BLOCKS))).toEqual(BLOCKS);
  });

  it('gives nothing that the vault refuses, whatever is typed', () => {
    forAll(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (text) => {
      const blocks = blocksFrom(documentFrom(schema, [{ kind: 'paragraph', runs: [{ text }] }]));
      expect(blocks.length === 0 || blocksSchema.safeParse(blocks).success).toBe(true);
    });
  });

  it('leaves out lines with nothing in them', () => {
    const { doc, paragraph, heading } = schema.nodes;
    expect(blocksFrom(doc.create(null, [paragraph.create(), heading.create()]))).toEqual([]);
    expect(linesOf(BLOCKS, () => '空').map(({ text }) => text)).toContain('1. 出示告知书');
  });
});
