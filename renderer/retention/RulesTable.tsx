/** How long each entity is kept, and what of it is due. */
import { useTranslation } from '../messages/translate.ts';
import type { RetentionView } from '../../contract/retention/routes.ts';
import { formatMoment } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import pageCss from '../ui/page.module.css';
import { Table } from '../ui/Table.tsx';
import { countWords } from './count-words.ts';
import type { Open } from './open-form.ts';

interface RulesTableProps {
  readonly view: RetentionView;
  readonly onOpen: (open: Open) => void;
}

const ALWAYS = ['entity', 'months'] as const;
const COLUMNS = [...ALWAYS, 'due', 'act'] as const;

export function RulesTable({ view: { rules, records }, onOpen }: RulesTableProps) {
  const { t, i18n } = useTranslation();
  const { chosen } = rules;
  const hasDue = records.some(({ count }) => count > 0);
  const grounds = chosen?.edition.suggested ?? rules.suggested;
  return (
    <section className={cx(pageCss.section)} aria-label={t('retention.rulesHeading')}>
      <h2>{t('retention.rulesHeading')}</h2>
      {chosen !== null && (
        <>
          <p className="quiet">
            {t('retention.confirmed', {
              name: chosen.by,
              time: formatMoment(chosen.at),
              words: chosen.words,
            })}
          </p>
          <p className={cx('quiet', 'small')}>
            {t('retention.groundsOf', { version: chosen.edition.source.version })}
          </p>
        </>
      )}
      <Table columns={hasDue ? COLUMNS : ALWAYS} words={(column) => t(`retention.rules.${column}`)}>
        {rules.rules.map(({ entity, months }) => {
          const record = records.find((one) => one.entity === entity);
          const why = grounds.find((one) => one.entity === entity);
          const now = rules.suggested.find((one) => one.entity === entity);
          return (
            <tr key={entity} data-testid={`retention-rule-${entity}`}>
              <th scope="row">
                {t(`retention.entities.${entity}`)}
                {why !== undefined && (
                  <p className={cx('quiet', 'small')}>{i18n.language === 'en' ? why.groundEn : why.ground}</p>
                )}
              </th>
              <td>
                {t('retention.monthsOf', { count: months })}
                {now !== undefined && now.months !== months && (
                  <p className={cx('quiet', 'small')}>{t('retention.suggestedNow', { count: now.months })}</p>
                )}
              </td>
              {hasDue && (
                <>
                  <td>{record === undefined ? '' : countWords(t, record.count)}</td>
                  <td>
                    {record !== undefined && record.count > 0 && (
                      <Button
                        weight="plainDanger"
                        data-testid={`retention-erase-${entity}`}
                        onClick={() => onOpen({ form: 'records', entity: record.entity })}
                      >
                        {t('retention.eraseRecords', { count: record.count })}
                      </Button>
                    )}
                  </td>
                </>
              )}
            </tr>
          );
        })}
      </Table>
    </section>
  );
}
