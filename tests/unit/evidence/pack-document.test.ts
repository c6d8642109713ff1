/** What a pack is made of, before it is laid out: nothing is left out of it, and nothing stands in it that a feature has not said. */
import { expect, it } from 'vitest';
import { DUTIES } from '../../../contract/evidence/lists.ts';
import { DUTY_POINTS } from '../../../contract/evidence/points.ts';
import { type PackFacts, packDocument } from '../../../main/vault/evidence/pack-document.ts';
import { standingOf } from '../../../main/vault/evidence/read-standing.ts';
import type { Origin } from '../../../contract/procedures/views.ts';
import { sourceBlock } from '../../../main/vault/law/source-blocks.ts';
import type { Block } from '../../../main/vault/pdf/document.ts';
import { originBlocks } from '../../../main/vault/procedures/procedure-pdf.ts';
import { COMPANY } from '../../support/features/company.ts';
import { DUTY_WORDS } from '../../../contract/vocabulary/evidence.ts';

const FACTS: PackFacts = {
  company: COMPANY,
  place: 'real',
  madeAt: Date.UTC(2026, 10, 28, 1, 7),
  supervisor: '主乙',
  mark: { name: '主乙', desk: 1, at: Date.UTC(2026, 10, 28, 1, 7), code: 'A1B2-C3D4' },
  head: { seq: 412, hash: new Uint8Array(32).fill(7) },
  fingerprint: '0011 2233',
  begunAt: Date.UTC(2026, 0, 5),
  evening: {
    isCompanyStated: false,
    hasResidents: true,
    itemsOpen: 0,
    originalsLeft: 0,
    pack: 'missing',
    idNumbers: { choice: null, holders: 400, without: 400 },
    officers: { information: '主乙', network: '' },
  },
  standing: standingOf(
    [
      { duty: 'policy', points: {}, at: null, dueOn: null, count: 3 },
      {
        duty: 'backups',
        points: { made: 'stale', tested: 'there' },
        at: null,
        dueOn: '2026-11-01',
        count: 9,
      },
    ],
    true,
  ),
  parts: [
    { duty: 'policy', blocks: [{ kind: 'heading', level: 1, text: '规则表' }] },
    { duty: 'backups', blocks: [{ kind: 'heading', level: 2, text: '演练' }] },
    { duty: 'incident-plan', blocks: [{ kind: 'paragraph', text: '草稿，未发布' }] },
  ],
  earlier: [],
};
const headingsOf = (blocks: readonly Block[], level: number): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === level ? [block.text] : []));
const saidIn = (blocks: readonly Block[]): string => JSON.stringify(blocks);

it('has a chapter for every duty, in their order, between its contents and the packs of before', () => {
  const chapters = DUTIES.map((duty, index) => `${index + 1}. ${DUTY_WORDS[duty][0]}`);
  expect(headingsOf(packDocument(FACTS).blocks, 1)).toEqual([
    '迎检材料',
    '摘要',
    '仍未解决和须说明的事项',
    'Summary in English',
    ...chapters,
    '以前制作的迎检材料',
    '附件',
  ]);
});

it('puts what a feature has under the heading of its duty, one level lower', () => {
  const { blocks } = packDocument(FACTS);
  expect(headingsOf(blocks, 2)).toEqual(['规则表']);
  expect(headingsOf(blocks, 3)).toEqual(['演练']);
});

it('says that something is missing also where there is a draft of it', () => {
  const said = saidIn(packDocument(FACTS).blocks);
  expect(said).toContain('缺：应急预案目前没有材料。');
  expect(said).toContain('草稿，未发布');
  expect(said).not.toContain('缺：脱敏规则');
});

it('names on its cover all that is missing, and nothing where nothing is', () => {
  const missing = DUTIES.filter((duty) => !['policy', 'backups'].includes(duty));
  expect(saidIn(packDocument(FACTS).blocks)).toContain(missing.map((duty) => DUTY_WORDS[duty][0]).join('、'));
  const whole = FACTS.standing.map((one) => ({ ...one, state: 'there' as const }));
  const ofWhole = saidIn(packDocument({ ...FACTS, standing: whole }).blocks);
  for (const words of ['缺少的材料', '尚未齐备', 'Not complete']) expect(ofWhole).not.toContain(words);
  expect(ofWhole).toContain('各项材料均已齐备');
});

it.each([
  ['stale', '需更新的材料', '尚未齐备，1 项未解决', 'Not complete · '],
  ['explained', '只有说明的材料', '齐备，其中 1 项是签名说明', 'Complete, in part by signed statement · '],
  ['missing', '缺少的材料', '尚未齐备，1 项未解决', 'Not complete · '],
] as const)('says on its cover which item is %s, and what it is without that', (state, words, zh, en) => {
  const standing = FACTS.standing.map((one) => ({
    ...one,
    state: one.duty === 'paper' ? state : ('there' as const),
  }));
  const said = saidIn(packDocument({ ...FACTS, standing }).blocks);
  expect(said).toContain(JSON.stringify({ name: words, value: DUTY_WORDS.paper[0] }));
  expect(said).toContain(`"${zh}`);
  expect(said).toContain(`"${en}`);
  expect(said).not.toContain('均已齐备');
});

it('says where things come from once, at the end, and once that they are to be compared', () => {
  const source = { at: null, version: '1', grade: 'I', checked: false } as const;
  const said = ['甲', '乙', '甲'].map((title) => sourceBlock({ ...source, title, titleEn: title }));
  const parts = said.map((block) => ({ duty: 'policy' as const, blocks: [block] }));
  const origin: Origin = { source: '丙', version: '1', grade: 'I', checked: false, cites: [] };
  const blocks = packDocument({
    ...FACTS,
    parts: [...parts, { duty: 'incident-plan', blocks: originBlocks(origin) }],
  }).blocks;
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === '资料来源');
  const count = (words: string, of: readonly Block[]): number => saidIn(of).split(words).length - 1;
  expect(count('使用前请与官方附件核对', blocks)).toBe(1);
  expect(count('来源：', blocks)).toBe(3);
  expect(count('来源：', blocks.slice(at))).toBe(3);
});

it('says on each page of a practice vault that it is none', () => {
  expect(packDocument(FACTS).header).toBe('无名物业服务有限公司 · 迎检材料');
  expect(packDocument({ ...FACTS, place: 'practice' }).header).toContain('演练用，不是正式文件');
});

/** Rows of the table of matters: title, state, what is said, who answers. */
function mattersOf(facts: PackFacts): readonly (readonly string[])[] {
  const { blocks } = packDocument(facts);
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text.startsWith('仍未解决'));
  const table = blocks.slice(at).find((block) => block.kind === 'table');
  return table?.kind === 'table' ? table.rows.map((row) => row.map(String)) : [];
}

it('says of each matter whether it is settled and who answers for it, and of two that no program can show it', () => {
  const settled = standingOf(
    DUTIES.map((duty) => ({
      duty,
      points: Object.fromEntries(DUTY_POINTS[duty].map((point) => [point, 'there'])),
      at: null,
      dueOn: null,
      count: null,
    })) as Parameters<typeof standingOf>[0],
    true,
  );
  const evening = {
    ...FACTS.evening,
    isCompanyStated: true,
    idNumbers: { choice: 'consent', holders: 400, without: 0 } as const,
  };
  const rowsOf = (rows: readonly (readonly string[])[]) => rows.map(([title, state]) => `${title} ${state}`);
  expect(rowsOf(mattersOf(FACTS))).toEqual([
    '开机密码、杀毒软件 未解决',
    '证件号码和须单独同意的资料 未解决',
    '投诉的立案、报告和告知 未解决',
    '服务商的合同和委托处理 未解决',
    '文书上的处理者 未解决',
    '制度全文 未解决',
    '以前的查看和外传 无法得知',
    '手机、微信里的副本 未解决',
  ]);
  expect(rowsOf(mattersOf({ ...FACTS, standing: settled, evening }))).toEqual([
    '开机密码、杀毒软件 已解决',
    '证件号码和须单独同意的资料 已解决',
    '投诉的立案、报告和告知 已解决',
    '服务商的合同和委托处理 已解决',
    '文书上的处理者 已解决',
    '制度全文 已解决',
    '以前的查看和外传 无法得知',
    '手机、微信里的副本 无法得知',
  ]);
  for (const idNumbers of [
    { choice: 'consent', holders: 400, without: 1 },
    { choice: null, holders: 1, without: 0 },
  ] as const)
    expect(mattersOf({ ...FACTS, standing: settled, evening: { ...evening, idNumbers } })[1]?.[1]).toBe(
      '未解决',
    );
  const said = mattersOf(FACTS).map((row) => row[2]);
  for (const [at, words] of [
    '杀毒软件（缺）',
    '持有 400 人，其中不应保存 400 人',
    '已告知个人，或写明不告知的理由（缺）',
    '服务商有合同或协议，且未到期（缺）',
    '公司信息未填全，文书不能定稿',
    '现行文本全文见附录',
    '没有记录可查',
    '系统看不到个人手机和聊天工具',
  ].entries())
    expect(said[at]).toContain(words);
  expect(mattersOf(FACTS).map((row) => row[3])).toEqual([
    '未任命',
    '主乙',
    '主乙',
    '未任命',
    '主乙',
    '主乙',
    '主乙',
    '主乙',
  ]);
});
