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
  isExplained,
} from '../../../contract/evidence/findings.ts';
import { DUTIES, type EvidenceState } from '../../../contract/evidence/lists.ts';
import { DUTY_POINTS, type PointState } from '../../../contract/evidence/points.ts';
import { countStates, standingOf } from '../../../main/vault/evidence/read-standing.ts';
import type { Evidence, EvidenceOf } from '../../../main/vault/feature.ts';
import { DUTY_WORDS } from '../../../contract/vocabulary/evidence.ts';

const said = <D extends Evidence['duty']>(
  duty: D,
  points: EvidenceOf<D>['points'],
  more: Partial<Pick<Evidence, 'at' | 'dueOn' | 'count'>> = {},
): Evidence => ({ duty, points, at: null, dueOn: null, count: null, ...more }) as Evidence;

describe('the standing of the duties', () => {
  it('has each duty once, in their order, with each of its points, and misses what no feature speaks of', () => {
    const standing = standingOf([said('backups', { made: 'there' }), said('policy', {}, { count: 2 })], true);
    expect(standing.map(({ duty }) => duty)).toEqual(DUTIES);
    for (const { duty, points } of standing)
      expect(points.map(({ point }) => point)).toEqual(DUTY_POINTS[duty]);
    expect(standing.filter(({ state }) => state === 'there').map(({ duty }) => duty)).toEqual(['policy']);
    expect(standing.find(({ duty }) => duty === 'backups')?.points).toEqual([
      { point: 'made', state: 'there' },
      { point: 'tested', state: 'missing' },
    ]);
    expect(countStates(standing)).toEqual({ there: 1, explained: 0, stale: 0, missing: DUTIES.length - 1 });
  });

  it.each<readonly [PointState, PointState, EvidenceState]>([
    ['there', 'stale', 'stale'],
    ['missing', 'there', 'missing'],
    ['there', 'unknown', 'stale'],
    ['there', 'explained', 'explained'],
    ['there', 'there', 'there'],
  ])('is by the worst of its points: %s and %s make %s', (made, tested, state) => {
    const standing = standingOf([said('backups', { made, tested })], true);
    expect(standing.find(({ duty }) => duty === 'backups')?.state).toBe(state);
  });

  it('takes the worse of a point, the newest date and the first day where two features speak of one duty', () => {
    const found = standingOf(
      [
        said('backups', { made: 'there' }, { at: 5, dueOn: '2027-01-01', count: 2 }),
        said('backups', { made: 'stale', tested: 'there' }, { at: 9, dueOn: '2026-12-01', count: 3 }),
        said('training', {}, { at: 5 }),
        said('training', { 'passed-by-all': 'there' }, { count: 3 }),
      ],
      true,
    );
    const of = (duty: Evidence['duty']) => found.find((one) => one.duty === duty);
    expect(of('backups')).toMatchObject({ state: 'stale', at: 9, dueOn: '2026-12-01', count: 5 });
    expect(of('training')).toMatchObject({ state: 'there', at: 5, dueOn: null, count: 3 });
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
  const NOTHING: EveningFacts = {
    isCompanyStated: false,
    hasResidents: false,
    itemsOpen: 0,
    originalsLeft: 0,
    pack: 'missing',
    idNumbers: { choice: null, holders: 0, without: 0 },
    officers: { information: '', network: '' },
  };
  const at = (state: EvidenceState, evening: Partial<EveningFacts> = {}): Standing => ({
    evidence: DUTIES.map((duty) => ({ duty, state })),
    evening: { ...NOTHING, ...evening },
  });
  const WHOLE = at('there', { isCompanyStated: true, hasResidents: true, pack: 'there' });

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
    expect(isDone('rectify', at('there', { ...WHOLE.evening, itemsOpen: 1 }))).toBe(false);
    expect(isDone('pack', at('there', { hasResidents: true, pack: 'missing' }))).toBe(false);
  });

  it('marks a finding as explained where somebody has signed why there is nothing, and never as done', () => {
    const stated: Standing = {
      ...WHOLE,
      evidence: DUTIES.map((duty) => ({ duty, state: duty === 'incidents' ? 'explained' : 'there' })),
    };
    const leak = FINDINGS.find(({ id }) => id === 'leak')!.points;
    expect(countHeld(leak, stated)).toBe(leak.length - 1);
    expect(isExplained(leak, stated)).toBe(true);
    expect(isExplained(leak, WHOLE)).toBe(false);
    expect(isExplained(leak, at('missing'))).toBe(false);
    const rectified = FINDINGS.find(({ id }) => id === 'not-rectified')!.points;
    const byStatement = { ...WHOLE, evening: { ...WHOLE.evening, pack: 'explained' as const } };
    expect(countHeld(rectified, byStatement)).toBe(rectified.length - 1);
    expect(isExplained(rectified, byStatement)).toBe(true);
  });

  it('leads through a step for every point of a finding that no page answers by itself', () => {
    const stepped = new Set(STEPS.flatMap(({ points }) => points));
    const byThemselves = new Set(['encryption-and-keys', 'permission-matrix', 'access-oversight', 'policy']);
    const unled = FINDINGS.flatMap(({ points }) => points).filter(
      (point) => !stepped.has(point) && !byThemselves.has(point),
    );
    expect(unled).toEqual([]);
  });
});
