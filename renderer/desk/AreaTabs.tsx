/** The pages of the area that is shown, and what may be done there. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { PageName } from '../pages/define-page.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { actionsOf, areasOf } from './areas.ts';
import css from './desk.module.css';
import { usePageHeld } from './page-held.ts';
import { PAGES, pageOf } from './pages.ts';

export function AreaTabs() {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  const shown = useStore(deskStore, ({ page }) => pageOf(page));
  const isHeld = usePageHeld();
  const pages = areasOf(PAGES, role).find(({ area }) => area === shown.area)?.pages ?? [];
  return (
    <div className={cx(css.tabs)}>
      <nav className={cx(css.tabList)} aria-label={t(`areas.${shown.area}`)}>
        {pages.map((page) => (
          <button
            key={page.name}
            ref={page === shown ? bringIntoView : undefined}
            type="button"
            className={cx(css.tab)}
            aria-current={page === shown ? 'page' : undefined}
            disabled={isHeld && page !== shown}
            data-testid={`tab-${page.name}`}
            onClick={() => deskStore.getState().go(page.name as PageName)}
          >
            {(page.tab ?? page.title)(t)}
          </button>
        ))}
      </nav>
      {actionsOf(pages, role).map(({ id, words, shortcut, run }) => (
        <Button
          key={id}
          weight="plain"
          {...(shortcut === undefined ? {} : { shortcut })}
          disabled={isHeld}
          data-testid={`action-${id}`}
          onClick={run}
        >
          {words(t)}
        </Button>
      ))}
    </div>
  );
}

/** A link leads to a page whose tab may be scrolled out of sight. */
const bringIntoView = (tab: HTMLElement | null): void =>
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
