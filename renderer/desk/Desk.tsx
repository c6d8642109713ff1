/** The unlocked screen: the areas on the left, a page with its tabs, the status bar below, and the keys that work everywhere. */
import { type ComponentType, type ReactNode, Suspense, lazy, useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { SignedIn, VaultStatus } from '../../contract/sign-in/views.ts';
import { LeadBar } from '../evidence/LeadBar.tsx';
import { InspectionBanner } from '../inspection/InspectionBanner.tsx';
import { WithDrafts } from '../drafts/WithDrafts.tsx';
import { HelpDialog } from '../help/HelpDialog.tsx';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { appStore, idleStore } from '../stores.ts';
import { leadStore } from '../pages/lead-store.ts';
import { deskStore } from '../pages/stores.ts';
import { TaskPicker } from '../tasks/TaskPicker.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Note } from '../ui/Note.tsx';
import { WithTaskPanels } from '../ui/TaskPanel.tsx';
import { searchBox } from '../counter/search-box.ts';
import { DeskContext } from '../pages/desk-context.ts';
import { AppRail } from './AppRail.tsx';
import { AreaTabs } from './AreaTabs.tsx';
import css from './desk.module.css';
import { IdleBanner } from './IdleBanner.tsx';
import { StatusBar } from './StatusBar.tsx';
import { UnsavedDialog } from './UnsavedDialog.tsx';
import type { AnyPage, PageName } from '../pages/define-page.ts';
import { ALL_KEYS, type DeskKey, struckKey } from './desk-keys.ts';
import { homeOf } from './home.ts';
import { usePageHeld, isPageHeld } from './page-held.ts';
import { componentOf, pageOf, FOLLOWING } from './pages.ts';
import { reasonsStore } from '../reasons/stores.ts';
import { turnPrivacy } from './turn-privacy.ts';
import { useLanding } from './use-landing.ts';
import { VisitorView } from '../counter/VisitorView.tsx';
import type { ChangeTopic } from '../../contract/changes.ts';
import { bridge } from '../bridge.ts';
import { firstDayStore } from '../first-day/stores.ts';
import type { Role } from '../../contract/fields.ts';
import { roomStore } from '../current-record/stores.ts';
import { isForm } from '../pages/desk-store.ts';
import { isEscapeOfPage, isPopoverOpen } from '../ui/use-escape.ts';

const CommandPalette = lazy(() =>
  import('./CommandPalette.tsx').then((module) => ({ default: module.CommandPalette })),
);
const ChangePinDialog = lazy(() =>
  import('../staff/ChangePinDialog.tsx').then((module) => ({ default: module.ChangePinDialog })),
);

interface DeskProps {
  readonly status: VaultStatus;
  readonly signedIn: SignedIn;
}

export function Desk(props: DeskProps) {
  return useLanding(props.signedIn.role) ? (
    <WithDrafts>
      <WithTaskPanels>{(panels) => <LandedDesk {...props} panels={panels} />}</WithTaskPanels>
    </WithDrafts>
  ) : null;
}

interface LandedDeskProps extends DeskProps {
  /** Where the panels of the page are shown. */
  readonly panels: ReactNode;
}

function LandedDesk({ status, signedIn, panels }: LandedDeskProps) {
  const { t } = useTranslation();
  const { page, panel, dialog } = useStore(deskStore);
  const {
    wrongTries,
    settings: { privacy },
  } = useStore(appStore);
  // A page is shown to nobody else than whom it is for, however it was come to.
  const asked = pageOf(page);
  const shown = asked.roles.includes(signedIn.role) ? asked : pageOf(homeOf(signedIn.role));
  const held = usePageHeld();
  const ledTimes = useStore(leadStore, ({ times }) => times);
  useDeskKeys(signedIn.role);
  useEffect(followChanges, []);
  // Before anybody is asked for one: those offered first do not change under a finger.
  useEffect(() => void reasonsStore.getState().read(), []);

  // A panel that closed gives the focus back to the search box.
  const panelKind = panel.kind;
  useEffect(() => {
    if (panelKind === 'none' && page === 'counter' && dialog === 'none') searchBox.current?.focus();
  }, [panelKind, page, dialog]);

  return (
    <DeskContext value={{ signedIn, people: status.people }}>
      <div
        className={cx(css.desk)}
        data-testid="screen-counter"
        data-page={shown.name}
        data-panel={panel.kind}
        data-dialog={dialog}
        data-role={signedIn.role}
        data-privacy={privacy}
      >
        {wrongTries > 0 && !privacy && (
          // The bell shows it until it was looked at.
          <p className="hidden-text" role="status" data-testid="wrong-tries">
            {t('lock.wrongTries', { count: wrongTries })}
          </p>
        )}
        {status.readOnly && !privacy && (
          <div className={cx('row4', css.banner)} data-testid="read-only">
            <Note kind="harm" live>
              {t('readOnly.banner')}
            </Note>
            <Button
              data-testid="read-only-repair"
              onClick={() => void appStore.getState().lock({ repair: true })}
            >
              {t('readOnly.repair')}
            </Button>
          </div>
        )}
        {!privacy && <InspectionBanner className={cx('row4', css.banner)} />}
        {!privacy && <LeadBar className={cx('row4', css.banner)} />}
        {!privacy && <AppRail />}
        <main className={cx(css.main)}>
          <div className={cx(css.page)}>
            {!privacy && <AreaTabs />}
            {privacy ? (
              <VisitorView />
            ) : (
              <ShownPage page={shown} component={componentOf(shown)} key={`${shown.name} ${ledTimes}`} />
            )}
          </div>
        </main>
        {panels}
        <IdleBanner />
        <StatusBar />
      </div>
      {dialog === 'help' && <HelpDialog keys={ALL_KEYS.map(({ key }) => key)} />}
      {dialog === 'palette' && (
        <Suspense fallback={null}>
          <CommandPalette />
        </Suspense>
      )}
      {dialog === 'settings' && <SettingsDialog held={held} turnPrivacy={turnPrivacy} />}
      {dialog === 'unsaved' && <UnsavedDialog />}
      {dialog === 'tasks' && <TaskPicker />}
      {dialog === 'change-pin' && (
        <Suspense fallback={null}>
          <ChangePinDialog />
        </Suspense>
      )}
    </DeskContext>
  );
}

interface ShownPageProps {
  readonly page: AnyPage;
  readonly component: ComponentType;
}

/** The page, until it is left. */
function ShownPage({ page, component: Component }: ShownPageProps) {
  useEffect(() => page.left, [page]);
  return (
    <Suspense fallback={null}>
      <Component />
    </Suspense>
  );
}

const TIMELY = FOLLOWING.flatMap(({ timely = [] }) => timely);

/** Renews screens after a change that was made on another one: the pages say what they follow (`follows`). Renews what the screens show of what has changed, until the function that comes back is called. */
function followChanges(): () => void {
  const renew = (topics: readonly ChangeTopic[]): void => {
    for (const topic of new Set(topics)) for (const { follows } of FOLLOWING) void follows?.[topic]?.();
  };
  const ends = [
    bridge.onVault.changed(({ topics }) => {
      renew(topics);
      // The first entry of a register brings its tab.
      void firstDayStore.getState().read();
    }),
    deskStore.subscribe((now, before) => {
      if (now.page !== before.page) renew(TIMELY);
    }),
  ];
  void firstDayStore.getState().read();
  return () => ends.forEach((end) => end());
}

/** The keys that work everywhere on the unlocked screen. Letters are search, so actions take Alt or Ctrl. */
function useDeskKeys(role: Role): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (idleStore.getState().covered) return;
      if (command(event, role) || escape(event, role) || typeAnywhere(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [role]);
}

/** Handles a key of the list; true if it was one and did something. */
function command(event: KeyboardEvent, role: Role): boolean {
  const struck = struckKey(event);
  if (struck === null) return false;
  const { always, inVisitorView } = struck.key;
  if (always !== true && (deskStore.getState().dialog !== 'none' || isPageHeld())) return false;
  if (appStore.getState().settings.privacy && inVisitorView !== true) return false;
  return press(struck, event, role);
}

function press({ key, page }: DeskKey, event: KeyboardEvent, role: Role): boolean {
  if (key.press === undefined) return false;
  if (key.press !== 'open') return key.press({ role, event });
  if (page?.roles.includes(role) !== true) return false;
  deskStore.getState().go(page.name as PageName);
  return true;
}

/** One thing at a time: what is shown, then the room, then within the page, then the page for the role's own. What lies over the page and forms see to themselves. */
function escape(event: KeyboardEvent, role: Role): boolean {
  const desk = deskStore.getState();
  if (!isEscapeOfPage(event) || desk.dialog !== 'none' || isPageHeld()) return false;
  if (isForm(desk.panel)) return false;
  if (desk.panel.kind !== 'none') desk.hidePanel();
  else if (roomStore.getState().room !== null) roomStore.getState().close();
  else if (pageOf(desk.page).escape?.() !== true) desk.go(homeOf(role));
  searchBox.current?.focus();
  return true;
}

/** A character typed where nothing takes text goes to the page. */
function typeAnywhere(event: KeyboardEvent): false {
  const { page, dialog } = deskStore.getState();
  if (dialog !== 'none' || isPopoverOpen() || event.ctrlKey || event.metaKey || event.altKey) return false;
  const target = event.target instanceof Element ? event.target : null;
  const takesText = target?.closest('input, textarea, form, [aria-haspopup=listbox]') ?? null;
  if (takesText !== null) return false;
  if ([...event.key].length !== 1 || event.key === ' ') return false;
  pageOf(page).receive?.(event);
  return false;
}
