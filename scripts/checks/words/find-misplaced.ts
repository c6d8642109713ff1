/** Finds words in renderer/messages/ that one feature alone uses, which stand beside it instead, and words that nobody uses. */
import type { WordTree } from '../../../contract/vocabulary/wording.ts';

/** Folders below the features: what they use is everybody's. */
const BASE = ['messages', 'pages', 'ui'];
/** A string or a template that begins with a key. What is in brackets is the name of a route. */
const KEYS = /(?<!\[)['"`]([a-zA-Z]\w*)(?:\.([\w-]*))?/g;

/** Groups that are a list of the contract, which stays whole: a constant, or held to a type. `source` is that of the words. */
const listsIn = (source: string): ReadonlySet<string> =>
  new Set([
    ...[...source.matchAll(/^ {2}(\w+): [A-Z_]+,$/gm)].map(([, group = '']) => group),
    ...[...source.matchAll(/^ {2}(\w+): \{\n(?: {3}.*\n)* {2}\} satisfies /gm)].map(([, group = '']) => group),
  ]);

/** Who uses each key of two parts, or of one where the group is a list, by folders of the renderer. `sources` are its files by their paths. */
export function usersOf(
  words: WordTree,
  wordsSource: string,
  sources: ReadonlyMap<string, string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const lists = listsIn(wordsSource);
  const users = new Map<string, Set<string>>();
  const groups = new Map(
    Object.entries(words).map(([group, below]) => [group, Array.isArray(below) ? [] : Object.keys(below)]),
  );
  const keyOf = (group: string, part: string): string => (lists.has(group) ? group : `${group}.${part}`);
  for (const [group, parts] of groups)
    for (const key of parts.length === 0 ? [group] : parts.map((part) => keyOf(group, part)))
      users.set(key, new Set());
  for (const [file, source] of sources) {
    const folder = file.split('/')[1] ?? '';
    for (const [, group = '', part] of source.matchAll(KEYS)) {
      const parts = groups.get(group) ?? [];
      // A template may go on in any way; a word alone is a key only of a group that has no parts.
      const named = part === '' ? parts : parts.filter((one) => one === part);
      for (const one of named) users.get(keyOf(group, one))?.add(folder);
      if (parts.length === 0) users.get(group)?.add(folder);
    }
  }
  return users;
}

/** A line for each key that stands in the wrong place. `wordsSource` is the file of `words`, `sources` the other files of the renderer. */
export function findMisplaced(
  words: WordTree,
  wordsSource: string,
  sources: ReadonlyMap<string, string>,
): readonly string[] {
  // The group of a key may be chosen as well: `${group}.part`.
  const chosen = new Set(
    [...sources.values()].flatMap((source) => [...source.matchAll(/\}\.([\w-]+)/g)].map(([, part]) => part)),
  );
  return [...usersOf(words, wordsSource, sources)].flatMap(([key, folders]) => {
    const [first] = folders;
    if (first === undefined)
      return chosen.has(key.split('.')[1]) ? [] : [`${key}: nobody uses these words`];
    return folders.size === 1 && !BASE.includes(first) ? [`${key}: renderer/${first}/ alone uses these words`] : [];
  });
}
