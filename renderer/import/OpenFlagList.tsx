/** Cells that imports have flagged, until somebody has looked at each. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import css from './import.module.css';
import { letterOf } from './letter-of.ts';
import { importsStore } from './stores.ts';

export function OpenFlagList() {
  const { t } = useTranslation();
  const { flags, settle } = useStore(importsStore);
  if (flags === null || flags.count === 0) return null;
  return (
    <section
      className={cx('stack2', css.sheet, css.openFlags)}
      aria-label={t('import.flags.title')}
      data-testid="open-flags"
    >
      <h2>{t('import.flags.title')}</h2>
      <p>{t('import.flags.lead', { count: flags.count })}</p>
      {/* A scrolled region has to be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul className={cx(css.flagList)} tabIndex={0} aria-label={t('import.flags.title')}>
        {flags.flags.map((flag) => {
          const cell =
            flag.row === 0
              ? flag.roomLabel
              : flag.column === null
                ? t('import.preview.row', { row: flag.row })
                : `${letterOf(flag.column)}${flag.row}`;
          const place = [flag.fileName, flag.sheet, flag.row === 0 ? '' : cell].filter((part) => part !== '');
          return (
            <li key={`${flag.importId}-${flag.n}`} data-testid="open-flag" data-why={flag.why}>
              <b className="digits">{flag.roomLabel}</b>
              <span>
                {t(`flagReasons.${flag.why}`)} <small className="quiet">{place.join(' · ')}</small>
              </span>
              <Button
                weight="plain"
                aria-label={t('import.flags.doneOf', { cell })}
                data-testid={`settle-${flag.importId}-${flag.n}`}
                onClick={() => void settle(flag)}
              >
                {t('import.flags.done')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
