/** The areas of the work, on the left of every page. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { PageName } from '../pages/define-page.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { areasOf } from './areas.ts';
import css from './desk.module.css';
import { usePageHeld } from './page-held.ts';
import { PAGES, pageOf } from './pages.ts';

export function AppRail() {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  const current = useStore(deskStore, ({ page }) => pageOf(page).area);
  const isHeld = usePageHeld();
  return (
    <nav className={cx(css.rail)} aria-label={t('areas.label')}>
      {areasOf(PAGES, role).map(({ area, pages: [first] }) => (
        <button
          key={area}
          type="button"
          className={cx(css.area)}
          aria-current={area === current ? 'true' : undefined}
          disabled={isHeld}
          data-testid={`area-${area}`}
          onClick={() => first !== undefined && deskStore.getState().go(first.name as PageName)}
        >
          <Icon name={area} />
          <span className={cx(css.areaName)}>{t(`areas.${area}`)}</span>
        </button>
      ))}
    </nav>
  );
}
