/** Chooses the screen by where the vault stands. */
import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { assertNever } from '../contract/result.ts';
import type { VaultStatus } from '../contract/views.ts';
import { AlarmScreen } from './alarm/AlarmScreen.tsx';
import { bridge } from './bridge.ts';
import { LockScreen } from './lock/LockScreen.tsx';
import { appStore, idleStore } from './stores.ts';
import { TroubleScreen } from './trouble/TroubleScreen.tsx';
import { useZoomKeys } from './use-zoom-keys.ts';

const loadDesk = () => import('./counter/Desk.tsx').then(({ Desk }) => ({ default: Desk }));
const Desk = lazy(loadDesk);
const Setup = lazy(() => import('./setup/Setup.tsx').then((module) => ({ default: module.Setup })));

export function App() {
  const { status, unreachable, leaving, alarms } = useStore(appStore);
  useShell();
  useZoomKeys();
  if (leaving) return <div data-testid="screen-leaving" />;
  if (unreachable !== null) return <TroubleScreen problem={null} />;
  if (status === null) return null;
  return <Suspense fallback={null}>{screenFor(status, alarms.length > 0)}</Suspense>;
}

function screenFor(status: VaultStatus, alarmed: boolean) {
  switch (status.state) {
    case 'no-vault': return <Setup />;
    case 'locked': return <LockScreen status={status} />;
    case 'refused': return <TroubleScreen problem={status.problem} />;
    case 'unlocked':
      if (status.signedIn === null) return null;
      return alarmed ? <AlarmScreen signedIn={status.signedIn} /> : <Desk status={status} signedIn={status.signedIn} />;
    default: return assertNever(status.state);
  }
}

/** Listens to main and the vault, and gets the desk ready while the lock screen is looked at. */
function useShell(): void {
  useEffect(() => {
    const idle = idleStore.getState();
    const stops = [
      bridge.onShell.idleDeadline(({ at }) => idle.tellDeadline(at)),
      bridge.onShell.idleWarning(({ at }) => idle.warn(at)),
      bridge.onVault['session.expiring'](({ until }) => idle.tellSessionEnd(until)),
    ];
    window.requestIdleCallback(() => void loadDesk());
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
}
