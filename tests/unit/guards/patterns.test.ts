/** Patterns that text from outside meets: none takes time that grows faster than the square of its length, and those that reach it are known. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from 'scslre';
import { parseAst } from 'vite';
import { expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import { words } from '../../support/words.ts';

interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/**
 * Each looks from every place of a text to its end, so that a text of twice the length takes four times as long. The longest cell, PIN and
 * entry are short enough for that (tests/attack/slow-text.test.ts).
 */
const SQUARE: Readonly<Record<string, readonly string[]>> = {
  'main/vault/import/cell-words.ts': ['[([（].*$'],
  'main/vault/import/column-words.ts': [
    '(?:楼|栋|幢|座).*(?:房号|房间|室|户号)|房屋(?:编|坐|位|地)|详细地址|门牌',
    '(?:与.*关系|类别|身份$)',
  ],
  'main/vault/import/find-table.ts': [
    String.raw`^[（(【[]?\s*(填表|填写|填报|制表|审核|特别)?\s*(图例|图示|说明|须知|要求|注意|注[:：]|备注[:：]|合计|总计|小计|人[:：]|日期[:：]|note\b|total\b|instructions?\b)`,
  ],
  'main/vault/import/read-heading.ts': [String.raw`(?:\d+|[①-⑨])$`, String.raw`\s*\/\s*`, String.raw`\d+$`],
  'main/vault/import/read-date.ts': ['[（(][^）)]*[)）]$'],
  'main/vault/import/read-room.ts': [
    String.raw`\d{3,}[^\d]{0,2}[、,;&/和及][^\d]{0,4}\d{3,}`,
    String.raw`^(.+?)\s*[（(]\s*(\d{1,6}(?:\.\d+)?)\s*(?:㎡|m2|m²|平方米|平米|平)\s*[)）]$`,
  ],
  'main/vault/import/split-people.ts': [
    '[（(][^）)]*[)）]$',
    String.raw`[（(]\s*[)）]|[:：\s]+$|(?:电话|手机|tel)[:：]?\s*$`,
    String.raw`^(.+?)\s*[（(]\s*([^（()）]{1,20})\s*[)）]$`,
    String.raw`^(\p{L}[\p{L}·]{1,11})\s*[:：(（]?\s*(?=[\dA-Z+])`,
    String.raw`(\p{Script=Han}{2,4})\s*[（(](租客|租户|承租人|现租户|配偶|妻子?|丈夫|儿子|女儿|父亲|母亲|共有人)[)）]\s*[:：]?\s*(1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7})(?!\d)`,
  ],
  'main/vault/keys/pin-rules.ts': ['^[^a-z]*([a-z@].*?)[^a-z]*$'],
  'main/vault/values/id-number.ts': [String.raw`^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$`],
  'main/vault/values/name.ts': [
    String.raw`^[\p{L}\p{Co}〇][\p{M}]*(?:[ .'’·-]{0,2}[\p{L}\p{M}\p{Co}〇])*\.?$`,
  ],
  'main/vault/values/normalise.ts': [String.raw`(\d)\1{7,}$`, String.raw`(\d)\1{9,}$`],
  'main/vault/values/room-text.ts': [
    String.raw`\s*[-_/\\]+\s*`,
    String.raw`^([A-Z]{0,2}\d{1,3}|[A-Z]{1,2})(?:号楼|#楼?|栋|幢|座)(?:(\d{1,2})单元)?-?(\p{Script=Han}.*\d.*)$`,
  ],
};
/** They put together constant pieces, or letters and digits alone. */
const MADE_AT_RUN_TIME = words(
  'main/vault/import/cell-words.ts main/vault/import/parse-rows.ts main/vault/import/place-words.ts',
  'main/vault/import/split-people.ts main/vault/search/search.ts',
  'main/vault/values/long-digits.ts main/vault/values/plate.ts main/vault/values/room-text.ts',
  'main/vault/values/simplified.ts main/vault/values/tighten-mask.ts',
);

const files = globSync('{main,contract}/**/*.ts', { cwd: projectDir })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.endsWith('.d.ts'));

/** Calls `visit` with every node of a file. */
function walk(file: string, visit: (node: Readonly<Record<string, unknown>>) => void): void {
  const seen = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (!Array.isArray(node)) visit(node as Readonly<Record<string, unknown>>);
    for (const child of Object.values(node)) seen(child);
  };
  seen(parseAst(readFileSync(join(projectDir, file), 'utf8'), { lang: 'ts' }));
}

function patternsOf(file: string): readonly Pattern[] {
  const found: Pattern[] = [];
  walk(file, ({ type, regex }) => {
    if (type !== 'Literal' || regex === undefined || regex === null) return;
    const { pattern, flags } = regex as { readonly pattern: string; readonly flags: string };
    found.push({ file, source: pattern, flags });
  });
  return found;
}

const patterns = files.flatMap(patternsOf);
const growthOf = ({ source, flags }: Pattern): 'linear' | 'square' | 'exponential' => {
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: true } });
  if (reports.length === 0) return 'linear';
  return reports.some(({ exponential }) => exponential) ? 'exponential' : 'square';
};

it('tells a pattern that takes exponential time, one that takes the square, and one that does not', () => {
  const grows = (source: string) => growthOf({ file: '', source, flags: '' });
  expect([grows('^(a+)+$'), grows('a+$'), grows('^a+b$')]).toEqual(['exponential', 'square', 'linear']);
});

it('knows every pattern of main and contract whose time is not linear, and none is worse than the square', () => {
  expect(patterns.length).toBeGreaterThan(200);
  const grown = patterns.map((pattern) => ({ ...pattern, growth: growthOf(pattern) }));
  expect(grown.filter(({ growth }) => growth === 'exponential')).toEqual([]);
  const square = grown.filter(({ growth }) => growth === 'square');
  const byFile: Record<string, string[]> = {};
  for (const { file, source } of square) {
    const ofFile = (byFile[file] ??= []);
    if (!ofFile.includes(source)) ofFile.push(source);
  }
  expect(byFile).toEqual(SQUARE);
});

it('knows every file that makes a pattern at run time', () => {
  const making = files.filter((file) => {
    let makes = false;
    walk(file, ({ type, callee }) => {
      makes ||=
        (type === 'NewExpression' || type === 'CallExpression') &&
        (callee as { readonly name?: string } | null)?.name === 'RegExp';
    });
    return makes;
  });
  expect(making.toSorted()).toEqual(MADE_AT_RUN_TIME);
});
