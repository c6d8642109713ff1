/** Fails when a word that has been replaced comes back to a screen, a paper, a native dialog or the readme. */
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
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
  ['renderer/index.html', wordsOfText],
] as const;

const words = readers.flatMap(([files, read]) =>
  globSync(files, { cwd: projectDir })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => !NOT_SHOWN.test(file) && !file.endsWith('.d.ts'))
    .toSorted()
    .flatMap((file) => read(file, readFileSync(join(projectDir, file), 'utf8'))),
);
const { faults, idle } = findReplaced(words);
for (const line of [...faults, ...idle]) process.stderr.write(`${line}\n`);
process.stdout.write(`words: ${words.length} texts, ${faults.length + idle.length} faults\n`);
process.exitCode = faults.length + idle.length === 0 && words.length > 0 ? 0 : 1;
