import { expect, it } from 'vitest';
import { type Aim, createAims } from '../../support/kills/kill-plan.ts';

const CHANGES = { merge: ['asked', 'committed', 'acknowledged'], undo: ['asked', 'acknowledged'] } as const;
const PAIRS = ['merge asked', 'merge committed', 'merge acknowledged', 'undo asked', 'undo acknowledged'];

function takeAll(kills: number | null): readonly Aim[] {
  const { next } = createAims(CHANGES, kills);
  const taken: Aim[] = [];
  for (let aim = next(); aim !== undefined; aim = next()) taken.push(aim);
  return taken;
}

it('kills each phase of each change once, where nobody says how often', () => {
  const aims = takeAll(null);
  expect(aims.map(({ change, phase }) => `${change} ${phase}`)).toEqual(PAIRS);
  expect(new Set(aims.map(({ where }) => where))).toEqual(new Set(['within']));
});

it('leaves out no phase where fewer kills are asked for than there are phases', () => {
  expect(takeAll(3)).toHaveLength(PAIRS.length);
});

it('aims two of three out of two hundred kills at phases, within and at the beginning, the third anywhere', () => {
  const aims = takeAll(200);
  expect(aims).toHaveLength(200);
  const countOf = (where: Aim['where'], pair?: string): number =>
    aims.filter(
      (aim) => aim.where === where && (pair ?? `${aim.change} ${aim.phase}`) === `${aim.change} ${aim.phase}`,
    ).length;
  for (const pair of PAIRS) {
    expect(countOf('within', pair), pair).toBeGreaterThanOrEqual(10);
    expect(countOf('beginning', pair), pair).toBeGreaterThanOrEqual(10);
  }
  expect(countOf('anywhere')).toBeGreaterThan(60);
});

it('hands out an aim that was missed again after the others, until it was missed five times', () => {
  const aims = createAims({ undo: ['asked', 'acknowledged'] }, null);
  const [missed, hit] = [aims.next()!, aims.next()!];
  for (const reached of ['committed', 'anchoring', 'committed', 'acknowledged']) {
    missed.missed(reached);
    expect(aims.next()).toBe(missed);
    expect(aims.next()).toBeUndefined();
  }
  expect(() => missed.missed('anchoring')).toThrow(
    'undo was to be killed in "asked", which 5 kills missed: they got to committed, anchoring, committed, acknowledged, anchoring',
  );
  expect(hit.phase).toBe('acknowledged');
  expect(aims.next()).toBeUndefined();
});

it('hands out what can be made as things stand, each once, and says what is left', () => {
  const aims = createAims(CHANGES, null);
  expect(aims.next((change) => change === 'undo')).toMatchObject({ change: 'undo', phase: 'asked' });
  expect(aims.next((change) => change === 'undo')).toMatchObject({ change: 'undo', phase: 'acknowledged' });
  expect(aims.next((change) => change === 'undo')).toBeUndefined();
  expect(aims.left()).toBe(3);
});
