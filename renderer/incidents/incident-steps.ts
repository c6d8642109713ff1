/** The steps through an incident, and what of them is done. Pure. */
import type { IncidentView } from '../../contract/incidents/routes.ts';

export const STEPS = ['facts', 'scope', 'authority', 'people', 'measures', 'close'] as const;
export type StepName = (typeof STEPS)[number];

/** An estimate does not say whom it concerns: the step stays open until the case is closed, and keeps nobody from the next. */
export const nextStep = (incident: IncidentView): StepName | undefined =>
  STEPS.find((step) => !(isDone(step, incident) || (step === 'scope' && incident.people !== null)));

export function isDone(step: StepName, incident: IncidentView): boolean {
  switch (step) {
    case 'facts':
      return incident.missing.length === 0;
    case 'scope':
      return incident.people !== null && (incident.scope !== 'unknown' || incident.closedAt !== null);
    case 'authority':
      return incident.authorityAt !== null;
    case 'people':
      return incident.peopleDone;
    case 'measures':
      return incident.history.some(({ what }) => what === 'measure');
    case 'close':
      return incident.closedAt !== null;
  }
}
