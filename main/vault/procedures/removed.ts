/** Sections of its template that a document lacks or has cut short: what is in force has to say what the template of its kind does, in whatever words. */
import { type ProcedureKind, TEMPLATE_KINDS } from '../../../contract/procedures/lists.ts';
import type { ProcedureBlock, Run } from '../../../contract/procedures/views.ts';
import { isUnreadable } from '../law/read-law.ts';
import { type Template, readTemplate } from './templates.ts';

/** How a document's text before its first heading is called. */
const BEFORE_HEADINGS = '正文';

/** A section: its heading as it reads, how many lines it has, and how many characters they have together. */
interface Section {
  readonly name: string;
  lines: number;
  length: number;
}
/** By its heading without its number, which changes when a section before it goes. */
type Sections = Map<string, Section>;

/**
 * Of a text, against the template of its kind: sections that are gone, that have fewer lines, or less than half of the words. Null where the template cannot be
 * read, so that nobody can tell; nothing of a document that has none.
 */
export function removedFrom(
  kind: ProcedureKind,
  blocks: readonly ProcedureBlock[],
  folder: string,
): readonly string[] | null {
  const ofTemplate = TEMPLATE_KINDS.find((one) => one === kind);
  if (ofTemplate === undefined) return [];
  try {
    return lackedOf(readTemplate(ofTemplate, folder), blocks);
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  }
}

/** The same, of a template that was read. Pure. */
export function lackedOf(template: Template, blocks: readonly ProcedureBlock[]): readonly string[] {
  const found = sectionsOf(blocks.flatMap(linesOfBlock));
  return [...sectionsOf(template.lines.flatMap(lineOfTemplate))].flatMap(([key, wanted]) => {
    const has = found.get(key);
    const isWhole = has !== undefined && has.lines >= wanted.lines && has.length * 2 >= wanted.length;
    return isWhole ? [] : [wanted.name];
  });
}

interface Line {
  readonly isHeading: boolean;
  readonly text: string;
}

const lineOfTemplate = (line: string): readonly Line[] => {
  const text = line.replaceAll(/\{\{[A-Za-z]+\}\}|\*\*/g, '');
  const heading = /^##? (?<text>.+)$/.exec(text)?.groups?.['text'];
  if (heading !== undefined) return [{ isHeading: true, text: heading }];
  return line === '' ? [] : [{ isHeading: false, text: text.replace(/^(?:\d+\.|-) /, '') }];
};

const textOf = (runs: readonly Run[]): string => runs.map((run) => ('text' in run ? run.text : '')).join('');

const linesOfBlock = (block: ProcedureBlock): readonly Line[] =>
  block.kind === 'list'
    ? block.items.map((runs) => ({ isHeading: false, text: textOf(runs) }))
    : [{ isHeading: block.kind === 'heading', text: textOf(block.runs) }];

function sectionsOf(lines: readonly Line[]): Sections {
  const sections: Sections = new Map();
  let current: Section | null = null;
  for (const { isHeading, text } of lines) {
    if (isHeading || current === null) current = sectionIn(sections, isHeading ? text : BEFORE_HEADINGS);
    if (isHeading) continue;
    current.lines += 1;
    current.length += text.replaceAll(/\s/gu, '').length;
  }
  return sections;
}

function sectionIn(sections: Sections, name: string): Section {
  const key = name.replaceAll(/\s/gu, '').replace(/^第?[一二三四五六七八九十百\d]+[章节条、.．]/u, '');
  const section = sections.get(key) ?? { name, lines: 0, length: 0 };
  sections.set(key, section);
  return section;
}
