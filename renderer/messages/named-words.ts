/** The words that a file of the vault takes from the page: always Chinese, whatever language the screen has. */
import { wordsIn } from './i18n.ts';

/** Words of one kind, as `fields` or `relations`, by the names that the contract has. */
export const namedWords = (kind: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(wordsIn('zh-CN')[kind] ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
