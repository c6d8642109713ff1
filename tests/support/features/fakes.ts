/** The answers of the fake bridge that features bring. A browser loads them: nothing here may reach a module of Node. */
import type { Result } from '../../../contract/result.ts';
import { fakeInspection } from '../fake-inspection.ts';
import { fakeConsent } from '../fake-consent.ts';
import { fakeInventory } from '../fake-inventory.ts';
import { fakeCanaries } from '../fake-canaries.ts';
import { fakeLimits } from '../fake-limits.ts';
import { fakeReasons } from '../fake-reasons.ts';
import { fakeLogExport } from '../fake-log-export.ts';
import { fakeDisclosures } from '../fake-disclosures.ts';
import { fakeIncidents } from '../fake-incidents.ts';
import { fakeForms } from '../fake-forms.ts';
import { fakePapers } from '../fake-papers.ts';
import { fakeProcedures } from '../fake-procedures.ts';
import { fakePrint } from '../fake-print.ts';
import { fakeRetention } from '../fake-retention.ts';
import { fakeTraining } from '../fake-training.ts';
import { fakeRequests } from '../fake-requests.ts';
import { fakeRectification } from '../fake-rectification.ts';
import { fakeTrace } from '../fake-trace.ts';
import { fakeSweep } from '../fake-sweep.ts';
import { fakeSecondLog } from '../fake-second-log.ts';
import * as activity from './activity.ts';
import { fakeScope } from '../fake-scope.ts';
import { fakeEvidence } from '../fake-evidence.ts';
import { fakeWalks } from '../fake-walks.ts';
import { fakeAccessHistory } from '../fake-access-history.ts';
import * as computerChecks from './computer-checks.ts';
import * as firstDay from './first-day.ts';
import * as otherSystems from './other-systems.ts';

/** Answers as the fake bridge does: told to whoever listens, and after its latency. */
export type After = <T>(route: string, request: unknown, answer: () => Result<T>) => Promise<Result<T>>;

export const fakeFeatures = (after: After) => ({
  ...otherSystems.fake(after),
  ...computerChecks.fake(after),
  ...fakeTraining(after),
  ...fakeInventory(after),
  ...fakeConsent(after),
  ...fakeSecondLog(after),
  ...fakeInspection(after),
  ...fakeLimits(after),
  ...fakeAccessHistory(after),
  ...fakeTrace(after),
  ...fakeReasons(after),
  ...fakeLogExport(after),
  ...fakeCanaries(after),
  ...fakePapers(after),
  ...fakeScope(after),
  ...fakeSweep(after),
  ...fakeWalks(after),
  ...fakePrint(after),
  ...fakeDisclosures(after),
  ...fakeRetention(after),
  ...fakeProcedures(after),
  ...fakeRetention(after),
  ...fakeRequests(after),
  ...fakeIncidents(after),
  ...fakeRectification(after),
  ...fakeForms(after),
  ...firstDay.fake(after),
  ...fakeEvidence(after),
  ...activity.fake(after),
});
