/**
 * Templates of documents, as data files: a head of `name: value` lines between two `---`, then text in lines. `#` and `##` begin headings, `1. ` and `- ` items of lists,
 * `**…**` is strong, `{{name}}` is what the company or the vault says of itself. A file can be replaced without a change of the program.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { gradeSchema } from '../../../contract/forms/schemas.ts';
import {
  MAX_TITLE,
  TEXT_FACTS,
  type TemplateKind,
  type TextFact,
  VAULT_FACTS,
  type VaultFact,
} from '../../../contract/procedures/lists.ts';
import {
  type Origin,
  type ProcedureBlock,
  type Run,
  blocksSchema,
  originSchema,
} from '../../../contract/procedures/views.ts';
import { readPlainFile } from '../../files/plain-file.ts';
import { AppError } from '../app-error.ts';
import { fromUtf8 } from '../crypto/bytes.ts';
import { lawFolder } from '../law/read-law.ts';

/** Values that a template is filled with; one that is missing stays a gap. */
export type Filling = Readonly<Record<VaultFact, string>> & Readonly<Partial<Record<TextFact, string>>>;

/** A template with its gaps, before anything is filled in. */
export interface Template {
  readonly title: string;
  readonly origin: Origin;
  readonly lines: readonly string[];
}

/** A file of this size is none of ours. */
const MAX_FILE_BYTES = 400_000;

/** Reads one from the folder of the law. Errors: `law-unreadable` {file} where it is missing, too long or no template. */
export function readTemplate(kind: TemplateKind, folder: string = lawFolder()): Template {
  const file = `${kind}.md`;
  try {
    const bytes = readPlainFile(join(folder, 'templates', file), MAX_FILE_BYTES);
    return parseTemplate((bytes === null ? null : fromUtf8(bytes)) ?? '');
  } catch (error) {
    throw new AppError('law-unreadable', { file }, { cause: error });
  }
}

const headSchema = z.strictObject({
  title: z.string().min(1).max(MAX_TITLE),
  version: z.string().min(1).max(20),
  source: z.string().min(1).max(300),
  sourceEn: z.string().min(1).max(300),
  grade: gradeSchema,
  checked: z.enum(['true', 'false']),
  cites: z.string(),
});

/** Errors: Error for text that is no template. */
export function parseTemplate(text: string): Template {
  const [before, head, ...body] = text.replaceAll('\r\n', '\n').split(/^---$/m);
  if (before !== '' || head === undefined || body.length !== 1)
    throw new Error('a template begins with its head');
  const { title, cites, checked, ...origin } = headSchema.parse(
    Object.fromEntries(
      head
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
    ),
  );
  return {
    title,
    origin: originSchema.parse({
      ...origin,
      checked: checked === 'true',
      cites: cites === '' ? [] : cites.split(';').map(citeOf),
    }),
    lines: (body[0] ?? '').split('\n').map((line) => line.trim()),
  };
}

function citeOf(text: string): unknown {
  const [law, article, grade] = text.trim().split(' ');
  return { law, article, grade };
}

/** The blocks of a template, filled. Errors: Error or ZodError for a line that says nothing that there is. */
export function fillTemplate({ lines }: Template, filling: Filling): readonly ProcedureBlock[] {
  const blocks: ProcedureBlock[] = [];
  let list: { readonly numbered: boolean; readonly items: Run[][] } | null = null;
  const endList = (): void => {
    if (list !== null) blocks.push({ kind: 'list', ...list });
    list = null;
  };
  for (const line of lines) {
    const item = /^(?<mark>\d+\.|-) (?<text>.+)$/.exec(line)?.groups;
    if (item !== undefined) {
      const numbered = item['mark'] !== '-';
      if (list === null || list.numbered !== numbered) {
        endList();
        list = { numbered, items: [] };
      }
      list.items.push(...itemsOf(item['text'] ?? '', filling));
      continue;
    }
    endList();
    if (line !== '') blocks.push(plainBlockOf(line, filling));
  }
  endList();
  return blocksSchema.parse(blocks);
}

/** One, or as many as there are lines in the fact that it is alone. */
function itemsOf(text: string, filling: Filling): readonly Run[][] {
  const name = /^\{\{(?<name>[A-Za-z]+)\}\}$/.exec(text)?.groups?.['name'];
  const lines = (filling as Readonly<Record<string, string | undefined>>)[name ?? '']?.split('\n') ?? [];
  return lines.length > 1 ? lines.map((line) => [{ text: line }]) : [runsOf(text, filling)];
}

function plainBlockOf(line: string, filling: Filling): ProcedureBlock {
  const heading = /^(?<marks>##?) (?<text>.+)$/.exec(line)?.groups;
  if (heading === undefined) return { kind: 'paragraph', runs: runsOf(line, filling) };
  const level = heading['marks'] === '#' ? 1 : 2;
  return { kind: 'heading', level, runs: runsOf(heading['text'] ?? '', filling) };
}

const PARTS = /\{\{(?<name>[A-Za-z]+)\}\}|\*\*(?<strong>[^*]+)\*\*/g;

function runsOf(text: string, filling: Filling): Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const found of text.matchAll(PARTS)) {
    if (found.index > from) runs.push({ text: text.slice(from, found.index) });
    const { name, strong } = found.groups ?? {};
    runs.push(name === undefined ? { text: strong ?? '', strong: true } : runOf(name, filling));
    from = found.index + found[0].length;
  }
  if (from < text.length) runs.push({ text: text.slice(from) });
  if (/\{\{|\*\*/.test(text.replaceAll(PARTS, '$<strong>'))) throw new Error(`no words: ${text}`);
  return joinRuns(runs);
}

function runOf(name: string, filling: Filling): Run {
  if ((VAULT_FACTS as readonly string[]).includes(name)) return { text: filling[name as VaultFact] };
  const fact = TEXT_FACTS.find((one) => one === name);
  if (fact === undefined) throw new Error(`nothing is called ${name}`);
  const value = filling[fact];
  return value === undefined ? { gap: fact } : { text: value };
}

/** Joins neighbouring runs of text with the same emphasis, so that a filled value becomes one with the words around it. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && 'text' in last && 'text' in run && last.strong === run.strong)
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}
