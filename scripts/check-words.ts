/** Fails when a word that has been replaced comes back to a screen, a paper, a native dialog or the readme, when a sentence names a page or a button that is not there, and when words of one feature alone stand among those of all. */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WordTree } from '../contract/vocabulary/wording.ts';
import { findMisplaced } from './checks/words/find-misplaced.ts';
import { findUnknownNames } from './checks/words/find-names.ts';
import { findReplaced } from './checks/words/find-replaced.ts';
import { wordsOfJson, wordsOfSource, wordsOfText } from './checks/words/user-words.ts';
import { projectDir } from './setup/paths.mjs';

/** Files whose words are read in what somebody else has written, or made up; nobody is shown them. */
const NOT_SHOWN =
  /^main\/vault\/(?:import\/(?!index)|scan\/|search\/|values\/|keys\/pin-rules|tables\/|practice\/)|^main\/files\/synced-folder/;

const readers = [
  ['{contract,main,preload,renderer}/**/*.{ts,tsx}', wordsOfSource],
  ['assets/**/*.json', wordsOfJson],
  ['assets/law/templates/*.md', wordsOfText],
  ['README*.md', wordsOfText],
] as const;

const words = readers.flatMap(([files, read]) =>
  globSync(files, { cwd: projectDir })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !NOT_SHOWN.test(file) && !file.endsWith('.d.ts'))
    .toSorted()
    .flatMap((file) => read(file, readFileSync(join(projectDir, file), 'utf8'))),
);
// What people call things is what the palette has to find, old names with it; no screen shows it.
const shown = words.filter(({ key }) => !/(?:^|\.)called/.test(key));
const { faults, idle } = findReplaced(shown);
const SHARED = 'renderer/messages/words.ts';
const textOf = (file: string): string => readFileSync(join(projectDir, file), 'utf8');
// Of another project of TypeScript: by its address alone.
const shared = (await import(pathToFileURL(join(projectDir, SHARED)).href)) as { readonly words: WordTree };
const others = globSync('renderer/**/*.{ts,tsx}', { cwd: projectDir })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => file !== SHARED)
  .map((file) => [file, textOf(file)] as const);
const found = [
  ...faults,
  ...idle,
  ...findUnknownNames(words),
  ...findMisplaced(shared.words, textOf(SHARED), new Map(others)),
];
for (const line of found) process.stderr.write(`${line}\n`);
process.stdout.write(`words: ${words.length} texts, ${found.length} faults\n`);
process.exitCode = found.length === 0 && words.length > 0 ? 0 : 1;
