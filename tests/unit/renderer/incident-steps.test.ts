import { expect, it } from 'vitest';
import type { IncidentView } from '../../../contract/incidents/routes.ts';
import { isDone, nextStep } from '../../../renderer/incidents/incident-steps.ts';

/** Of an incident what its steps read. */
const incident = (part: Partial<IncidentView>): IncidentView =>
  ({
    missing: [],
    scope: 'everybody',
    people: 12,
    authorityAt: null,
    peopleDone: false,
    history: [],
    closedAt: null,
    ...part,
  }) as unknown as IncidentView;

it('leaves the step about who is affected open while that is not known, whatever was estimated', () => {
  expect(isDone('scope', incident({ scope: 'unknown', people: null }))).toBe(false);
  expect(isDone('scope', incident({ scope: 'unknown', people: 1_000_000 }))).toBe(false);
  expect(isDone('scope', incident({}))).toBe(true);
});

it('takes an estimate for the number once the case is closed', () => {
  expect(isDone('scope', incident({ scope: 'unknown', people: 1_000_000, closedAt: 1 }))).toBe(true);
  expect(isDone('scope', incident({ scope: 'unknown', people: null, closedAt: 1 }))).toBe(false);
});

it('leads on to the report once there is an estimate, and not before', () => {
  expect(nextStep(incident({ scope: 'unknown', people: null }))).toBe('scope');
  expect(nextStep(incident({ scope: 'unknown', people: 40 }))).toBe('authority');
});
