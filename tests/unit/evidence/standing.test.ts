/** How what features say becomes one line for each duty, and how duties become findings that are put right. */
import { describe, expect, it } from 'vitest';
import {
  type EveningFacts,
  FINDINGS,
  FINDING_IDS,
  STEPS,
  STEP_IDS,
  type Standing,
  countHeld,
  holds,
} from '../../../contract/evidence/findings.ts';
import { DUTIES, type EvidenceState } from '../../../contract/evidence/lists.ts';
import { countStates, standingOf } from '../../../main/vault/evidence/read-standing.ts';
import type { Evidence } from '../../../main/vault/feature.ts';
import { DUTY_WORDS } from '../../../contract/vocabulary/evidence.ts';

const said = (duty: Evidence['duty'], more: Partial<Evidence> = {}): Evidence => ({
  duty,
  state: 'there',
  at: null,
  dueOn: null,
  count: null,
  ...more,
});

describe('the standing of the duties', () => {
  it('has each duty once, in their order, and misses what no feature speaks of', () => {
    const standing = standingOf([said('backups'), said('policy', { count: 2 })]);
    expect(standing.map(({ duty }) => duty)).toEqual(DUTIES);
    expect(standing.filter(({ state }) => state === 'there').map(({ duty }) => duty)).toEqual([
      'policy',
      'backups',
    ]);
    expect(countStates(standing)).toEqual({ there: 2, stale: 0, missing: DUTIES.length - 2 });
  });

  it.each<readonly [EvidenceState, EvidenceState, EvidenceState]>([
    ['there', 'stale', 'stale'],
    ['missing', 'there', 'missing'],
    ['stale', 'missing', 'missing'],
    ['there', 'there', 'there'],
  ])('takes the worse where one feature says %s and another %s', (one, other, both) => {
    const [first] = standingOf([
      said(DUTIES[0], { state: one, at: 5, dueOn: '2027-01-01', count: 2 }),
      said(DUTIES[0], { state: other, at: 9, dueOn: '2026-12-01', count: 3 }),
    ]);
    expect(first).toEqual({ duty: DUTIES[0], state: both, at: 9, dueOn: '2026-12-01', count: 5 });
  });

  it('keeps what one of two features alone can say', () => {
    const [first] = standingOf([said(DUTIES[0], { at: 5 }), said(DUTIES[0], { count: 3 })]);
    expect(first).toMatchObject({ at: 5, count: 3, dueOn: null });
  });

  it('names every duty in both languages, each by a name of its own', () => {
    for (const language of [0, 1] as const) {
      const names = DUTIES.map((duty) => DUTY_WORDS[duty][language]);
      expect(new Set(names).size).toBe(DUTIES.length);
      expect(names.every((name) => name.trim() !== '')).toBe(true);
    }
  });
});

describe('the guided evening', () => {
  const NOTHING: EveningFacts = { hasResidents: false, originalsLeft: 0, hasWholePack: false };
  const at = (state: EvidenceState, evening: Partial<EveningFacts> = {}): Standing => ({
    evidence: DUTIES.map((duty) => ({ duty, state })),
    evening: { ...NOTHING, ...evening },
  });
  const WHOLE = at('there', { hasResidents: true, hasWholePack: true });

  it('has every finding and every step once', () => {
    expect(FINDINGS.map(({ id }) => id)).toEqual(FINDING_IDS);
    expect(STEPS.map(({ id }) => id)).toEqual(STEP_IDS);
  });

  it('has nothing done in an empty vault, and all where all is there', () => {
    const all = [...FINDINGS, ...STEPS];
    for (const { points } of all) {
      expect(countHeld(points, at('missing'))).toBe(0);
      expect(countHeld(points, WHOLE)).toBe(points.length);
    }
  });

  it('opens a step again where its evidence is stale, an original is left, or a pack has gaps', () => {
    const isDone = (id: string, standing: Standing): boolean =>
      STEPS.find((step) => step.id === id)!.points.every((point) => holds(point, standing));
    expect(isDone('sweep', WHOLE)).toBe(true);
    expect(isDone('sweep', at('stale', WHOLE.evening))).toBe(false);
    expect(isDone('dispose', at('there', { hasResidents: true, originalsLeft: 1 }))).toBe(false);
    expect(isDone('pack', at('there', { hasResidents: true, hasWholePack: false }))).toBe(false);
  });

  it('leads through a step for every point of a finding that no page answers by itself', () => {
    const stepped = new Set(STEPS.flatMap(({ points }) => points));
    const byThemselves = new Set([
      'encryption-and-keys',
      'permission-matrix',
      'access-oversight',
      'policy',
      'rectification',
    ]);
    const unled = FINDINGS.flatMap(({ points }) => points).filter(
      (point) => !stepped.has(point) && !byThemselves.has(point),
    );
    expect(unled).toEqual([]);
  });
});
