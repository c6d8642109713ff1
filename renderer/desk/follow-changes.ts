/** What a change that was made on one screen renews on the others, in one place: who tells of a change, and who hears of it. */
import type { ChangeTopic } from '../../contract/changes.ts';
import { alertsStore } from '../alerts/stores.ts';
import { backupWarningStore } from '../backup/stores.ts';
import { bridge } from '../bridge.ts';
import { computerChecksStore } from '../computer-checks/stores.ts';
import { consentRulesStore, consentStore } from '../consent/stores.ts';
import { dueStore } from '../key-management/stores.ts';
import { estateTransferStore } from '../estate-transfer/stores.ts';
import { disclosuresStore } from '../disclosures/stores.ts';
import { inventoryStore } from '../inventory/stores.ts';
import { incidentsStore } from '../incidents/stores.ts';
import { inspectionStore } from '../inspection/stores.ts';
import { paperRegisterStore } from '../paper-register/stores.ts';
import { deskStore } from '../pages/stores.ts';
import { retentionStore } from '../retention/stores.ts';
import { proceduresStore } from '../procedures/stores.ts';
import { requestsStore } from '../requests/stores.ts';
import { formsStore } from '../forms/stores.ts';
import { rectificationStore } from '../rectification/stores.ts';
import { secondWarningStore } from '../second-log/stores.ts';
import { staffStore } from '../staff/stores.ts';
import { appStore } from '../stores.ts';
import { trainingStore } from '../training/stores.ts';
import { walksStore } from '../walk-round/stores.ts';
import { disposalsStore } from '../sweep/disposals-store.ts';
import { sweepDueStore, sweepStore } from '../sweep/stores.ts';

/** What is asked anew, by what changed. */
const RENEWED: Readonly<Record<ChangeTopic, readonly (() => Promise<void>)[]>> = {
  keys: [() => dueStore.getState().read()],
  // Whoever has left held keys; whoever is listed may sign in.
  staff: [
    () => dueStore.getState().read(),
    () => appStore.getState().refresh(),
    async () => (staffStore.getState().known ? staffStore.getState().read() : undefined),
  ],
  backups: [() => backupWarningStore.getState().read()],
  policy: [],
  'second-log': [() => secondWarningStore.getState().read()],
  limits: [],
  rectification: [() => rectificationStore.getState().readDue()],
  forms: [() => formsStore.getState().readDue()],
  inspection: [() => inspectionStore.getState().read()],
  inventory: [() => inventoryStore.getState().readDue(), () => consentRulesStore.getState().read()],
  consent: [
    () => consentRulesStore.getState().read(),
    async () => (consentStore.getState().summary === null ? undefined : consentStore.getState().read()),
  ],
  disclosures: [() => disclosuresStore.getState().readDue()],
  retention: [() => retentionStore.getState().readDue()],
  'estate-transfer': [() => estateTransferStore.getState().readDue()],
  procedures: [() => proceduresStore.getState().readDue()],
  computer: [
    async () =>
      computerChecksStore.getState().view === null ? undefined : computerChecksStore.getState().read(),
  ],
  training: [() => trainingStore.getState().readOwn()],
  requests: [() => requestsStore.getState().readDue()],
  incidents: [() => incidentsStore.getState().readDue()],
  paper: [() => paperRegisterStore.getState().readDue()],
  sweep: [
    () => sweepDueStore.getState().read(),
    async () => (sweepStore.getState().view === null ? undefined : sweepStore.getState().read()),
  ],
  disposals: [
    () => sweepDueStore.getState().read(),
    async () => (disposalsStore.getState().known === null ? undefined : disposalsStore.getState().read()),
  ],
  walks: [() => walksStore.getState().readDue()],
  alerts: [async () => (alertsStore.getState().known ? alertsStore.getState().read() : undefined)],
};

/** Renews what the screens show of what has changed, until the function that comes back is called. */
export const followChanges = (): (() => void) =>
  onChanged((topics) => {
    for (const renew of new Set(topics.flatMap((topic) => RENEWED[topic]))) void renew();
  });

/** Calls `tell` with what has changed, as the vault says it. */
function onChanged(tell: (topics: readonly ChangeTopic[]) => void): () => void {
  const ends = [
    bridge.onVault.changed(({ topics }) => tell(topics)),
    // What is due changes with the hours, too: it is asked anew on the way to another page.
    deskStore.subscribe((now, before) => {
      if (now.page !== before.page) tell(['keys', 'backups', 'second-log', 'paper', 'requests', 'incidents']);
    }),
  ];
  return () => ends.forEach((end) => end());
}
