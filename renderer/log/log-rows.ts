/** The entries of the log as rows under their days. Pure. */
import type { LogOutcome } from '../../contract/log/outcomes.ts';
import type { LogEntryView } from '../../contract/log/entries.ts';
import { formatDate, formatDayHeading } from '../messages/format.ts';
import type { RowGroup } from '../ui/DataTable.tsx';

/** Entries that follow one another on one day, under its date; a clock that was set back begins a day anew. */
export function daysOf(
  entries: readonly LogEntryView[],
  language: string,
): readonly RowGroup<LogEntryView>[] {
  const days: { id: string; heading: string; day: string; rows: LogEntryView[] }[] = [];
  for (const entry of entries) {
    const day = formatDate(entry.time);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(entry);
    else
      days.push({
        id: String(entry.seq),
        heading: formatDayHeading(entry.time, language),
        day,
        rows: [entry],
      });
  }
  return days;
}

/** How an outcome is shown: what went as asked needs no colour. */
export const OUTCOME_TONES = {
  done: 'plain',
  match: 'plain',
  'no-match': 'harm',
  refused: 'harm',
  failed: 'harm',
} as const satisfies Readonly<Record<LogOutcome, string>>;
