/** Drafts on their way out of the thread that reads the rows. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDraftPacker, createDraftUnpacker } from '../../../main/vault/import/draft-packs.ts';
import type { RejectedRow, RowDraft } from '../../../main/vault/import/parse-rows.ts';
import type { RoomDraft } from '../../../main/vault/import/read-room.ts';
import { forAll } from '../../support/for-all.ts';

const SHEETS = ['业主', 'B"\\'];
const text = fc.string({ unit: 'binary', maxLength: 6 });
const said = fc.option(text);
const room: fc.Arbitrary<RoomDraft> = fc.record({
  estate: text,
  building: text,
  unit: text,
  room: text,
  label: text,
  canonical: text,
  written: said,
  floor: said,
  layout: said,
  area: fc.option(fc.double({ min: 0.5, max: 1e6, noNaN: true })),
  innerArea: fc.constant(null),
  sharedArea: fc.constant(null),
  usage: said,
  totalFloors: fc.option(fc.nat()),
  deliveredOn: said,
  status: said,
});
const notes = fc.subarray(['merged-cell', 'room-carried', 'id-cut'] as const);
const draft: fc.Arbitrary<RowDraft> = fc.record({
  sheet: fc.constantFrom(...SHEETS),
  row: fc.nat(),
  name: text,
  kind: fc.constantFrom('person', 'company'),
  pinyin: said,
  sex: fc.constantFrom('male', 'female', 'unknown'),
  idType: fc.constantFrom(null, 'resident-id', 'passport'),
  relation: fc.constantFrom('owner', 'family'),
  room: fc.option(room),
  vehicles: fc.array(fc.record({ plate: text, brand: said, colour: said, vehicleKind: said }), {
    maxLength: 2,
  }),
  spaces: fc.array(
    fc.record({
      code: text,
      carPark: said,
      spaceKind: fc.constantFrom(null, 'owned', 'leased'),
      from: said,
      until: said,
      plate: said,
    }),
    { maxLength: 2 },
  ),
  values: fc.array(
    fc.record(
      {
        field: fc.constantFrom('phone', 'idNumber', 'remark'),
        value: text,
        valid: fc.boolean(),
        note: fc.constant('old-id'),
      },
      { requiredKeys: ['field', 'value', 'valid'] },
    ),
    { maxLength: 3 },
  ) as fc.Arbitrary<RowDraft['values']>,
  ownerCode: text,
  isReference: fc.boolean(),
  isMention: fc.boolean(),
  lacksPlace: fc.boolean(),
  notes,
  from: said,
  until: said,
  share: said,
  lease: fc.option(fc.record({ from: said, until: said })),
  block: fc.option(fc.nat()),
  idColumn: fc.option(fc.nat()),
  flags: fc.array(fc.record({ column: fc.option(fc.nat()), why: fc.constantFrom('id-cut', 'no-name') }), {
    maxLength: 2,
  }),
});
const rejected: fc.Arbitrary<RejectedRow> = fc.record({
  sheet: fc.constantFrom(...SHEETS),
  row: fc.nat(),
  reason: fc.constantFrom('no-name', 'no-room'),
  name: text,
  roomLabel: text,
  phone: text,
  notes,
});

test('they come out as they went in, whatever they hold, in packs of any size', () => {
  forAll(fc.array(fc.array(fc.oneof(draft, rejected), { maxLength: 4 }), { maxLength: 4 }), (packs) => {
    const packer = createDraftPacker(SHEETS);
    const unpack = createDraftUnpacker(SHEETS);
    for (const [index, rows] of packs.entries()) {
      for (const row of rows) {
        if ('reason' in row) packer.rejected(row);
        else packer.draft(row);
      }
      const pack = structuredClone(packer.take(index));
      expect(pack.rows).toBe(index);
      const out = unpack(pack);
      expect(out.drafts).toEqual(rows.filter((row) => !('reason' in row)));
      expect(out.rejected).toEqual(rows.filter((row) => 'reason' in row));
    }
  });
});

test('a room that many share is one room again, also in a later pack', () => {
  const [one] = fc.sample(draft, 1);
  const [place] = fc.sample(room, 1);
  const shared = { ...one!, room: place! };
  const packer = createDraftPacker(SHEETS);
  const unpack = createDraftUnpacker(SHEETS);
  packer.draft(shared);
  const [first] = unpack(packer.take(1)).drafts;
  packer.draft(shared);
  const [second] = unpack(packer.take(2)).drafts;
  expect(second?.room).toBe(first?.room);
});

test('a pack is full before it takes long to take apart', () => {
  const [one] = fc.sample(draft, 1);
  const packer = createDraftPacker(SHEETS);
  let taken = 0;
  for (; !packer.isFull(); taken += 1) packer.draft({ ...one!, ownerCode: 'x'.repeat(1_000) });
  expect(taken).toBeLessThan(1_000);
  expect(packer.take(1).json.length).toBeLessThan(1_000_000);
  expect(packer.isFull()).toBe(false);
});
