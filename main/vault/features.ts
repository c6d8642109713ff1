/** Joins what the features bring. Loaded while somebody types their PIN, so that neither the lock screen nor the sign-in waits for it. */
import { DUTIES, type Duty } from '../../contract/evidence/lists.ts';
import type { Paper, PaperKind } from '../../contract/paper.ts';
import type { RouteName } from '../../contract/route-names.ts';
import { AppError } from './app-error.ts';
import { activityFeature } from './activity/index.ts';
import { attachmentsFeature } from './attachments/index.ts';
import { backupFeature } from './backup/index.ts';
import { canariesFeature } from './canaries/index.ts';
import { computerChecksFeature } from './computer-checks/index.ts';
import { consentFeature } from './consent/index.ts';
import { keyManagementFeature } from './key-management/index.ts';
import { disclosuresFeature } from './disclosures/index.ts';
import { evidenceFeature } from './evidence/index.ts';
import type { Feature, FeatureFactory, HandlersOf, Showing, VaultContext } from './feature.ts';
import { formsFeature } from './forms/index.ts';
import { firstDayFeature } from './first-day/index.ts';
import { estateTransferFeature } from './estate-transfer/index.ts';
import { incidentsFeature } from './incidents/index.ts';
import { importFeature } from './import/index.ts';
import { inventoryFeature } from './inventory/index.ts';
import { inspectionFeature } from './inspection/index.ts';
import { limitsFeature } from './limits/index.ts';
import { logExportFeature } from './log-export/index.ts';
import { otherSystemsFeature } from './other-systems/index.ts';
import { oversightFeature } from './oversight/index.ts';
import { paperRegisterFeature } from './paper-register/index.ts';
import { printFeature } from './print/index.ts';
import { policyFeature } from './policy/index.ts';
import { proceduresFeature } from './procedures/index.ts';
import { rectificationFeature } from './rectification/index.ts';
import { reasonsFeature } from './reasons/index.ts';
import { recordsFeature } from './records/index.ts';
import { recoveryFeature } from './recovery/index.ts';
import { requestsFeature } from './requests/index.ts';
import { peopleFeature } from './people/index.ts';
import { secondLogFeature } from './second-log/index.ts';
import { retentionFeature } from './retention/index.ts';
import { scopeFeature } from './scope/index.ts';
import { searchFeature } from './search/index.ts';
import type { Session } from './session/session.ts';
import type { SignInRoute } from './sign-in/index.ts';
import { setUpFeature } from './sign-in/set-up-feature.ts';
import { staffFeature } from './staff/index.ts';
import { fileDisposalFeature } from './file-disposal/index.ts';
import { walkRoundFeature } from './walk-round/index.ts';
import { sweepFeature } from './sweep/index.ts';
import { tasksFeature } from './tasks/index.ts';
import { traceFeature } from './trace/index.ts';
import { trainingFeature } from './training/index.ts';
import { accessHistoryFeature } from './access-history/index.ts';

const FACTORIES = [
  setUpFeature,
  recoveryFeature,
  // Before the backup, which takes minutes.
  secondLogFeature,
  backupFeature,
  keyManagementFeature,
  staffFeature,
  policyFeature,
  importFeature,
  oversightFeature,
  inspectionFeature,
  limitsFeature,
  activityFeature,
  accessHistoryFeature,
  traceFeature,
  reasonsFeature,
  logExportFeature,
  canariesFeature,
  recordsFeature,
  tasksFeature,
  peopleFeature,
  searchFeature,
  scopeFeature,
  otherSystemsFeature,
  paperRegisterFeature,
  sweepFeature,
  fileDisposalFeature,
  walkRoundFeature,
  printFeature,
  disclosuresFeature,
  computerChecksFeature,
  trainingFeature,
  inventoryFeature,
  consentFeature,
  retentionFeature,
  estateTransferFeature,
  proceduresFeature,
  requestsFeature,
  incidentsFeature,
  attachmentsFeature,
  rectificationFeature,
  formsFeature,
  firstDayFeature,
  evidenceFeature,
] as const;

/** What it does beside its routes. */
type AnyFeature = Omit<Feature<never>, 'handlers'> & { readonly handlers: object };

type RoutesOf<F> = F extends FeatureFactory<infer N> ? N : never;
/** Routes that some feature handles. */
type HandledRoute = RoutesOf<(typeof FACTORIES)[number]>;
/** All but those that are there before the features are. */
export type FeatureRoute = Exclude<RouteName, SignInRoute>;

export interface Features {
  readonly handlers: HandlersOf<FeatureRoute>;
  /** Somebody is signed in. */
  signedIn(session: Session): void;
  /** What may be printed now, or null. */
  paper(kind: PaperKind): Paper | null;
  /** What is due by the clock. Never rejects. */
  followClock(session: Session): Promise<void>;
}

export function createFeatures(context: VaultContext): Features {
  const showing: Showing = {
    evidence: (session) => collect((feature) => feature.evidence?.(session)),
    packParts: (session, work) => {
      const asked = features.filter(({ packParts }) => packParts !== undefined).length;
      let done = 0;
      return collect((feature) => {
        if (work.signal.aborted) throw new AppError('cancelled');
        if (feature.packParts === undefined) return undefined;
        work.tell({ phase: 'reading', done: done++, total: asked, secondsLeft: null });
        return feature.packParts(session, work);
      });
    },
  };
  const features: readonly AnyFeature[] = FACTORIES.map((create) => create(context, showing));
  /** In the order of the duties, whatever order the features stand in. */
  async function collect<T extends { readonly duty: Duty }>(
    ask: (feature: AnyFeature) => Promise<readonly T[]> | undefined,
  ): Promise<readonly T[]> {
    const found: T[] = [];
    for (const feature of features) found.push(...((await ask(feature)) ?? []));
    return DUTIES.flatMap((duty) => found.filter((one) => one.duty === duty));
  }
  const handlers: Record<string, unknown> = {};
  for (const feature of features) addHandlers(handlers, feature.handlers);
  return {
    // Does not compile while a route has no handler.
    handlers: handlers as HandlersOf<HandledRoute> satisfies HandlersOf<FeatureRoute>,
    signedIn: (session) => {
      for (const feature of features) feature.onSignedIn?.(session);
    },
    paper: (kind) => {
      for (const feature of features) {
        const paper = feature.paper?.(kind);
        if (paper) return paper;
      }
      return null;
    },
    followClock: async (session) => {
      for (const feature of features) await feature.everyMinute?.(session);
    },
  };
}

/** Errors: a route that two features handle. */
function addHandlers(all: Record<string, unknown>, added: object): void {
  for (const [name, handler] of Object.entries(added)) {
    if (Object.hasOwn(all, name)) throw new Error(`two features handle ${name}`);
    all[name] = handler;
  }
}
