/** What a document lacks of its template: nothing as it is filled, whatever is reworded or numbered anew, and whatever was cut by name. */
import { describe, expect, it } from 'vitest';
import { TEMPLATE_KINDS, TEXT_FACTS } from '../../../contract/procedures/lists.ts';
import type { ProcedureBlock, Run } from '../../../contract/procedures/views.ts';
import { lackedOf, removedFrom } from '../../../main/vault/procedures/removed.ts';
import { fillTemplate, readTemplate } from '../../../main/vault/procedures/templates.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const KNOWN = { idle: '2 分钟', session: '12 小时', revealsHour: '14 项', revealsDay: '36 项' };
const SAID = Object.fromEntries(TEXT_FACTS.map((fact) => [fact, `《${fact}》`]));
const headingOf = (block: ProcedureBlock): string | null =>
  block.kind === 'heading' ? block.runs.map((run) => ('text' in run ? run.text : '')).join('') : null;
const worded = (text: string): Run[] => [{ text }];

describe.each(TEMPLATE_KINDS)('a document from the template of %s', (kind) => {
  const template = readTemplate(kind);
  const whole = fillTemplate(template, { ...KNOWN, ...SAID });
  const headings = whole.flatMap((block) => headingOf(block) ?? []);

  it('lacks nothing as it is filled, with gaps or without', () => {
    expect(lackedOf(template, whole)).toEqual([]);
    expect(lackedOf(template, fillTemplate(template, KNOWN))).toEqual([]);
  });

  it('lacks every section once it is cut to one paragraph', () => {
    const cut = lackedOf(template, [{ kind: 'paragraph', runs: worded('本公司遵守个人信息保护法。') }]);
    expect(cut).toEqual(expect.arrayContaining(headings));
    expect(cut.length).toBeGreaterThan(0);
  });

  it('lacks the one from which any line was taken, and says which', () => {
    for (const [at, block] of whole.entries()) {
      if (block.kind === 'heading') continue;
      const items = block.kind === 'list' ? block.items : [block.runs];
      for (const [item] of items.entries()) {
        const left = items.toSpliced(item, 1);
        const rest: ProcedureBlock[] =
          left.length === 0 ? [] : [{ kind: 'list', numbered: false, items: left }];
        const own = whole.slice(0, at).findLast((one) => one.kind === 'heading');
        expect(lackedOf(template, whole.toSpliced(at, 1, ...rest))).toEqual([
          own === undefined ? '正文' : headingOf(own),
        ]);
      }
    }
  });

  it('lacks those that say less than half, and none that is reworded', () => {
    const change = (words: (text: string) => string) =>
      whole.map((block): ProcedureBlock => {
        const said = (runs: readonly Run[]) =>
          worded(words(runs.map((run) => ('text' in run ? run.text : '')).join('')));
        if (block.kind === 'heading') return block;
        return block.kind === 'list'
          ? { ...block, items: block.items.map(said) }
          : { ...block, runs: said(block.runs) };
      });
    expect(
      lackedOf(
        template,
        change((text) => `改${text.slice(1)}`),
      ),
    ).toEqual([]);
    expect(
      lackedOf(
        template,
        change(() => '略'),
      ),
    ).not.toEqual([]);
  });
});

it('lacks a section that is gone, and not those after it, whose numbers have changed', () => {
  const template = readTemplate('network-officer');
  const blocks = fillTemplate(template, { ...KNOWN, ...SAID });
  const from = blocks.findIndex((block) => headingOf(block) === '二、权限与保障');
  const to = blocks.findIndex((block) => headingOf(block) === '三、期限');
  const renumbered = blocks
    .toSpliced(from, to - from)
    .map((block) => (headingOf(block) === '三、期限' ? { ...block, runs: worded('二、期限') } : block));
  expect(lackedOf(template, renumbered as ProcedureBlock[])).toEqual(['二、权限与保障']);
});

it('cannot be told without the template, and of a document of the company’s own there is none', () => {
  expect(removedFrom('undertaking', [], makeTempDir())).toBeNull();
  expect(removedFrom('own', [], makeTempDir())).toEqual([]);
});
