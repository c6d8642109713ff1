/** Cells that were set aside or want a look: sheet, cell, why. Their rows were taken. */
import { useTranslation } from '../messages/translate.ts';
import type { CellFlag } from '../../contract/import/views.ts';
import { cx } from '../ui/cx.ts';
import css from './import.module.css';
import { letterOf } from './letter-of.ts';

export function FlagList({ flags }: { readonly flags: readonly CellFlag[] }) {
  const { t } = useTranslation();
  return (
    // A scrolled region has to be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className={cx(css.rejects)} tabIndex={0} aria-label={t('import.flags.title')} data-testid="flags">
      {flags.map(({ sheet, row, column, why }) => (
        <li key={`${sheet}-${row}-${column}-${why}`} data-testid="flag" data-why={why}>
          <span className={cx('quiet', 'digits')}>
            {sheet} · {column === null ? t('import.preview.row', { row }) : `${letterOf(column)}${row}`}
          </span>
          <span>{t(`flagReasons.${why}`)}</span>
        </li>
      ))}
    </ul>
  );
}
