/** The columns of a table of entries. */
import type { Translate } from '../messages/translate.ts';
import type { LogEntryView } from '../../contract/log/entries.ts';
import { formatClock } from '../messages/format.ts';
import { Badge } from '../ui/Badge.tsx';
import type { OwnReasonWords } from '../reasons/reason-words.ts';
import type { Column } from '../ui/DataTable.tsx';
import { detailWords } from './detail-words.ts';
import { fieldWords, reasonWords } from './entry-words.ts';
import { OUTCOME_TONES } from './log-rows.ts';

export const keyOf = ({ seq }: LogEntryView): string => String(seq);
/** Attributes of a row for tests. */
export const marksOf = ({ action, outcome }: LogEntryView) => ({
  'data-testid': 'log-entry',
  'data-action': action,
  'data-outcome': outcome,
});

/** Every column, for the log and for what is read from it. */
export const columnsIn = (t: Translate, own: OwnReasonWords): readonly Column<LogEntryView>[] => [
  { id: 'time', header: t('log.columns.time'), narrow: true, cell: ({ time }) => formatClock(time) },
  {
    id: 'who',
    header: t('log.columns.who'),
    narrow: true,
    second: true,
    cell: ({ staffName, cosignerName }) => (
      <>
        {staffName}
        {cosignerName !== null && <small> {t('log.with', { name: cosignerName })}</small>}
      </>
    ),
  },
  {
    id: 'action',
    header: t('log.columns.action'),
    narrow: true,
    cell: ({ action }) => t(`logActions.${action}`),
  },
  {
    id: 'person',
    header: t('log.columns.person'),
    narrow: true,
    second: true,
    cell: ({ personMask }) => personMask,
  },
  {
    id: 'field',
    header: t('log.columns.field'),
    second: true,
    cell: (entry) => together(fieldWords(t, entry.field), entry.detail === null ? '' : detailWords(t, entry)),
  },
  {
    id: 'reason',
    header: t('log.columns.reason'),
    second: true,
    cell: ({ reason, ticket }) =>
      together(reasonWords(t, own, reason), ticket === null ? '' : t('log.ticket', { ticket })),
  },
  {
    id: 'outcome',
    header: t('log.columns.outcome'),
    narrow: true,
    cell: ({ outcome }) => {
      const [tone, words] = [OUTCOME_TONES[outcome], t(`logOutcomes.${outcome}`)];
      return tone !== 'plain' && <Badge tone={tone}>{words}</Badge>;
    },
  },
];

/** Returns the main words of a cell, and the further ones in less ink; null where neither is there, so that the cell is empty. */
const together = (words: string, more: string) =>
  words === '' && more === '' ? null : (
    <>
      {words}
      {more !== '' && <small> {more}</small>}
    </>
  );
