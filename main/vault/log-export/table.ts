/** The log as a table. */
import {
  LOG_EXPORT_COLUMN_WORDS,
  LOG_EXPORT_COLUMNS,
  type LogExportColumn,
} from '../../../contract/log-export/lists.ts';
import { ACTION_WORDS } from '../../../contract/log/entries.ts';
import { LOG_OUTCOME_WORDS } from '../../../contract/log/outcomes.ts';
import type { PaperMark } from '../../../contract/paper.ts';
import type { Language } from '../../../contract/shell/settings.ts';
import { type Wording, wordingIn } from '../../../contract/vocabulary/wording.ts';
import { dayOf } from '../clock.ts';
import { BYTE_ORDER_MARK, csvLine } from '../values/csv.ts';
import { toHex } from '../crypto/bytes.ts';
import type { LogRow } from '../log/audit-log.ts';

/** The mark in front of the JSON of a detail (log/detail.ts), which no spreadsheet shows. */
const DETAIL_MARK = '\u001e';

/** The first line. */
export const tableHead = (language: Language): string =>
  BYTE_ORDER_MARK +
  csvLine(LOG_EXPORT_COLUMNS.map((column) => wordingIn(LOG_EXPORT_COLUMN_WORDS[column], language)));

/** The line of an entry. `nameOf`: name of a member of staff. */
export function tableLine(
  row: LogRow,
  language: Language,
  nameOf: (staffId: LogRow['staffId']) => string,
): string {
  const cells: Readonly<Record<LogExportColumn, string | number | null>> = {
    seq: row.seq,
    time: `${dayOf(row.time)} ${clockOf(row.time)}`,
    staff: nameOf(row.staffId),
    cosigner: row.cosignerId === null ? null : nameOf(row.cosignerId),
    action: wordFor(ACTION_WORDS, row.action, language),
    person: row.personId,
    field: row.field,
    reason: row.reason,
    ticket: row.ticket,
    outcome: wordFor(LOG_OUTCOME_WORDS, row.outcome, language),
    detail: row.detail?.replace(DETAIL_MARK, '') ?? null,
    signed: row.signature === null ? 0 : 1,
    hash: toHex(row.hash),
  };
  return csvLine(LOG_EXPORT_COLUMNS.map((column) => cells[column]));
}

/** The last line: the export itself, with the code that leads back to it in the column of details. */
export function tableMark({ name, at, code }: PaperMark, language: Language): string {
  const cells: Readonly<Partial<Record<LogExportColumn, string>>> = {
    time: `${dayOf(at)} ${clockOf(at)}`,
    staff: name,
    action: wordFor(ACTION_WORDS, 'log-export', language),
    detail: code ?? '',
  };
  return csvLine(LOG_EXPORT_COLUMNS.map((column) => cells[column] ?? null));
}

function wordFor(words: Readonly<Record<string, Wording>>, name: string, language: Language): string {
  const word = Object.hasOwn(words, name) ? words[name] : undefined;
  return word === undefined ? name : wordingIn(word, language);
}

/** By the clock on the wall: 08:30:00. */
function clockOf(time: number): string {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
