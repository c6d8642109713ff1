/** The check of words: what it reads, what it finds when it is planted, and that no exception is idle. */
import { describe, expect, it } from 'vitest';
import { findMisplaced } from '../../../scripts/checks/words/find-misplaced.ts';
import { findUnknownNames } from '../../../scripts/checks/words/find-names.ts';
import { findReplaced } from '../../../scripts/checks/words/find-replaced.ts';
import { TERMS } from '../../../scripts/checks/words/terms.ts';
import { wordsOfJson, wordsOfSource, wordsOfText } from '../../../scripts/checks/words/user-words.ts';

const HEAD = "import type { WordTree } from '../../contract/vocabulary/wording.ts';\n";
const faultsIn = (source: string): readonly string[] =>
  findReplaced(wordsOfSource('renderer/planted/words.ts', HEAD + source)).faults;

describe('a replaced word that is planted', () => {
  it.each([
    ['a Chinese word within a sentence', "const w = { a: { b: ['请先收尾再走', 'Finish first'] } };", '收尾'],
    ['a Chinese label', "const w = { a: { b: ['打开…', 'Reveal'] } };", '打开'],
    ['a Chinese word by a pattern', "const w = { a: { b: ['换钥匙', 'Rotate'] } };", '钥匙'],
    [
      'an English word within a sentence',
      "const w = { a: { b: ['停用', 'Anyone absent is shut out.'] } };",
      'shut out',
    ],
    ['an English label', "const w = { a: { b: ['完成', 'Put right'] } };", 'Put right'],
    ['an English word of several', "const w = { a: { b: ['扫描', 'one scan', 'Sweeps'] } };", 'sweeps'],
    ['English beside Chinese without Han', "const w = { a: { b: ['PDF', 'Try out'] } };", 'Try out'],
    ['English of a dialog', "const W = { en: { title: 'Shut out' } };", 'Shut out'],
    ['a template', 'const w = (n: string) => `${n}：不办了`;', '不办了'],
  ])('is found: %s', (_what, source, word) => {
    expect(faultsIn(source).join('\n')).toContain(word);
  });

  it('is found in text between tags, in data that ships and in a document', () => {
    expect(
      findReplaced(wordsOfSource('renderer/planted/Page.tsx', 'const a = <p>租户</p>;')).faults,
    ).toHaveLength(1);
    expect(
      findReplaced(wordsOfJson('assets/planted.json', '{"text": "租户", "textEn": "Their way in"}')).faults,
    ).toHaveLength(2);
    expect(findReplaced(wordsOfText('README.md', '还原一份备份\nA sweep.\n`sweep`')).faults).toHaveLength(2);
  });

  it('says where it stands, and what to write instead', () => {
    expect(faultsIn("const w = { page: { end: ['不办了', 'Cancel'] } };")).toEqual([
      'renderer/planted/words.ts page.end: “不办了”: 不办了 → 取消办理',
    ]);
  });
});

describe('a name in a sentence', () => {
  const namesIn = (source: string): readonly string[] =>
    findUnknownNames(wordsOfSource('renderer/planted/words.ts', HEAD + source));

  it('is of a page or a button that is there, in both languages', () => {
    expect(
      namesIn(
        "const w = { a: ['房号', 'Rooms'], b: ['请先在“房号”里添加', 'Add it under \"Rooms\" first'] };",
      ),
    ).toEqual([]);
    expect(
      namesIn(
        "const w = { a: ['房屋', 'Rooms'], b: ['请先在“房号”里添加', 'Add it under \"Room list\" first'] };",
      ),
    ).toEqual([
      expect.stringContaining('b: “房号” is the name of nothing'),
      expect.stringContaining('b: “Room list” is the name of nothing'),
    ]);
  });
});

describe('words of one feature', () => {
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`w${at}`, ['字', 'word'] as const]));
  const misplaced = (...uses: readonly string[]): readonly string[] =>
    findMisplaced(
      { own: many, few: { one: ['字', 'word'] } },
      '',
      new Map([
        ['renderer/a/A.tsx', "t('own.w1') t('few.one')"],
        ...uses.map((use, at) => [`renderer/b${at}/B.tsx`, use] as const),
      ]),
    );

  it('stand beside it where they are many, and not where another feature asks for one', () => {
    expect(misplaced()).toEqual(['own: renderer/a/ alone uses these words']);
    expect(misplaced("t('own.w2')")).toEqual([]);
    expect(misplaced('t(`own.${name}`)')).toEqual([]);
    // A route of the same name.
    expect(misplaced("vault['own.list']")).toEqual(['own: renderer/a/ alone uses these words']);
  });

  it('are asked for by somebody', () => {
    expect(findMisplaced({ own: many }, '', new Map())).toEqual(['own: nobody uses these words']);
  });

  it('stay together where they are a list of the contract', () => {
    const source = 'const words = {\n  own: {\n    w0: [],\n  } satisfies Words<Own>,\n};\n';
    expect(findMisplaced({ own: many }, source, new Map([['renderer/a/A.tsx', "t('own.w1')"]]))).toEqual([]);
  });
});

describe('the table of terms', () => {
  it('gives each exception a reason, and names none that excuses nothing', () => {
    const [first] = TERMS;
    const exception = { where: /nowhere/, why: '' };
    expect(
      findReplaced([], first === undefined ? [] : [{ ...first, unless: [exception] }]).idle,
    ).toHaveLength(1);
    expect(TERMS.flatMap(({ unless }) => unless).filter(({ why }) => why === '')).toEqual([]);
  });

  it('has a word of each group of the glossary in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const)
      expect(TERMS.filter((term) => term.language === language).length).toBeGreaterThan(60);
  });
});
