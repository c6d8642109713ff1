/** The answer to a resident who asks who has looked at their data: times, what, why and roles, and nobody's name. */
import type { Company } from '../../contract/company/lists.ts';
import { CompanyHead } from '../company/CompanyHead.tsx';
import { useTranslation } from '../messages/translate.ts';
import type { ActForResident, ResidentAnswerSheet } from '../../contract/access-history/sheets.ts';
import { fieldWords, reasonWords } from '../log/entry-words.ts';
import { formatFullMoment } from '../messages/format.ts';
import { type OwnReasonWords, ownReasonWords } from '../reasons/reason-words.ts';
import { cx } from '../ui/cx.ts';
import { Table } from '../ui/Table.tsx';
import { personWords } from './whom-words.ts';
import css from './access-history.module.css';

const COLUMNS = ['at', 'what', 'field', 'purpose', 'role', 'outcome'] as const;

interface ResidentAnswerPaperProps {
  readonly sheet: ResidentAnswerSheet;
  readonly company: Company;
}

export function ResidentAnswerPaper({ sheet, company }: ResidentAnswerPaperProps) {
  const { t, i18n } = useTranslation();
  const { person, total, acts, ownReasons, madeAt } = sheet;
  return (
    <article
      className={cx('stack3', css.paper)}
      aria-label={t('accessHistory.paper.answerTitle')}
      data-testid="resident-answer-sheet"
    >
      <header>
        <CompanyHead company={company} />
        <h2>{t('accessHistory.paper.answerTitle')}</h2>
      </header>
      <p>
        <b className="digits">{personWords(t, person)}</b>
      </p>
      <p>{t('accessHistory.paper.answerLead')}</p>
      {acts.length === 0 ? (
        <p>{t('accessHistory.paper.answerNone')}</p>
      ) : (
        <Acts acts={acts} own={ownReasonWords(ownReasons, i18n.language)} />
      )}
      {acts.length < total && <p>{t('accessHistory.paper.shown', { shown: acts.length, total })}</p>}
      <p className="quiet">{t('accessHistory.paper.answerMask')}</p>
      <p className="quiet">{t('accessHistory.paper.answerNames')}</p>
      <footer className={cx(css.foot)}>
        <p className="digits">{t('accessHistory.paper.answerMade', { time: formatFullMoment(madeAt) })}</p>
        <p>{t('accessHistory.paper.signature')} ______________</p>
      </footer>
    </article>
  );
}

function Acts({ acts, own }: { readonly acts: readonly ActForResident[]; readonly own: OwnReasonWords }) {
  const { t } = useTranslation();
  return (
    <Table
      columns={COLUMNS}
      words={(column) => t(`accessHistory.paper.columns.${column}`)}
      className={cx(css.table)}
    >
      {acts.map((act) => (
        <tr key={act.seq}>
          <td className="digits">{formatFullMoment(act.at)}</td>
          <td>{t(`logActions.${act.action}`)}</td>
          <td>{fieldWords(t, act.field)}</td>
          <td>{reasonWords(t, own, act.reason)}</td>
          <td>
            {act.roles
              .map((role) => (role === 'left' ? t('accessHistory.leftStaff') : t(`roles.${role}`)))
              .join(' · ')}
          </td>
          <td>{t(`logOutcomes.${act.outcome}`)}</td>
        </tr>
      ))}
    </Table>
  );
}
