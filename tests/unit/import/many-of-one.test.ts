/** What a workbook may say a hundred thousand times of one person: it is found by an index from some number on, and is the same as before. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, type Index, addCandidate } from '../../../main/vault/import/choose-person.ts';
import { type FoldedCars, compareCars, foldCars, noCars } from '../../../main/vault/import/compare-cars.ts';
import { MANY_OF_ONE, MAX_ALIKE } from '../../../main/vault/import/limits.ts';
import type { KnownPerson, KnownSpace } from '../../../main/vault/import/look-up.ts';
import type { SpaceDraft, VehicleDraft } from '../../../main/vault/import/read-car.ts';
import { resolveReferences } from '../../../main/vault/import/resolve-references.ts';
import type { RowDraft } from '../../../main/vault/import/parse-rows.ts';
import { processorMs } from '../../support/processor-time.ts';
import { forAll } from '../../support/for-all.ts';

const day = fc.constantFrom(null, '2026-01-01', '2027-01-01');
const vehicle: fc.Arbitrary<VehicleDraft> = fc.record({
  plate: fc.constantFrom('A', 'B', 'C'),
  brand: fc.constantFrom(null, 'x', 'y'),
  colour: fc.constant(null),
  vehicleKind: fc.constant(null),
});
const space: fc.Arbitrary<SpaceDraft> = fc.record({
  code: fc.constantFrom('1', '2'),
  carPark: fc.constantFrom(null, 'P', 'Q', 'null', ''),
  spaceKind: fc.constantFrom(null, 'owned', 'leased'),
  from: day,
  until: day,
  plate: fc.constantFrom(null, 'A'),
});
const known: fc.Arbitrary<KnownSpace> = fc.record({
  id: fc.nat(),
  code: fc.constantFrom('1', '2'),
  carPark: fc.constantFrom(null, 'P', 'Q', ''),
  spaceKind: fc.constantFrom('owned', 'leased'),
  from: day,
  until: day,
  vehicle: fc.constant(null),
  ended: fc.boolean(),
});

const others = Array.from({ length: MANY_OF_ONE }, (_, n) => `other ${n}`);
const other = (code: string): SpaceDraft => ({
  code,
  carPark: null,
  spaceKind: null,
  from: null,
  until: null,
  plate: null,
});
const personWith = (spaces: readonly KnownSpace[]): KnownPerson => ({
  id: 1,
  kind: 'person',
  name: '张三',
  pinyin: null,
  sex: 'unknown',
  idType: null,
  values: [],
  former: [],
  occupancies: [],
  leases: [],
  vehicles: [],
  spaces: [...spaces],
});
/** Folds `rows`, after many others that have nothing to do with them where `after` says so. */
function folded(rows: readonly Pick<RowDraft, 'vehicles' | 'spaces'>[], after: boolean): FoldedCars {
  const cars = noCars();
  if (after) foldCars(cars, { vehicles: [], spaces: others.map(other) }, -1);
  for (const [row, draft] of rows.entries()) foldCars(cars, draft, row);
  return cars;
}

describe('vehicles and spaces of one person', () => {
  const rows = fc.array(
    fc.record({ vehicles: fc.array(vehicle, { maxLength: 2 }), spaces: fc.array(space, { maxLength: 2 }) }),
    { minLength: 1, maxLength: 8 },
  );

  it('are brought together in the same way, be they few or many', () => {
    forAll(rows, (drafts) => {
      const few = folded(drafts, false);
      const many = folded(drafts, true);
      expect(many.index).not.toBeNull();
      expect(many.vehicles).toEqual(few.vehicles);
      expect(many.spaces.slice(MANY_OF_ONE)).toEqual(few.spaces);
    });
  });

  it('are found in the store in the same way, be they few or many', () => {
    forAll(rows, fc.array(known, { maxLength: 6 }), (drafts, theirs) => {
      const unrelated = others.map((code, id) => ({
        ...other(code),
        id: -id,
        spaceKind: 'owned' as const,
        vehicle: null,
        ended: false,
      }));
      const changes = (spaces: readonly KnownSpace[]) =>
        compareCars(personWith(spaces), folded(drafts, false), 0, () => undefined).spaces;
      expect(changes([...unrelated, ...theirs])).toEqual(changes(theirs));
    });
  });
});

describe('people of one key', () => {
  it('are kept up to a number, in the order in which they came, each once', () => {
    const byKey: Index['byKey'] = new Map();
    const people = Array.from({ length: MAX_ALIKE + 2 }, (): Candidate => ({ known: null, folded: null }));
    for (const person of [...people, ...people]) addCandidate(byKey, 'key', person);
    expect(byKey.get('key')).toEqual(people.slice(0, MAX_ALIKE));
  });
});

describe('owners of one code', () => {
  it('take no more time for each row that names the code alone than one owner does', () => {
    const named = Array.from({ length: 50_000 }, (_, n) => ({
      ownerCode: 'A',
      name: `n${n}`,
      isReference: false,
      isMention: false,
      lacksPlace: false,
    }));
    const nameless = named.map((draft) => ({
      ...draft,
      name: '',
      values: [{}],
      vehicles: [],
      spaces: [],
      room: null,
      notes: [],
    }));
    const began = processorMs();
    const { drafts, unresolved } = resolveReferences([...named, ...nameless] as unknown as RowDraft[]);
    expect(processorMs() - began).toBeLessThan(2_000);
    expect([drafts.length, unresolved.length]).toEqual([50_000, 50_000]);
  });
});
