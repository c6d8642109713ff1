/** The words that a case file takes from the page. */
import type { CaseWords } from '../../contract/trace/case-lists.ts';
import { namedWords } from '../messages/named-words.ts';
import { logWords } from '../pages/log-words.ts';

/** Of actions, outcomes, fields, reasons and roles, by the names that the log has. */
export const caseWords = (): CaseWords => ({
  ...logWords(),
  // Entries name details of rooms and kinds of records in the same column.
  fields: { ...namedWords('recordKinds'), ...namedWords('details'), ...namedWords('fields') },
  reasons: namedWords('reasons'),
  roles: namedWords('roles'),
});
