/** The shift as the screen of the handover shows it; its sheet on paper is laid out by the vault. */
import { useTranslation } from '../messages/translate.ts';
import { SHIFT_COUNTS } from '../../contract/staff/lists.ts';
import type { ShiftSheet } from '../../contract/staff/views.ts';
import { fieldWords, reasonWords } from '../log/entry-words.ts';
import { ownReasonWords } from '../reasons/reason-words.ts';
import { formatMoment } from '../messages/format.ts';
import { cx } from '../ui/cx.ts';
import { Fact, Facts } from '../ui/Facts.tsx';
import { Table } from '../ui/Table.tsx';
import css from './shift.module.css';

const COLUMNS = ['at', 'field', 'reason', 'seq'] as const;

export function ShiftSummary({ sheet }: { readonly sheet: ShiftSheet }) {
  const { t } = useTranslation();
  const { staffName, role, since, until, counts, openCopies, head } = sheet;
  const [from, to] = [since, until].map((time) => formatMoment(time));
  return (
    <article className={cx('stack3', css.summary)} data-testid="shift-sheet" aria-label={t('shift.paper')}>
      <p className={cx(css.who)}>
        <b>{t('shift.of', { name: staffName, role: t(`roles.${role}`) })}</b>{' '}
        <span className={cx('quiet', 'digits')}>{t('shift.span', { from, until: to })}</span>
      </p>
      <Facts layout="rows">
        {SHIFT_COUNTS.map((count) => (
          <Fact key={count} name={t(`shift.counts.${count}`)} testId={`shift-${count}`}>
            {counts[count]}
          </Fact>
        ))}
        <Fact name={t('shift.copies')} testId="shift-copies">
          {openCopies}
        </Fact>
      </Facts>
      <h3>{t('shift.reveals')}</h3>
      <Reveals sheet={sheet} />
      <h3>{t('shift.head')}</h3>
      <p className={cx(css.hash)} data-testid="shift-head">
        <b className="digits">{t('shift.headSeq', { seq: head.seq })}</b>{' '}
        <code>{head.hash.replace(/.{4}(?!$)/g, '$& ')}</code>
      </p>
      <p className="quiet small">{t('shift.headWhy')}</p>
    </article>
  );
}

function Reveals({ sheet: { reveals, moreReveals, ownReasons } }: { readonly sheet: ShiftSheet }) {
  const { t, i18n } = useTranslation();
  const own = ownReasonWords(ownReasons, i18n.language);
  if (reveals.length === 0) return <p className="quiet">{t('shift.noReveals')}</p>;
  return (
    <>
      <Table columns={COLUMNS} words={(column) => t(`shift.columns.${column}`)} className={cx(css.table)}>
        {reveals.map((one) => (
          <tr key={one.seq}>
            <td className="digits">{formatMoment(one.at)}</td>
            <td>{fieldWords(t, one.field)}</td>
            <td>
              {reasonWords(t, own, one.reason)}
              {one.cosignerName !== null && (
                <span className="quiet"> {t('log.with', { name: one.cosignerName })}</span>
              )}
            </td>
            <td className="digits">{one.seq}</td>
          </tr>
        ))}
      </Table>
      {moreReveals && <p className="quiet small">{t('shift.moreReveals', { count: reveals.length })}</p>}
    </>
  );
}
