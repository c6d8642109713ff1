/** The words of the log's page that a file of the vault takes from it: always Chinese, whatever language the screen has. */
import { wordsIn } from '../messages/i18n.ts';

const namedWords = (kind: 'logActions' | 'logOutcomes'): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(wordsIn('zh-CN')[kind] ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );

/** Of actions and outcomes, by the names that the log has. */
export const logWords = () => ({ actions: namedWords('logActions'), outcomes: namedWords('logOutcomes') });
