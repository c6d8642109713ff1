/** Gaps of a document: what the company has yet to say. Pure. */
import { TEXT_FACTS, type TextFact } from '../../../contract/procedures/lists.ts';
import type { ProcedureBlock, Run } from '../../../contract/procedures/views.ts';
import { joinRuns } from './templates.ts';

const runsIn = (block: ProcedureBlock): readonly (readonly Run[])[] =>
  block.kind === 'list' ? block.items : [block.runs];

/** Facts for which a document has gaps, in the order of the form. */
export function gapsOf(blocks: readonly ProcedureBlock[]): readonly TextFact[] {
  const found = new Set(
    blocks.flatMap((block) =>
      runsIn(block).flatMap((runs) => runs.flatMap((run) => ('gap' in run ? run.gap : []))),
    ),
  );
  return TEXT_FACTS.filter((fact) => found.has(fact));
}

/** The same document with the gaps closed for which there is something to say. */
export function fillGaps(
  blocks: readonly ProcedureBlock[],
  words: Readonly<Partial<Record<TextFact, string>>>,
): ProcedureBlock[] {
  const fill = (runs: readonly Run[]): Run[] =>
    joinRuns(
      runs.map((run) => {
        const text = 'gap' in run ? words[run.gap]?.replaceAll('\n', '') : undefined;
        return text === undefined ? run : { text };
      }),
    );
  return blocks.map((block) =>
    block.kind === 'list' ? { ...block, items: block.items.map(fill) } : { ...block, runs: fill(block.runs) },
  );
}
