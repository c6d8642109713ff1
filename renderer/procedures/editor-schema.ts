/** The document as the editor has it: nothing but what the vault takes, so that whatever is pasted becomes one of its blocks. */
import { type Node as EditorNode, Schema } from 'prosemirror-model';
import { toOneLine } from '../../contract/one-line.ts';
import { type TextFact, MAX_TEXT } from '../../contract/procedures/lists.ts';
import type { ProcedureBlock, Run } from '../../contract/procedures/views.ts';

/** `gapWords`: what a gap is called on the screen. */
export const schemaWith = (gapWords: (fact: TextFact) => string) =>
  new Schema({
    nodes: {
      doc: { content: 'block+' },
      paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
      heading: {
        group: 'block',
        content: 'inline*',
        defining: true,
        attrs: { level: { default: 1 } },
        parseDOM: ['h1', 'h2', 'h3', 'h4'].map((tag) => ({ tag, attrs: { level: tag === 'h1' ? 1 : 2 } })),
        toDOM: ({ attrs }) => [attrs['level'] === 1 ? 'h3' : 'h4', 0],
      },
      numbers: { group: 'block', content: 'item+', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
      bullets: { group: 'block', content: 'item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
      item: { content: 'paragraph', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
      text: { group: 'inline' },
      gap: {
        group: 'inline',
        inline: true,
        atom: true,
        attrs: { fact: {} },
        // A gap is never made by pasting: it would say that something is known to be missing.
        toDOM: ({ attrs }) => ['span', { 'data-gap': '' }, gapWords(attrs['fact'] as TextFact)],
      },
    },
    marks: { strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] } },
  });
export type EditorSchema = ReturnType<typeof schemaWith>;

/** The editor's document of what is kept. */
export function documentFrom(schema: EditorSchema, blocks: readonly ProcedureBlock[]): EditorNode {
  const inline = (runs: readonly Run[]): EditorNode[] =>
    runs.map((run) =>
      'gap' in run
        ? schema.nodes.gap.create({ fact: run.gap })
        : schema.text(run.text, run.strong === true ? [schema.marks.strong.create()] : []),
    );
  const { doc, paragraph, heading, numbers, bullets, item } = schema.nodes;
  return doc.create(
    null,
    blocks.map((block) => {
      switch (block.kind) {
        case 'heading':
          return heading.create({ level: block.level }, inline(block.runs));
        case 'paragraph':
          return paragraph.create(null, inline(block.runs));
        case 'list':
          return (block.numbered ? numbers : bullets).create(
            null,
            block.items.map((runs) => item.create(null, paragraph.create(null, inline(runs)))),
          );
      }
    }),
  );
}

/** Returns the blocks of the editor's document; empty lines are left out. */
export function blocksFrom(document: EditorNode): ProcedureBlock[] {
  const blocks: ProcedureBlock[] = [];
  document.forEach((node) => {
    const block = blockFrom(node);
    if (block !== null) blocks.push(block);
  });
  return blocks;
}

function blockFrom(node: EditorNode): ProcedureBlock | null {
  const { name } = node.type;
  if (name === 'numbers' || name === 'bullets') {
    const items = node.children.map(runsFrom).filter((runs) => runs.length > 0);
    return items.length === 0 ? null : { kind: 'list', numbered: name === 'numbers', items };
  }
  const runs = runsFrom(node);
  if (runs.length === 0) return null;
  return name === 'heading'
    ? { kind: 'heading', level: node.attrs['level'] === 1 ? 1 : 2, runs }
    : { kind: 'paragraph', runs };
}

function runsFrom(node: EditorNode): Run[] {
  const runs: Run[] = [];
  node.descendants((part) => {
    if (part.type.name === 'gap') runs.push({ gap: part.attrs['fact'] as TextFact });
    const strong = part.marks.length > 0;
    for (const text of piecesOf(part.text ?? '')) runs.push(strong ? { text, strong } : { text });
  });
  return runs.some((run) => 'gap' in run || run.text.trim() !== '') ? runs : [];
}

/** As the vault takes it: visible characters of one line, in pieces that are not too long. */
function piecesOf(text: string): readonly string[] {
  const line = toOneLine(`.${text}.`).slice(1, -1);
  const pieces: string[] = [];
  for (let at = 0; at < line.length; at += MAX_TEXT) pieces.push(line.slice(at, at + MAX_TEXT));
  return pieces;
}
