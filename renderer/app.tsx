/** Chooses the screen by where the vault stands. */
import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { assertNever } from '../contract/result.ts';
import { appScreenOf } from './app-screen.ts';
import type { AppState } from './app-store.ts';
import { bridge } from './bridge.ts';
import { CoverScreen } from './lock/CoverScreen.tsx';
import { LockScreen } from './lock/LockScreen.tsx';
import { PracticeFrame } from './practice/index.ts';
import { appStore, desksStore, idleStore } from './stores.ts';
import { followTour, TourButton, TourPanel } from './tour/index.ts';
import { TroubleScreen } from './startup-errors/TroubleScreen.tsx';
import { useZoomKeys } from './use-zoom-keys.ts';

const loadDesk = () => import('./desk/Desk.tsx').then(({ Desk }) => ({ default: Desk }));
const Desk = lazy(loadDesk);
const SetUp = lazy(() => import('./set-up/SetUp.tsx').then((module) => ({ default: module.SetUp })));

/** Its fields are not of the first screen. */
const AlarmScreen = lazy(() =>
  import('./alarm/AlarmScreen.tsx').then((module) => ({ default: module.AlarmScreen })),
);
const Recovery = lazy(() =>
  import('./recovery/Recovery.tsx').then((module) => ({ default: module.Recovery })),
);

export function App() {
  const app = useStore(appStore);
  useShell();
  useEffect(followTour, []);
  useZoomKeys();
  const covered = useStore(idleStore, (state) => state.covered);
  return (
    <PracticeFrame inBar={<TourButton />} aside={<TourPanel />}>
      <div className="screens" inert={covered}>
        <Suspense fallback={null}>{screenFor(app)}</Suspense>
      </div>
      {covered && <CoverScreen />}
    </PracticeFrame>
  );
}

function screenFor(app: AppState) {
  const screen = appScreenOf(app);
  const { status } = app;
  switch (screen) {
    case 'leaving':
      return <div data-testid="screen-leaving" />;
    case 'starting':
      return null;
    case 'unreachable':
      return <TroubleScreen problem={null} />;
    case 'set-up':
      return <SetUp />;
    case 'recovery':
      return status && <Recovery status={status} />;
    case 'lock':
      return status && <LockScreen status={status} />;
    case 'trouble':
      return status && <TroubleScreen problem={status.problem} />;
    case 'alarm':
      return status?.signedIn && <AlarmScreen signedIn={status.signedIn} />;
    case 'desk':
      return status?.signedIn && <Desk status={status} signedIn={status.signedIn} />;
    default:
      return assertNever(screen);
  }
}

/** Listens to main and the vault, and gets the desk ready while the lock screen is looked at. */
function useShell(): void {
  useEffect(() => {
    const idle = idleStore.getState();
    const stops = [
      bridge.onShell.idleDeadline(({ at }) => idle.tellDeadline(at)),
      bridge.onShell.idleWarning(({ at }) => idle.warn(at)),
      bridge.onShell.covered(() => idle.cover()),
      bridge.onVault['session.readOnly'](() => void appStore.getState().refresh()),
      bridge.onVault['desks.state']((state) => desksStore.setState({ state })),
      bridge.onVault['session.expiring'](({ until }) => idle.tellSessionEnd(until)),
    ];
    window.requestIdleCallback(() => void loadDesk());
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}
