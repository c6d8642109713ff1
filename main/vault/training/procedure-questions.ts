/**
 * Questions made from what a company has published: a section of a procedure says its post, steps, approver, records and what is forbidden, and each
 * of these can be asked for. What would be right as well is no option, and a section that does not say enough makes no question. Pure.
 */
import type { Role } from '../../../contract/fields.ts';
import type { ProcedureBlock, Run } from '../../../contract/procedures/views.ts';
import { MAX_OPTIONS, MAX_QUESTION } from '../../../contract/training/lists.ts';
import type { Both } from '../../../contract/training/routes.ts';
import { createDie, shuffle } from './draw.ts';
import { type Question, inChinese } from './question.ts';
import { ROLE_WORDS } from '../../../contract/vocabulary/staff.ts';

/** The parts of a published document that questions are made from. */
interface AskedDocument {
  readonly title: string;
  readonly blocks: readonly ProcedureBlock[];
}

interface Section {
  readonly title: string;
  readonly post: string;
  readonly approver: string;
  readonly records: string;
  readonly steps: readonly string[];
  readonly forbidden: readonly string[];
}

/** How a section names its parts. */
const PARTS = {
  岗位: 'post',
  审批人: 'approver',
  记录: 'records',
  禁止事项: 'forbidden',
  步骤: 'steps',
} as const;
const PART = /^(岗位|审批人|记录|禁止事项|步骤)[:：](.*)$/u;
const MIN_OPTIONS = 3;
/** Too short to be told from another. */
const MIN_CHARACTERS = 4;

/** The questions that a document answers for a role, always the same of the same text. */
export function questionsFrom({ title, blocks }: AskedDocument, role: Role): readonly Question[] {
  const sections = sectionsOf(blocks);
  const [roleWord] = ROLE_WORDS[role];
  return sections
    .filter(({ post }) => post === '' || post.includes(roleWord))
    .flatMap((section) => {
      const others = sections.filter((one) => one !== section);
      return [
        askForbidden(section, others),
        askFirstStep(section),
        askPart(section, others, 'approver'),
        askPart(section, others, 'records'),
      ].flatMap((asked) => (asked === null ? [] : [{ ...asked, procedure: title }]));
    });
}

/** Question for a forbidden step of a section. Every wrong option is a step that the document prescribes. */
function askForbidden(section: Section, others: readonly Section[]): Asked | null {
  const right = section.forbidden[0];
  const wrong = [...section.steps, ...others.flatMap(({ steps }) => steps)];
  return ask(
    section,
    wordsFor(section, '下面哪一项是禁止的？', 'which of these is forbidden?'),
    right,
    wrong,
    {
      zh: `禁止事项：${section.forbidden.join('；')}。`,
      en: `Forbidden: ${section.forbidden.join('；')}。`,
    },
  );
}

function askFirstStep(section: Section): Asked | null {
  const [first, ...later] = section.steps;
  return ask(section, wordsFor(section, '第一步是什么？', 'what is the first step?'), first, later, {
    zh: `第一步：${first ?? ''}。`,
    en: `First: ${first ?? ''}。`,
  });
}

const PART_WORDS = {
  approver: { zh: '由谁审批？', en: 'who approves?', why: { zh: '审批人', en: 'Approved by' } },
  records: { zh: '办完要留下哪些记录？', en: 'what is recorded?', why: { zh: '记录', en: 'Recorded' } },
} as const;

function askPart(section: Section, others: readonly Section[], part: keyof typeof PART_WORDS): Asked | null {
  const { zh, en, why } = PART_WORDS[part];
  const right = section[part];
  // What says the same in more or fewer words would be right as well.
  const wrong = others
    .map((one) => one[part])
    .filter((text) => !text.includes(right) && !right.includes(text));
  return ask(section, wordsFor(section, zh, en), right, wrong, {
    zh: `${why.zh}：${right}。`,
    en: `${why.en}: ${right}。`,
  });
}

type Asked = Omit<Question, 'procedure'>;

const wordsFor = ({ title }: Section, zh: string, en: string): Both => ({
  zh: `办理“${title}”时，${zh}`,
  en: `“${title}”: ${en}`,
});

/** Null where there is no answer, or too little that is wrong. Which of the wrong ones are options follows from the question itself. */
function ask(
  { title }: Section,
  words: Both,
  right: string | undefined,
  wrong: readonly string[],
  why: Both,
): Asked | null {
  const others = [...new Set(wrong)].filter((text) => text !== right && isAnswer(text));
  if (right === undefined || !isAnswer(right) || others.length < MIN_OPTIONS - 1) return null;
  const options = [right, ...shuffle(others, createDie(`${title} ${words.zh}`)).slice(0, MAX_OPTIONS - 1)];
  if ([words.zh, words.en, why.zh, why.en].some((text) => text.length > MAX_QUESTION)) return null;
  return { words, options: options.map(inChinese), right: 0, why };
}

const isAnswer = (text: string): boolean => text.length >= 2 && text.length <= MAX_QUESTION;

/** Under each heading one, as far as it names parts. */
function sectionsOf(blocks: readonly ProcedureBlock[]): readonly Section[] {
  const sections: Section[] = [];
  let open: { -readonly [K in keyof Section]: Section[K] } | null = null;
  let inSteps = false;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      inSteps = false;
      open = {
        title: withoutNumber(textOf(block.runs)),
        post: '',
        approver: '',
        records: '',
        steps: [],
        forbidden: [],
      };
      sections.push(open);
    } else if (open === null) continue;
    else if (block.kind === 'list') {
      if (inSteps) open.steps = block.items.map(textOf).map(withoutEnd).filter(isTelling);
      inSteps = false;
    } else {
      const [, name, rest = ''] = PART.exec(textOf(block.runs).trim()) ?? [];
      inSteps = name === '步骤';
      const part = name === undefined ? undefined : PARTS[name as keyof typeof PARTS];
      if (part === 'forbidden')
        open.forbidden = rest
          .split(/[；;。]/u)
          .map(withoutEnd)
          .filter(isTelling);
      else if (part !== undefined && part !== 'steps') open[part] = withoutEnd(rest);
    }
  }
  return sections.filter(({ title }) => title !== '');
}

/** A gap is no words: a document with one is not published. */
const textOf = (runs: readonly Run[]): string => runs.map((run) => ('text' in run ? run.text : '')).join('');
function withoutEnd(text: string): string {
  const characters = [...text.trim()];
  while (ENDS.has(characters.at(-1) ?? '')) characters.pop();
  return characters.join('');
}

const ENDS: ReadonlySet<string> = new Set(['；', ';', '。', '，', ',', ' ']);
const withoutNumber = (title: string): string =>
  title.trim().replace(/^(?:第?[一二三四五六七八九十百\d]+[章节条]?[、.．\s]\s*)/u, '');
const isTelling = (text: string): boolean => text.length >= MIN_CHARACTERS;
