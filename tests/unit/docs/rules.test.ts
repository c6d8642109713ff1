/** The page of rules and the texts that have them: neither goes without the other. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const template = (kind: string): string => readFileSync(`assets/law/templates/${kind}.md`, 'utf8');
const found = (kind: string, pattern: RegExp): string[] =>
  [...template(kind).matchAll(pattern)].map((match) => `${kind} ${match[1]}`);

/** Articles, sections of steps and duties, as the texts have them. */
const RULES = [
  ...found('management-system', /^\*\*(第[一二三四五六七八九十]+条)\*\*/gm),
  ...found('data-procedures', /^# ([一二三四五六七八九十]+)、/gm),
  ...found('counter-procedures', /^# ([一二三四五六七八九十]+)、/gm),
  ...found('information-officer', /^# 一、职责\n((?:\d\. .*\n)+)/gm).flatMap((list) =>
    [...list.matchAll(/(\d)\. /g)].map((match) => `information-officer ${match[1]}`),
  ),
];

it('names each rule of the templates once, with code that is there or with people', () => {
  const rows = readFileSync('docs/rules.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| [a-z-]+ [第一二三四五六七八九十条\d]+ \|/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(RULES.length).toBeGreaterThan(70);
  expect(rows.map(([, rule]) => rule).toSorted()).toEqual(RULES.toSorted());
  for (const [, rule, what, by] of rows)
    expect(what === 'kept by people' ? by === '–' : existsSync(by!.replaceAll('`', '')), rule).toBe(true);
});
