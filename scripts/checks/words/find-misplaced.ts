/** Finds groups of words in renderer/messages/ that one feature alone uses, which stand beside it instead, and words that nobody uses. */
import type { Wording, WordTree } from '../../../contract/vocabulary/wording.ts';

/** Folders below the features: what they use is everybody's. */
const BASE = new Set(['messages', 'pages', 'ui']);
/** A string or a template that begins with a key. What is in brackets is the name of a route. */
const KEYS = /(?<!\[)['"`]([a-zA-Z]\w*)(?:\.([\w-]*))?/g;

/** As many words of one feature have a file of their own; fewer would take more lines around them than they are. */
const FEWEST_OF_A_FILE = 12;

const countOf = (below: WordTree | Wording): number =>
  isTree(below) ? Object.values(below).reduce((sum, one) => sum + countOf(one), 0) : 1;
const isTree = (below: WordTree | Wording): below is WordTree => !Array.isArray(below);

/** Groups that are a list of the contract, a word for each of its codes, which stand together: a constant, or held to a type. */
const listsIn = (source: string): ReadonlySet<string> =>
  new Set([
    ...[...source.matchAll(/^ {2}(\w+): [A-Z_]+,$/gm)].map(([, group = '']) => group),
    ...[...source.matchAll(/^ {2}(\w+): \{\n(?: {3}.*\n)* {2}\} satisfies /gm)].map(
      ([, group = '']) => group,
    ),
  ]);

/** Who uses each group of words, by folders of the renderer. `sources` are its files by their paths, without that of the words. */
function usersOf(
  words: WordTree,
  sources: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map(Object.keys(words).map((group) => [group, new Set<string>()]));
  for (const [file, source] of sources)
    for (const [, group = '', part] of source.matchAll(KEYS)) {
      const below = words[group];
      // A template may go on in any way; what is no part of the group is the name of a route or of a topic.
      if (below !== undefined && (!isTree(below) || part === '' || (part !== undefined && part in below)))
        users.get(group)?.add(file.split('/')[1] ?? '');
    }
  return users;
}

/** A line for each group that stands in the wrong place. `wordsSource` is the file of `words`, `sources` the other files of the renderer. */
export function findMisplaced(
  words: WordTree,
  wordsSource: string,
  sources: ReadonlyMap<string, string>,
): readonly string[] {
  const lists = listsIn(wordsSource);
  return [...usersOf(words, sources)].flatMap(([group, folders]) => {
    const [first] = folders;
    if (first === undefined) return [`${group}: nobody uses these words`];
    const isOwn =
      folders.size === 1 &&
      !BASE.has(first) &&
      !lists.has(group) &&
      countOf(words[group] ?? {}) >= FEWEST_OF_A_FILE;
    return isOwn ? [`${group}: renderer/${first}/ alone uses these words`] : [];
  });
}
