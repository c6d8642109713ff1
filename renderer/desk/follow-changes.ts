/** What a change that was made on one screen renews on the others, in one place: who tells of a change, and who hears of it. */
import { backupStore, backupWarningStore } from '../backup/stores.ts';
import { dueStore, keysStore, theftStore } from '../custody/stores.ts';
import { deskStore } from '../pages/stores.ts';
import { staffStore } from '../staff/stores.ts';
import { appStore } from '../stores.ts';

/** What of the vault may have changed. */
export type Topic = 'keys' | 'staff' | 'backups' | 'policy' | 'log';

/** What is asked anew, by what changed. */
const RENEWED: Readonly<Record<Topic, readonly (() => Promise<void>)[]>> = {
  keys: [() => dueStore.getState().read()],
  // Whoever has left held keys; whoever is listed may sign in.
  staff: [
    () => dueStore.getState().read(),
    () => appStore.getState().refresh(),
    async () => (staffStore.getState().known ? staffStore.getState().read() : undefined),
  ],
  backups: [() => backupWarningStore.getState().read()],
  policy: [],
  log: [],
};

/** Renews what the screens show of what has changed, until the function that comes back is called. */
export const followChanges = (): (() => void) =>
  onChanged((topics) => {
    for (const renew of new Set(topics.flatMap((topic) => RENEWED[topic]))) void renew();
  });

/** Calls `tell` with what has changed, as the stores of the screens that change it know it. */
function onChanged(tell: (topics: readonly Topic[]) => void): () => void {
  const ends = [
    keysStore.subscribe((now, before) => {
      if (now.view !== before.view) tell(['keys']);
    }),
    theftStore.subscribe((now, before) => {
      if (now.view !== before.view) tell(['staff']);
    }),
    staffStore.subscribe((now, before) => {
      if (now.ceremony?.step === 'done' && before.ceremony?.step !== 'done') tell(['staff']);
    }),
    backupStore.subscribe((now, before) => {
      if (now.view !== before.view) tell(['backups']);
    }),
    // What another page has changed is asked anew on the way from it.
    deskStore.subscribe((now, before) => {
      if (now.page !== before.page) tell(['keys']);
    }),
  ];
  return () => ends.forEach((end) => end());
}
