/** The words that a case file takes from the page: always Chinese, whatever language the screen has. */
import type { CaseWords } from '../../contract/trace/case-lists.ts';
import type { WordTree } from '../messages/i18n.ts';
import { wordsIn } from '../messages/i18n.ts';

/** Of actions, outcomes, fields, reasons and roles, by the names that the log has. */
export function caseWords(): CaseWords {
  const all = wordsIn('zh-CN');
  return {
    actions: wordsOf(all, 'logActions'),
    outcomes: wordsOf(all, 'logOutcomes'),
    // Entries name details of rooms and kinds of records in the same column.
    fields: {
      ...wordsOf(all, 'recordKinds'),
      ...wordsOf(all, 'details'),
      ...wordsOf(all, 'fields'),
    },
    reasons: wordsOf(all, 'reasons'),
    roles: wordsOf(all, 'roles'),
  };
}

function wordsOf(all: WordTree, name: string): Readonly<Record<string, string>> {
  const words = all[name] ?? {};
  return Object.fromEntries(
    Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
