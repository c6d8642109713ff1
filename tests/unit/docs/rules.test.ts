/** The page of rules and the texts that have them: neither goes without the other. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const template = (kind: string): string => readFileSync(`assets/law/templates/${kind}.md`, 'utf8');
const found = (kind: string, pattern: RegExp): string[] =>
  [...template(kind).matchAll(pattern)].map((match) => `${kind} ${match[1]}`);

const SECTION = /^# ([一二三四五六七八九十]+)、/gm;
/** The numbers of the list under the first heading that is so called. */
const numbered = (kind: string, under: RegExp): string[] =>
  [...(under.exec(template(kind))?.[1] ?? '').matchAll(/^(\d+)\. /gm)].map(
    ([, number]) => `${kind} ${number}`,
  );

/** Articles, sections of steps, duties and questions, as the texts have them. */
const RULES = [
  ...found('management-system', /^\*\*(第[一二三四五六七八九十]+条)\*\*/gm),
  ...['data-procedures', 'counter-procedures', 'incident-plan', 'minors-rules'].flatMap((kind) =>
    found(kind, SECTION),
  ),
  ...['information-officer', 'network-officer'].flatMap((kind) =>
    numbered(kind, /^# 一、职责\n((?:\d\. .*\n)+)/m),
  ),
  ...numbered('undertaking', /承诺如下：\n((?:\d+\. .*\n)+)/),
  ...(
    JSON.parse(readFileSync('assets/training/questions.json', 'utf8')) as {
      readonly questions: readonly { readonly id: string }[];
    }
  ).questions.map(({ id }) => `quiz ${id}`),
];

/** Whether what a row names is there: the code, and a test of that title. */
function isThere(by: string, shown: string): boolean {
  const [, file = '', title = ''] = /^`(.+)` "(.+)"$/.exec(shown) ?? [];
  return (
    existsSync(by.replaceAll('`', '')) &&
    existsSync(file) &&
    [`'`, '`', '"'].some((mark) => readFileSync(file, 'utf8').includes(`${mark}${title}${mark}`))
  );
}

it('names each rule of the texts once, with code and a test that are there or with people', () => {
  const rows = readFileSync('docs/rules.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| [a-z-]+ [第一二三四五六七八九十条\da-z-]+ \|/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(RULES.length).toBeGreaterThan(130);
  expect(rows.map(([, rule]) => rule).toSorted()).toEqual(RULES.toSorted());
  for (const [, rule, what, by, shown] of rows)
    expect(
      what === 'kept by people' ? by === '–' && shown === '–' : isThere(by!, shown!),
      `${rule}: ${shown}`,
    ).toBe(true);
});
