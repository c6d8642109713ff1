/** Questions that are made from a company's own procedures: each has one right answer, and nothing that would be right as well. */
import { describe, expect, it } from 'vitest';
import { TEXT_FACTS, VAULT_FACTS } from '../../../contract/procedures/lists.ts';
import type { ProcedureBlock } from '../../../contract/procedures/views.ts';
import { bothSchema } from '../../../contract/training/routes.ts';
import { type Filling, fillTemplate, readTemplate } from '../../../main/vault/procedures/templates.ts';
import { questionsFrom } from '../../../main/vault/training/procedure-questions.ts';
import { fc, forAllIn } from '../../support/for-all.ts';

const heading = (text: string): ProcedureBlock => ({ kind: 'heading', level: 1, runs: [{ text }] });
const part = (name: string, text: string): ProcedureBlock => ({
  kind: 'paragraph',
  runs: [{ text: `${name}：`, strong: true }, { text: ` ${text}` }],
});
const steps = (...items: readonly string[]): readonly ProcedureBlock[] => [
  { kind: 'paragraph', runs: [{ text: '步骤：', strong: true }] },
  { kind: 'list', numbered: true, items: items.map((text) => [{ text }]) },
];

const REPAIR: readonly ProcedureBlock[] = [
  heading('一、报修与投诉'),
  part('岗位', '前台。'),
  ...steps('问清房号和姓氏，找到房屋；', '需要回访的，核对来电号码；', '派单只写房号和事项；'),
  part('审批人', '不需要。'),
  part('记录', '业务登记、派单。'),
  part('禁止事项', '派单不写全名和证件号；投诉人的身份不告诉被投诉人。'),
];
const PARKING: readonly ProcedureBlock[] = [
  heading('二、停车与车位'),
  part('岗位', '前台。'),
  ...steps('核实车主身份；', '登记车牌和车位；', '在停车系统中开通；'),
  part('审批人', '变更车位归属由主管审批。'),
  part('记录', '车辆登记、核实记录。'),
  part('禁止事项', '不得提供通行记录。'),
];
const HANDOVER: readonly ProcedureBlock[] = [
  heading('三、交房'),
  part('岗位', '主管。'),
  ...steps('核对业主本人证件；', '逐项核对档案；', '移交钥匙；'),
  part('审批人', '个人信息保护负责人。'),
  part('记录', '交接单。'),
  part('禁止事项', '不得复印、拍摄证件。'),
];
const DOCUMENT = { title: '前台业务操作规程', blocks: [...REPAIR, ...PARKING, ...HANDOVER] };
const find = (words: string) => {
  const found = questionsFrom(DOCUMENT, 'receptionist').find((one) => one.words.zh.includes(words));
  return { right: found?.options[found.right]?.zh, options: found?.options.map(({ zh }) => zh) ?? [] };
};

describe('questions from a procedure', () => {
  it('ask what is forbidden, among steps that somebody is told to take', () => {
    const { right, options } = find('报修与投诉”时，下面哪一项是禁止的');
    expect(right).toBe('派单不写全名和证件号');
    const allowed = [REPAIR, PARKING, HANDOVER].flatMap((section) =>
      section.flatMap((block) =>
        block.kind === 'list'
          ? block.items.map((runs) =>
              runs
                .map((run) => ('text' in run ? run.text : ''))
                .join('')
                .replace(/；$/, ''),
            )
          : [],
      ),
    );
    for (const option of options.filter((one) => one !== right)) expect(allowed).toContain(option);
  });

  it('ask who approves, and for the first step', () => {
    expect(find('停车与车位”时，由谁审批').right).toBe('变更车位归属由主管审批');
    const { right, options } = find('停车与车位”时，第一步');
    expect(right).toBe('核实车主身份');
    expect(options).toHaveLength(3);
  });

  it('leave out an option that says the same in other words', () => {
    const blocks = [
      ...REPAIR,
      ...PARKING,
      ...HANDOVER,
      heading('四、其他'),
      part('岗位', '前台。'),
      part('审批人', '主管审批。'),
    ];
    const asked = questionsFrom({ ...DOCUMENT, blocks }, 'receptionist').find(({ words }) =>
      words.zh.includes('其他”时，由谁审批'),
    );
    expect(asked?.options.map(({ zh }) => zh)).not.toContain('变更车位归属由主管审批');
  });

  it('are for whom the section is', () => {
    const titles = (role: 'receptionist' | 'supervisor' | 'admin') =>
      new Set(questionsFrom(DOCUMENT, role).flatMap(({ words }) => /“(.+?)”/.exec(words.zh)?.[1] ?? []));
    expect(titles('receptionist')).toEqual(new Set(['报修与投诉', '停车与车位']));
    expect(titles('supervisor')).toEqual(new Set(['交房']));
    expect(titles('admin').size).toBe(0);
  });

  it('are the same of the same text, name their document, and have one right option among others', () => {
    const asked = questionsFrom(DOCUMENT, 'receptionist');
    expect(questionsFrom(DOCUMENT, 'receptionist')).toEqual(asked);
    expect(asked.length).toBeGreaterThan(4);
    for (const { options, right, procedure, words, why } of asked) {
      expect(procedure).toBe(DOCUMENT.title);
      expect(new Set(options.map(({ zh }) => zh)).size).toBe(options.length);
      expect(options.length).toBeGreaterThanOrEqual(3);
      expect(options[right]).toBeDefined();
      for (const one of [words, why, ...options]) expect(bothSchema.safeParse(one).success).toBe(true);
    }
  });

  it('are none of a text without sections, or of a section that says too little', () => {
    expect(
      questionsFrom(
        { title: 'x', blocks: [{ kind: 'paragraph', runs: [{ text: '不得外传。' }] }] },
        'receptionist',
      ),
    ).toEqual([]);
    expect(
      questionsFrom(
        { title: 'x', blocks: [heading('一、收集'), part('禁止事项', '不得多收。')] },
        'receptionist',
      ),
    ).toEqual([]);
  });

  it('never break the contract, whatever a company writes', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    const block = fc.oneof(
      texts.map(heading),
      fc
        .tuple(fc.constantFrom('岗位', '审批人', '记录', '禁止事项', '步骤'), texts)
        .map(([name, text]) => part(name, text)),
      fc.array(texts, { minLength: 1, maxLength: 5 }).map((items) => steps(...items)[1] as ProcedureBlock),
    );
    forAllIn(60, fc.array(block, { maxLength: 30 }), (blocks) => {
      for (const { options, right, words } of questionsFrom({ title: 'x', blocks }, 'receptionist')) {
        expect(options[right]).toBeDefined();
        expect(new Set(options.map(({ zh }) => zh)).size).toBe(options.length);
        expect(bothSchema.safeParse(words).success).toBe(true);
      }
    });
  });
});

describe('the templates that the product brings', () => {
  const filling = Object.fromEntries(
    [...TEXT_FACTS, ...VAULT_FACTS].map((fact) => [fact, '某某']),
  ) as unknown as Filling;
  it.each([
    ['counter-procedures', 'receptionist', 20],
    ['counter-procedures', 'supervisor', 5],
    ['data-procedures', 'receptionist', 5],
    ['data-procedures', 'supervisor', 10],
    ['data-procedures', 'admin', 2],
  ] as const)('%s has enough to ask of a %s', (kind, role, fewest) => {
    const template = readTemplate(kind);
    const asked = questionsFrom({ title: template.title, blocks: fillTemplate(template, filling) }, role);
    expect(asked.length).toBeGreaterThanOrEqual(fewest);
  });
});
