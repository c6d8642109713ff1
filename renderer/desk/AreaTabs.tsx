/** The tabs of the area that is shown with what may be done there, and in one row the sections of its tab and what the page says of itself. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { PageName } from '../pages/define-page.ts';
import { deskStore } from '../pages/stores.ts';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { tellPageHeaderPlace } from '../ui/page-header-place.ts';
import { actionsOf, tabOf } from './areas.ts';
import css from './desk.module.css';
import { usePageAlone, usePageHeld } from './page-held.ts';
import { enter, useOffered } from './use-offered.ts';

export function AreaTabs() {
  const { t } = useTranslation();
  const { current, shown, role } = useOffered();
  // Of what is damaged nothing is added to or changed.
  const isReadOnly = useStore(appStore, ({ status }) => status?.readOnly === true);
  const isHeld = usePageHeld();
  const isAlone = usePageAlone();
  const now = tabOf(shown, role);
  const tabs = current?.tabs ?? [];
  const all = tabs.flatMap(({ sections }) => sections);
  const sections = all.filter(
    (page) => tabOf(page, role) === now && (page.at.aside !== true || page === shown),
  );
  return (
    <div>
      <div className={cx(css.bar)}>
        <Choices
          label={t(`areas.${current?.area ?? 'counter'}`)}
          testId="tabs"
          choices={tabs.map((one) => ({
            id: `tab-${one.tab}`,
            words: t(`tabs.${one.tab}`),
            isShown: one.tab === now,
            run: () => enter(one),
          }))}
        />
        {shown.name === 'counter' && <span className={cx(css.searchPlace)} />}
        {(isReadOnly ? [] : actionsOf(all, role)).map(({ id, words, shortcut, run }) => (
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
      <div className={cx(css.head)}>
        {sections.length > 1 && !isAlone && (
          <Choices
            label={t(`tabs.${now}`)}
            testId="sections"
            choices={sections.map((page) => ({
              id: `section-${page.name}`,
              words: (page.section ?? page.title)(t),
              isShown: page === shown,
              run: () => deskStore.getState().go(page.name as PageName),
            }))}
          />
        )}
        <div ref={tellPageHeaderPlace} className={cx(css.headerPlace)} />
      </div>
    </div>
  );
}

interface ChoicesProps {
  readonly label: string;
  readonly testId: 'tabs' | 'sections';
  readonly choices: readonly {
    readonly id: string;
    readonly words: string;
    readonly isShown: boolean;
    readonly run: () => void;
  }[];
}

/** In one row, the one that is shown always in sight. */
function Choices({ label, testId, choices }: ChoicesProps) {
  const isHeld = usePageHeld();
  return (
    <nav className={cx(css.choices, css[testId])} aria-label={label} data-testid={testId}>
      {choices.map(({ id, words, isShown, run }) => (
        <button
          key={id}
          ref={isShown ? bringIntoView : undefined}
          type="button"
          className={cx(css.tab)}
          aria-current={isShown ? 'page' : undefined}
          disabled={isHeld && !isShown}
          data-testid={id}
          onClick={run}
        >
          {words}
        </button>
      ))}
    </nav>
  );
}

const bringIntoView = (choice: HTMLElement | null): void =>
  choice?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
