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
import { appStore } from '../stores.ts';
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
import type { AnyPage } from '../pages/define-page.ts';
import { ALL_KEYS } from './desk-keys.ts';
import { homeOf } from './home.ts';
import { followChanges } from './follow-changes.ts';
import { usePageHeld } from './page-held.ts';
import { componentOf, pageOf } from './pages.ts';
import { reasonsStore } from '../reasons/stores.ts';
import { turnPrivacy } from './turn-privacy.ts';
import { useLanding } from './use-landing.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { VisitorView } from '../counter/VisitorView.tsx';

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
