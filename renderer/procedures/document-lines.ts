/** A document as lines, and what differs between two of them: by lines first, then by words within a line that was changed. Pure. */
import type { TextFact } from '../../contract/procedures/lists.ts';
import type { ProcedureBlock, Run } from '../../contract/procedures/views.ts';

/** A line: a heading, a paragraph, or an item of a list. */
export interface Line {
  readonly look: 'heading' | 'subheading' | 'text' | 'item';
  readonly text: string;
}

/** A part of a line, and whether it is in both texts. */
export interface Part {
  readonly is: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A line of a comparison. */
export interface ComparedLine {
  readonly look: Line['look'];
  readonly parts: readonly Part[];
}

/** `gapWords`: what a gap is called. */
export function linesOf(
  blocks: readonly ProcedureBlock[],
  gapWords: (fact: TextFact) => string,
): readonly Line[] {
  const textOf = (runs: readonly Run[]): string =>
    runs.map((run) => ('gap' in run ? gapWords(run.gap) : run.text)).join('');
  return blocks.flatMap((block): readonly Line[] => {
    switch (block.kind) {
      case 'heading':
        return [{ look: block.level === 1 ? 'heading' : 'subheading', text: textOf(block.runs) }];
      case 'paragraph':
        return [{ look: 'text', text: textOf(block.runs) }];
      case 'list':
        return block.items.map((item, at) => ({
          look: 'item',
          text: `${block.numbered ? `${at + 1}. ` : '· '}${textOf(item)}`,
        }));
    }
  });
}

/** Step of a comparison of two texts: whether one element was kept, added or removed. */
type Step<T> = { readonly is: Part['is']; readonly one: T };

/** Above this many comparisons the middle of a text counts as replaced: nobody reads so long a difference. */
const MAX_COMPARISONS = 4_000_000;

/** The shortest way from one sequence to the other (longest common subsequence), what is removed before what is added. */
function steps<T>(was: readonly T[], is: readonly T[], keyOf: (one: T) => string): readonly Step<T>[] {
  const a = was.map(keyOf);
  const b = is.map(keyOf);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const all = (list: readonly T[], said: Part['is']): readonly Step<T>[] =>
    list.map((one) => ({ is: said, one }));
  const head = all(is.slice(0, start), 'same');
  const tail = all(is.slice(is.length - end), 'same');
  const from = was.slice(start, was.length - end);
  const to = is.slice(start, is.length - end);
  const middle =
    from.length * to.length > MAX_COMPARISONS
      ? [...all(from, 'removed'), ...all(to, 'added')]
      : commonSteps(from, to, keyOf);
  return [...head, ...middle, ...tail];
}

function commonSteps<T>(was: readonly T[], is: readonly T[], keyOf: (one: T) => string): readonly Step<T>[] {
  const width = is.length + 1;
  const a = was.map(keyOf);
  const b = is.map(keyOf);
  const longest = new Uint32Array((was.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = was.length - 1; i >= 0; i -= 1)
    for (let j = is.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: Step<T>[] = [];
  let i = 0;
  let j = 0;
  while (i < was.length || j < is.length) {
    const from = was[i];
    const to = is[j];
    if (from !== undefined && to !== undefined && a[i] === b[j]) {
      found.push({ is: 'same', one: to });
      i += 1;
      j += 1;
    } else if (from !== undefined && (to === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ is: 'removed', one: from });
      i += 1;
    } else if (to !== undefined) {
      found.push({ is: 'added', one: to });
      j += 1;
    }
  }
  return found;
}

/** A line that keeps less of its words than this was replaced, not changed. */
const MIN_KEPT = 0.4;

/** The second text, with what the first had instead. */
export function compareLines(was: readonly Line[], is: readonly Line[]): readonly ComparedLine[] {
  const found: ComparedLine[] = [];
  let removed: Line[] = [];
  let added: Line[] = [];
  const flush = (): void => {
    found.push(...compareReplaced(removed, added));
    removed = [];
    added = [];
  };
  for (const { is: said, one } of steps(was, is, ({ look, text }) => `${look}:${text}`)) {
    if (said === 'removed') removed.push(one);
    else if (said === 'added') added.push(one);
    else {
      flush();
      found.push({ look: one.look, parts: [{ is: 'same', text: one.text }] });
    }
  }
  flush();
  return found;
}

/** Lines that stand in each other's place, in order. */
function compareReplaced(removed: readonly Line[], added: readonly Line[]): readonly ComparedLine[] {
  const found: ComparedLine[] = [];
  for (let at = 0; at < Math.max(removed.length, added.length); at += 1) {
    const from = removed[at];
    const to = added[at];
    const parts = from === undefined || to === undefined ? null : compareWords(from.text, to.text);
    if (to !== undefined && parts !== null && keptOf(parts) >= MIN_KEPT) {
      found.push({ look: to.look, parts });
      continue;
    }
    if (from !== undefined) found.push({ look: from.look, parts: [{ is: 'removed', text: from.text }] });
    if (to !== undefined) found.push({ look: to.look, parts: [{ is: 'added', text: to.text }] });
  }
  return found;
}

function keptOf(parts: readonly Part[]): number {
  const lengthOf = (said: Part['is']): number =>
    parts.reduce((sum, { is, text }) => (is === said ? sum + text.length : sum), 0);
  const kept = 2 * lengthOf('same');
  return kept / Math.max(1, kept + lengthOf('added') + lengthOf('removed'));
}

const SEGMENTER = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const wordsOf = (text: string): readonly string[] =>
  Array.from(SEGMENTER.segment(text), ({ segment }) => segment);

function compareWords(was: string, is: string): readonly Part[] {
  const parts: Part[] = [];
  for (const { is: said, one } of steps(wordsOf(was), wordsOf(is), (word) => word)) {
    const last = parts.at(-1);
    if (last?.is === said) parts[parts.length - 1] = { is: said, text: last.text + one };
    else parts.push({ is: said, text: one });
  }
  return parts;
}
