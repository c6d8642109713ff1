/** List of later changes by others, before something is undone: masked, and left as they are unless that is not wanted. */
import { useTranslation } from '../messages/translate.ts';
import { cx } from './cx.ts';
import { Switch } from './Switch.tsx';
import css from './ui.module.css';

interface EditedSinceProps {
  /** How many there are; more than are listed, perhaps. */
  readonly count: number;
  /** Cells of each row, as many in each: the thing that was changed, whose or which, and where. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
  readonly keep: boolean;
  readonly onKeep: (keep: boolean) => void;
}

export function EditedSince({ count, rows, keep, onKeep }: EditedSinceProps) {
  const { t } = useTranslation();
  const title = t('undo.edited', { count });
  return (
    <>
      <p>
        <b>{title}</b>
      </p>
      {/* Before the list, which may be longer than a small window. */}
      <Switch label={t('undo.keepEdited')} value={keep} onChange={onKeep} testId="undo-keep" />
      {/* A scrolled region has to be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={cx(css.edited)} tabIndex={0} aria-label={title}>
        {rows.map(({ key, cells: [what, ...cells] }) => (
          <li key={key} data-testid="undo-edited">
            <span className="quiet">{what}</span>
            {cells.map((cell) => (
              <span key={cell} className="digits">
                {cell}
              </span>
            ))}
          </li>
        ))}
        {count > rows.length && (
          <li className="quiet">{t('undo.notListed', { count: count - rows.length })}</li>
        )}
      </ul>
    </>
  );
}
