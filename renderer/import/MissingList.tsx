/** Who is on record in the rooms of a list and not in it any more. An import changes nothing of them; it asks whether somebody will look. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { MISSING_ANSWERS } from '../../contract/import/lists.ts';
import type { ImportPlan } from '../../contract/import/views.ts';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { choicesOf } from '../ui/Select.tsx';
import css from './import.module.css';
import { importStore } from './stores.ts';

export function MissingList({ missing }: { readonly missing: ImportPlan['missing'] }) {
  const { t } = useTranslation();
  const { missing: said, sayMissing } = useStore(importStore);
  return (
    <>
      <p>{t('import.missing.lead')}</p>
      <Chips
        label={t('import.missing.label')}
        testId="missing"
        value={said}
        choices={choicesOf(MISSING_ANSWERS, (answer) => t(`import.missing.${answer}`))}
        onChange={sayMissing}
      />
      <ul
        className={cx(css.rejects)}
        // A scrolled region has to be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={t('import.missing.title')}
        data-testid="missing-list"
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
