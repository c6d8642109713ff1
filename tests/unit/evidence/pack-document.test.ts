/** What a pack is made of, before it is laid out: nothing is left out of it, and nothing stands in it that a feature has not said. */
import { expect, it } from 'vitest';
import { DUTIES } from '../../../contract/evidence/lists.ts';
import { type PackFacts, packDocument } from '../../../main/vault/evidence/pack-document.ts';
import { standingOf } from '../../../main/vault/evidence/read-standing.ts';
import type { Block } from '../../../main/vault/pdf/document.ts';
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
    '尚需说明的事项',
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
  expect(saidIn(packDocument({ ...FACTS, standing: whole }).blocks)).not.toContain('缺少的材料');
});

it('says on each page of a practice vault that it is none', () => {
  expect(packDocument(FACTS).header).toBe('无名物业服务有限公司 · 迎检材料');
  expect(packDocument({ ...FACTS, place: 'practice' }).header).toContain('演练用，不是正式文件');
});
