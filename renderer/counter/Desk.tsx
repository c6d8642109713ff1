/** The unlocked screen: counter, import, log or policy above, who is signed in below, and the keys that work everywhere. */
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { assertNever } from '../../contract/result.ts';
import type { SignedIn, VaultStatus } from '../../contract/sign-in/views.ts';
import { HelpDialog } from '../help/HelpDialog.tsx';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { appStore, deskStore } from '../stores.ts';
import { TaskPicker } from '../tasks/TaskPicker.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Note } from '../ui/Note.tsx';
import { Counter } from './Counter.tsx';
import { DeskContext } from './desk-context.ts';
import css from './counter.module.css';
import { Footer } from './Footer.tsx';
import { IdleBanner } from './IdleBanner.tsx';
import { MenuDialog } from './MenuDialog.tsx';
import type { SearchHandle } from './SearchBox.tsx';
import { UnsavedDialog } from './UnsavedDialog.tsx';
import { useDeskKeys } from './use-desk-keys.ts';
import { VisitorView } from './VisitorView.tsx';

const Intake = lazy(() => import('../intake/Intake.tsx').then((module) => ({ default: module.Intake })));
const RoomsPage = lazy(() =>
  import('../room/RoomsPage.tsx').then((module) => ({ default: module.RoomsPage })),
);
const ImportsPage = lazy(() =>
  import('../intake/ImportsPage.tsx').then((module) => ({ default: module.ImportsPage })),
);
const LogPage = lazy(() => import('../log/LogPage.tsx').then((module) => ({ default: module.LogPage })));
const RoomPatternsPage = lazy(() =>
  import('../room-patterns/RoomPatternsPage.tsx').then((module) => ({ default: module.RoomPatternsPage })),
);
const PolicyPage = lazy(() =>
  import('../policy/PolicyPage.tsx').then((module) => ({ default: module.PolicyPage })),
);
const StaffPage = lazy(() =>
  import('../staff/StaffPage.tsx').then((module) => ({ default: module.StaffPage })),
);
const HandoverPage = lazy(() =>
  import('../shift/HandoverPage.tsx').then((module) => ({ default: module.HandoverPage })),
);
const ChangePinDialog = lazy(() =>
  import('../staff/ChangePinDialog.tsx').then((module) => ({ default: module.ChangePinDialog })),
);
const KeysPage = lazy(() =>
  import('../keys-page/KeysPage.tsx').then((module) => ({ default: module.KeysPage })),
);
const BackupPage = lazy(() =>
  import('../backup/BackupPage.tsx').then((module) => ({ default: module.BackupPage })),
);
const GlassPage = lazy(() =>
  import('../tasks/GlassPage.tsx').then((module) => ({ default: module.GlassPage })),
);

interface DeskProps {
  readonly status: VaultStatus;
  readonly signedIn: SignedIn;
}

export function Desk({ status, signedIn }: DeskProps) {
  const { t } = useTranslation();
  const { page, panel, dialog } = useStore(deskStore);
  const {
    wrongTries,
    readWrongTries,
    settings: { privacy },
  } = useStore(appStore);
  const search = useRef<SearchHandle>(null);
  useDeskKeys(search, signedIn.role);

  // A panel that closed gives the focus back to the search box.
  const panelKind = panel.kind;
  useEffect(() => {
    if (panelKind === 'none' && page === 'counter' && dialog === 'none') search.current?.focus();
  }, [panelKind, page, dialog]);

  return (
    <DeskContext value={{ signedIn, people: status.people }}>
      <div
        className={cx(css.desk)}
        data-testid="screen-counter"
        data-page={page}
        data-panel={panel.kind}
        data-dialog={dialog}
        data-role={signedIn.role}
        data-privacy={privacy}
      >
        {wrongTries > 0 && !privacy && (
          <div className={cx(css.banner)} data-testid="wrong-tries">
            <Note kind="warn" live>
              {t('lock.wrongTries', { count: wrongTries })}
            </Note>
            <Button
              onClick={() => {
                readWrongTries();
                search.current?.focus();
              }}
            >
              {t('lock.understood')}
            </Button>
          </div>
        )}
        {status.readOnly && !privacy && (
          <div className={cx(css.banner)} data-testid="read-only">
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
        <main className={cx(css.page)}>
          <Suspense fallback={null}>{renderPage()}</Suspense>
        </main>
        <IdleBanner />
        <Footer />
      </div>
      {dialog === 'help' && <HelpDialog />}
      {dialog === 'menu' && <MenuDialog />}
      {dialog === 'settings' && <SettingsDialog />}
      {dialog === 'unsaved' && <UnsavedDialog />}
      {dialog === 'tasks' && <TaskPicker />}
      {dialog === 'change-pin' && (
        <Suspense fallback={null}>
          <ChangePinDialog />
        </Suspense>
      )}
    </DeskContext>
  );

  function renderPage() {
    if (privacy) return <VisitorView search={search} />;
    switch (page) {
      case 'counter':
        return <Counter search={search} />;
      case 'intake':
        return <Intake />;
      case 'imports':
        return <ImportsPage />;
      case 'log':
        return <LogPage />;
      case 'policy':
        return <PolicyPage />;
      case 'rooms':
        return <RoomsPage />;
      case 'glass':
        return <GlassPage />;
      case 'backup':
        return <BackupPage />;
      case 'staff':
        return <StaffPage />;
      case 'handover':
        return <HandoverPage />;
      case 'keys':
        return <KeysPage />;
      case 'room-patterns':
        return <RoomPatternsPage />;
      default:
        return assertNever(page);
    }
  }
}
