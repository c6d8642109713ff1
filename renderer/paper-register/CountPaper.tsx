/** The sheet of a count as the page that is printed has it: by place, with a box to tick. */
import { useTranslation } from 'react-i18next';
import { paperNumber } from '../../contract/paper-register/lists.ts';
import type { CountSheet } from '../../contract/paper-register/sheets.ts';
import { formatMoment } from '../messages/format.ts';
import { cx } from '../ui/cx.ts';
import { Table } from '../ui/Table.tsx';
import css from './paper-register.module.css';

const COLUMNS = ['number', 'title', 'pages', 'place', 'custodian', 'there'] as const;

export function CountPaper({
  sheet: { papers, printed },
  estateName,
}: {
  readonly sheet: CountSheet;
  readonly estateName: string;
}) {
  const { t } = useTranslation();
  return (
    <article className={cx(css.paper)} aria-label={t('papers.countPaper.title')} data-testid="count-sheet">
      <header>
        <p>
          {t('product')} · {estateName}
        </p>
        <h2>{t('papers.countPaper.title')}</h2>
      </header>
      <p className="quiet">
        {t('papers.countPaper.printed', {
          time: formatMoment(printed.at),
          name: printed.by,
          count: papers.length,
        })}
      </p>
      <Table columns={COLUMNS} words={(column) => t(`papers.countPaper.columns.${column}`)}>
        {papers.map(({ paperId, title, pages, place, custodian }) => (
          <tr key={paperId}>
            <td className="digits">{paperNumber(paperId)}</td>
            <td>{title}</td>
            <td className="digits">{pages}</td>
            <td>{place}</td>
            <td>{custodian.name}</td>
            <td>☐</td>
          </tr>
        ))}
      </Table>
      <p className={cx(css.signature)}>{t('papers.countPaper.signature')}</p>
    </article>
  );
}
