/** An answer as the page that is printed has it: masks, and the staff by name, for the supervisor's file. */
import type { Company } from '../../contract/company/lists.ts';
import { CompanyHead } from '../company/CompanyHead.tsx';
import { useTranslation } from '../messages/translate.ts';
import type { AccessHistorySheet } from '../../contract/access-history/sheets.ts';
import { detailWords } from '../log/detail-words.ts';
import { fieldWords, reasonWords } from '../log/entry-words.ts';
import { formatFullMoment } from '../messages/format.ts';
import { ownReasonWords } from '../reasons/reason-words.ts';
import { cx } from '../ui/cx.ts';
import { Table } from '../ui/Table.tsx';
import { formerWords, whomWords } from './whom-words.ts';
import css from './access-history.module.css';

const COUNTS = ['name', 'role', 'done', 'cosigned', 'clear', 'last'] as const;
const ENTRIES = ['time', 'who', 'action', 'person', 'field', 'reason', 'outcome'] as const;

interface AccessHistoryPaperProps {
  readonly sheet: AccessHistorySheet;
  readonly company: Company;
}

export function AccessHistoryPaper({ sheet, company }: AccessHistoryPaperProps) {
  const { t, i18n } = useTranslation();
  const own = ownReasonWords(sheet.ownReasons, i18n.language);
  const { whom, narrowed, summary, entries, printed } = sheet;
  const [newest, oldest] = [entries[0], entries.at(-1)];
  const only = [
    narrowed.field === null ? '' : t(`fields.${narrowed.field}`),
    narrowed.how === null ? '' : t(`accessHistory.hows.${narrowed.how}`),
  ].filter((words) => words !== '');
  return (
    <article
      className={cx('stack3', css.paper)}
      aria-label={t('accessHistory.paper.title')}
      data-testid="access-history-sheet"
    >
      <header>
        <CompanyHead company={company} />
        <h2>{t('accessHistory.paper.title')}</h2>
      </header>
      <p>
        {whom.by === 'number' ? t('accessHistory.paper.wholeNumber') : `${t('accessHistory.paper.whom')}: `}
        <b className="digits">{whomWords(t, whom).join('; ')}</b>
      </p>
      {whom.former.length > 0 && (
        <p>
          {t('accessHistory.tracedBefore')}{' '}
          <b className="digits">{whom.former.map((person) => formerWords(t, person)).join('; ')}</b>
        </p>
      )}
      {only.length > 0 && <p>{t('accessHistory.paper.narrowed', { by: only.join(' · ') })}</p>}
      <p className="quiet">
        {newest !== undefined && oldest !== undefined && (
          <>
            {t('accessHistory.paper.span', {
              from: formatFullMoment(oldest.time),
              to: formatFullMoment(newest.time),
            })}
            {' · '}
          </>
        )}
        {t('accessHistory.paper.shown', { shown: entries.length, total: summary.total })}{' '}
        {t('accessHistory.paper.printed', { name: printed.by, time: formatFullMoment(printed.at) })}
      </p>
      <h3>{t('accessHistory.byStaff')}</h3>
      <Table
        columns={COUNTS}
        words={(column) => t(`accessHistory.columns.${column}`)}
        className={cx(css.table)}
      >
        {summary.staff.map(({ staffId, name, role, done, cosigned, clear, last }) => (
          <tr key={staffId}>
            <td>{name}</td>
            <td>{role === null ? t('accessHistory.leftStaff') : t(`roles.${role}`)}</td>
            <td className="digits">{done}</td>
            <td className="digits">{cosigned}</td>
            <td className="digits">{clear}</td>
            <td className="digits">{formatFullMoment(last)}</td>
          </tr>
        ))}
      </Table>
      <h3>{t('accessHistory.times')}</h3>
      <Table columns={ENTRIES} words={(column) => t(`log.columns.${column}`)} className={cx(css.table)}>
        {entries.map((entry) => (
          <tr key={entry.seq}>
            <td className="digits">{formatFullMoment(entry.time)}</td>
            <td>
              {entry.staffName}
              {entry.cosignerName !== null && (
                <span className="quiet"> {t('log.with', { name: entry.cosignerName })}</span>
              )}
            </td>
            <td>{t(`logActions.${entry.action}`)}</td>
            <td>{entry.personMask}</td>
            <td>
              {fieldWords(t, entry.field)} <span className="quiet">{detailWords(t, entry)}</span>
            </td>
            <td>
              {reasonWords(t, own, entry.reason)}
              {entry.ticket !== null && (
                <span className="quiet"> {t('log.ticket', { ticket: entry.ticket })}</span>
              )}
            </td>
            <td>{t(`logOutcomes.${entry.outcome}`)}</td>
          </tr>
        ))}
      </Table>
    </article>
  );
}
