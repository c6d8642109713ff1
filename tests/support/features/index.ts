/** What a feature brings to the tests that go over all of them: a visit to each of its routes, the way to its screens. */
import * as activity from './activity.ts';
import * as canaries from './canaries.ts';
import * as computerChecks from './computer-checks.ts';
import * as consent from './consent.ts';
import * as evidence from './evidence.ts';
import * as firstDay from './first-day.ts';
import * as disclosures from './disclosures.ts';
import * as handover from './estate-transfer.ts';
import * as inventory from './inventory.ts';
import * as inspection from './inspection.ts';
import * as forms from './forms.ts';
import * as limits from './limits.ts';
import * as logExport from './log-export.ts';
import * as otherSystems from './other-systems.ts';
import * as paperRegister from './paper-register.ts';
import * as incidents from './incidents.ts';
import * as print from './print.ts';
import * as procedures from './procedures.ts';
import * as requests from './requests.ts';
import * as rectification from './rectification.ts';
import * as reasons from './reasons.ts';
import * as retention from './retention.ts';
import * as scope from './scope.ts';
import * as secondLog from './second-log.ts';
import * as training from './training.ts';
import * as trace from './trace.ts';
import * as sweep from './sweep.ts';
import * as walkRound from './walk-round.ts';
import * as accessHistory from './access-history.ts';

export const FEATURE_VISITS = {
  ...otherSystems.visits,
  ...computerChecks.visits,
  ...training.visits,
  ...inventory.visits,
  ...consent.visits,
  ...secondLog.visits,
  ...inspection.visits,
  ...limits.visits,
  ...activity.visits,
  ...accessHistory.visits,
  ...trace.visits,
  ...reasons.visits,
  ...logExport.visits,
  ...canaries.visits,
  ...paperRegister.visits,
  ...print.visits,
  ...disclosures.visits,
  ...retention.visits,
  ...handover.visits,
  ...procedures.visits,
  ...firstDay.visits,
  ...evidence.visits,
  ...scope.visits,
  ...sweep.visits,
  ...requests.visits,
  ...incidents.visits,
  ...rectification.visits,
  ...forms.visits,
  ...walkRound.visits,
};

export const FEATURE_FLOWS = [
  firstDay.flow,
  // Before others whose findings it would list.
  rectification.flow,
  otherSystems.flow,
  computerChecks.flow,
  training.flow,
  inventory.flow,
  consent.flow,
  evidence.flow,
  secondLog.flow,
  limits.flow,
  inspection.flow,
  activity.flow,
  accessHistory.flow,
  trace.flow,
  reasons.flow,
  logExport.flow,
  canaries.flow,
  paperRegister.flow,
  scope.flow,
  sweep.flow,
  walkRound.flow,
  print.flow,
  disclosures.flow,
  retention.flow,
  handover.flow,
  procedures.flow,
  requests.flow,
  incidents.flow,
  forms.flow,
] as const;
