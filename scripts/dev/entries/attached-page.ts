/** Comes into the page in Electron beside the screens: signs in by the flag, and has main bring up a fresh page and vault where a change asks for it. */
import { bridge } from '../../../renderer/bridge.ts';
import { appStore } from '../../../renderer/stores.ts';
import { MESSAGES, type SignIn } from '../messages.ts';

/** As the lock screen does it, once there is one. */
async function signIn({ role, pin }: SignIn): Promise<void> {
  const { status } = appStore.getState();
  const person = status?.state === 'locked' ? status.people.find((one) => one.role === role) : undefined;
  if (person === undefined) {
    const stop = appStore.subscribe(() => {
      stop();
      void signIn({ role, pin });
    });
    return;
  }
  const reply = await bridge.vault['session.unlock']({ slotId: person.slotId, pin });
  if (reply.ok) await appStore.getState().signedIn(reply.value.wrongTries, reply.value.alarms);
}

// Spelled out: Vite lends it to the modules whose text says so.
const hot = import.meta.hot;
hot?.on(MESSAGES.signIn, (order: SignIn) => void signIn(order));
hot?.on(MESSAGES.restart, () => void bridge.shell.restartVault({}));
// A page may not load itself anew (main would refuse it, and it would have no port): it stays until main replaces it.
hot?.on('vite:beforeFullReload', () => {
  hot.send(MESSAGES.stale, {});
  return new Promise<never>(() => undefined);
});
hot?.send(MESSAGES.ready, {});
