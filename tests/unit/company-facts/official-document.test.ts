/** Whose a paper is: the company by its legal name on every layout and in both languages, and a draft that says so while any fact is missing. */
import { expect, it } from 'vitest';
import { IDENTITY_FACTS } from '../../../contract/company/lists.ts';
import type { PrintLayout } from '../../../contract/print/lists.ts';
import { FACT_WORDS } from '../../../contract/vocabulary/procedures.ts';
import { officialDocument, sealBox } from '../../../main/vault/company-facts/official-document.ts';
import { LAYOUTS } from '../../../main/vault/print/layouts.ts';
import { printDocument } from '../../../main/vault/print/print-document.ts';
import { COMPANY, FACTS } from '../../support/features/company.ts';

const AT = Date.UTC(2026, 4, 16, 9);
const MARK = { name: '主管甲', desk: 1, at: AT, code: null };
const paperOf = (company: typeof COMPANY) => {
  const facts = { company, place: 'real', madeAt: AT, mark: MARK } as const;
  return officialDocument(facts, '测试文书', [sealBox(facts)]);
};
const printOf = (layout: PrintLayout, language: 'zh-CN' | 'en', company: typeof COMPANY) =>
  printDocument(
    {
      layout,
      language,
      paper: 'a4',
      company,
      place: 'real',
      mark: MARK,
      copies: 1,
      dueOn: '2026-06-01',
      approval: null,
      content: [],
    },
    1,
    null,
  );

it('names the company over each page and at the seal, on every layout and in both languages', () => {
  expect(paperOf(COMPANY).header).toBe(`${FACTS.company} · 测试文书`);
  expect(JSON.stringify(paperOf(COMPANY).blocks)).toContain(`${FACTS.company}（盖${FACTS.seal}）`);
  for (const layout of Object.keys(LAYOUTS) as PrintLayout[])
    for (const language of ['zh-CN', 'en'] as const) {
      const { header, blocks } = printOf(layout, language, COMPANY);
      expect(header).toMatch(new RegExp(`^${FACTS.company} · `));
      expect(blocks.some((block) => block.kind === 'box' && block.title.includes(FACTS.company))).toBe(
        LAYOUTS[layout].seal,
      );
    }
});

it.each(IDENTITY_FACTS)(
  'is a draft without a place for a seal while %s is missing, and says which',
  (fact) => {
    const company = { facts: { ...FACTS, [fact]: '' }, missing: [fact] };
    const { header, blocks } = paperOf(company);
    expect(header).toMatch(/^草稿 · /);
    expect(JSON.stringify(blocks)).toContain(`草稿：缺少${FACT_WORDS[fact][0]}。`);
    expect(JSON.stringify(blocks)).not.toContain(`（盖`);
    const print = printOf('record', 'zh-CN', company);
    expect(print.header).toMatch(/^草稿/);
    expect(JSON.stringify(print.blocks)).toContain('草稿，不得盖章');
  },
);
