/** The areas of the work, on the left of every page, and under them the way to everything by its name. */
import { useTranslation } from '../messages/translate.ts';
import { deskStore } from '../pages/stores.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import css from './desk.module.css';
import { DESK_KEYS } from './desk-keys.ts';
import { usePageHeld } from './page-held.ts';
import { enter, useOffered } from './use-offered.ts';

export function AppRail() {
  const { t } = useTranslation();
  const { areas, current } = useOffered();
  const isHeld = usePageHeld();
  return (
    <nav className={cx('stack1', css.rail)} aria-label={t('areas.label')}>
      {areas.map(({ area, tabs: [first] }) => (
        <button
          key={area}
          type="button"
          className={cx('stack1', css.area)}
          aria-current={area === current?.area ? 'true' : undefined}
          disabled={isHeld}
          data-testid={`area-${area}`}
          onClick={() => enter(first)}
        >
          <Icon name={area} />
          <span className={cx(css.areaName)}>{t(`areas.${area}`)}</span>
        </button>
      ))}
      <button
        type="button"
        className={cx('stack1', css.area, css.anywhere)}
        title={t('help.keys.palette')}
        disabled={isHeld}
        data-testid="rail-palette"
        onClick={() => deskStore.getState().openDialog('palette')}
      >
        <Icon name="search" />
        <span className={cx(css.areaName)}>{DESK_KEYS.palette.shown}</span>
      </button>
    </nav>
  );
}
