/** Who is on record in the rooms of a list and not in it any more. Nothing becomes of them by an import. */
import { useTranslation } from '../messages/translate.ts';
import type { ImportPlan } from '../../contract/import/views.ts';
import { cx } from '../ui/cx.ts';
import css from './import.module.css';

export function MissingList({ missing }: { readonly missing: ImportPlan['missing'] }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('import.missing.lead')}</p>
      <ul
        className={cx(css.rejects)}
        // A scrolled region has to be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('import.missing.title')}
        data-testid="missing"
      >
        {missing.rows.map(({ personId, nameMask, roomLabel }) => (
          <li key={personId} data-testid="missing-row">
            <span className="digits">{roomLabel}</span>
            <span>{nameMask}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
