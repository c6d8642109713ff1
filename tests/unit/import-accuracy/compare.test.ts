/** The comparison of a vault with a workbook sees each kind of error, and none where there is none. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectDir } from '../../../scripts/setup/paths.mjs';
import type { Told } from '../../support/import-accuracy/answer.ts';
import { compare } from '../../support/import-accuracy/compare.ts';
import { listWorkbooks } from '../../support/import-accuracy/measure.ts';
import {
  flaggedAsTold,
  perfectVault,
  withTwoMerged,
  withoutBuildings,
  withoutLast,
} from './perfect-vault.ts';
import type { Stored } from '../../support/import-accuracy/read-vault.ts';
import { describeFaults, faultsOf } from '../../support/import-accuracy/report.ts';
import {
  type TrueValue,
  type Truth,
  joinTruths,
  partsOf,
  readTruth,
} from '../../support/import-accuracy/truth.ts';

const FOLDER = join(projectDir, 'tests/import-corpus/files');
const files = await listWorkbooks(FOLDER);
const truths = files.map((file) => [file, readTruth(join(FOLDER, file))] as const);

const measured = (file: string, truth: Truth, stored: Stored, told: Told = flaggedAsTold) => ({
  file,
  told,
  comparison: compare(truth, stored, told),
});

const countOf = (stored: Stored, truth: Truth) => {
  const { values, people, rooms } = measured('', truth, stored).comparison;
  const of = (outcome: string): number => values.filter((one) => one.outcome === outcome).length;
  return {
    wrong: of('wrong'),
    lost: of('lost'),
    merged: people.merged.length,
    goneRooms: rooms.merged.length + rooms.lost.length,
    gone: people.lost.length,
  };
};

describe('a vault that has everything as the workbook says', () => {
  it.each(truths)('has no fault: %s', (file, truth) => {
    const run = measured(file, truth, perfectVault(truth));
    expect(
      describeFaults(run)
        .split('\n')
        .filter((line) => !/: flagged /.test(line) && line !== ''),
    ).toEqual([]);
    expect(faultsOf([run])).toEqual([]);
  });
});

describe('each kind of silent error', () => {
  const withBuildings = truths.filter(([, { rooms }]) => {
    const some = Object.values(rooms);
    return new Set(some.map(({ unit, room }) => `${unit}-${room}`)).size < some.length;
  });

  it('is seen where buildings were dropped: every room of another building is merged into one', () => {
    expect(withBuildings.length).toBeGreaterThan(20);
    for (const [file, truth] of withBuildings) {
      const count = countOf(withoutBuildings(perfectVault(truth)), truth);
      expect(count.goneRooms, file).toBeGreaterThan(0);
      expect(count.lost + count.wrong, file).toBeGreaterThan(10);
    }
  });

  it('is seen where two people were taken for one', () => {
    for (const [file, truth] of truths) {
      const two = perfectVault(truth);
      if (two.people.length < 2) continue;
      // Of somebody without a number of their own nothing is left in the other.
      const { merged, gone } = countOf(withTwoMerged(two), truth);
      expect(merged + gone, file).toBe(1);
    }
  });

  it('is seen where a row was passed over', () => {
    for (const [file, truth] of truths) {
      const count = countOf(withoutLast(perfectVault(truth)), truth);
      expect(count.gone + count.merged, file).toBe(1);
      expect(count.lost + count.wrong, file).toBeGreaterThan(0);
    }
  });
});

describe('a value', () => {
  const truth: Truth = {
    file: 'a.xlsx',
    madeBy: 'nobody',
    habits: ['-'],
    rooms: { r1: { estate: '', building: '5', unit: '1', room: '501' } },
    people: { p1: '王伟', p2: '李芳' },
    values: [
      ['A2', 'r1', 'room', '501', ''],
      ['B2', 'p1', 'name', '王伟', ''],
      ['B2', 'p1', 'relation', 'owner', 'r1'],
      ['C2', 'p1', 'phone', '14212345678', ''],
      ['B3', 'p2', 'name', '李芳', ''],
      ['B3', 'p2', 'relation', 'family', 'r1'],
      ['C3', 'p2', 'phone', '14312345678', ''],
    ].map(([cell = '', of = '', field = '', value = '', room = '']) => ({
      sheet: 'S',
      cell,
      of,
      field,
      accepted: [value],
      room,
      toFlag: false,
    })),
    outdated: [],
    answers: { sheets: [], columns: [] },
  };
  const perfect = perfectVault(truth);
  const [first, second] = perfect.people;
  const withPhone = (person: typeof first, value: string) => ({
    ...person!,
    values: person!.values.map((one) => (one.field === 'phone' ? { field: 'phone', value } : one)),
  });
  const withoutPhone = (person: typeof first) => ({
    ...person!,
    values: person!.values.filter(({ field }) => field !== 'phone'),
  });
  const outcomes = (stored: Stored, told: Told = flaggedAsTold): string =>
    compare(truth, stored, told)
      .values.map(({ outcome }) => outcome[0])
      .join('');

  it('is right however it is spelled', () => {
    const [room] = perfect.rooms;
    const stored = {
      people: [withPhone(first, '+86 142-1234-5678'), { ...second!, name: '李 芳' }],
      rooms: [{ ...room!, building: '5号楼', unit: '1单元', room: '0501' }],
    };
    expect(outcomes(stored)).toBe('rrrrrrr');
  });

  it('is wrong with a digit changed, lost where there is nothing, flagged where it was named, asked where it was answered', () => {
    const changed = { ...perfect, people: [withPhone(first, '14212345679'), second!] };
    expect(outcomes(changed)).toBe('rrrwrrr');
    const none = {
      ...perfect,
      people: [withoutPhone(first), second!],
    };
    expect(outcomes(none)).toBe('rrrlrrr');
    expect(outcomes(none, { ...flaggedAsTold, isFlagged: ({ cell }) => cell === 'C2' })).toBe('rrrfrrr');
    expect(outcomes(perfect, { ...flaggedAsTold, isAsked: ({ cell }) => cell === 'C2' })).toBe('rrrarrr');
  });

  it('is wrong where it needs a flag and has none, and where nobody can read it and the vault has something all the same', () => {
    const said = (change: Partial<TrueValue>): Truth => ({
      ...truth,
      values: truth.values.map((value) => (value.cell === 'C2' ? { ...value, ...change } : value)),
    });
    const unflagged = { ...flaggedAsTold, isFlagged: () => false };
    const of = (told: Truth, stored: Stored): string =>
      compare(told, stored, unflagged)
        .values.map(({ outcome }) => outcome[0])
        .join('');
    expect(of(said({ toFlag: true }), perfect)).toBe('rrrwrrr');
    expect(of(said({ accepted: [] }), perfect)).toBe('rrrwrrr');
    expect(of(said({ accepted: [] }), { ...perfect, people: [withoutPhone(first), second!] })).toBe(
      'rrrlrrr',
    );
  });

  it('is wrong with somebody else, who has a number that is not theirs', () => {
    const crossed = { ...perfect, people: [withPhone(first, '14312345678'), second!] };
    expect(outcomes(crossed)).toBe('rrrwrrr');
    expect(compare(truth, crossed, flaggedAsTold).people.invented).toEqual(['王伟: phone 14312345678']);
  });

  it('is counted where nobody of the workbook has it', () => {
    const stranger = { ...first!, id: 9, name: '空置' };
    const more = {
      ...perfect,
      people: [...perfect.people, stranger],
      rooms: [...perfect.rooms, { ...perfect.rooms[0]!, id: 9, room: '合计' }],
    };
    const { people, rooms } = compare(truth, more, flaggedAsTold);
    expect([people.invented, rooms.invented]).toEqual([['空置'], ['5-1-合计']]);
  });

  it('is counted where somebody has a home that is not theirs', () => {
    const other = { ...perfect.rooms[0]!, id: 9, room: '502' };
    const more = { people: [{ ...first!, roomIds: [1, 9] }, second!], rooms: [...perfect.rooms, other] };
    expect(compare(truth, more, flaggedAsTold).people.invented).toEqual(['王伟: room 9']);
  });

  it('is counted where one person became two', () => {
    const half = { ...first!, id: 9 };
    expect(
      compare(truth, { ...perfect, people: [...perfect.people, half] }, flaggedAsTold).people.split,
    ).toEqual(['p1']);
  });

  it('that was right and flagged is needless; too many questions and refused workbooks are over a bound', () => {
    const all = { ...flaggedAsTold, isFlagged: () => true };
    expect(faultsOf([measured('a', truth, perfect, all)])).toEqual(['100.0 % of right values flagged']);
    expect(faultsOf([measured('a', truth, perfect, { ...flaggedAsTold, questions: 21 })])).toEqual([
      '21 questions of one workbook',
      '21 questions at the median',
    ]);
    const { people, rooms } = perfect;
    expect(faultsOf([measured('a', truth, { people: [withoutPhone(first), second!], rooms })])).toEqual([
      '1 values lost in silence',
      '85.7 % right without an answer',
      'less than 90.0 % right without an answer in 1 workbooks',
    ]);
    expect(
      faultsOf([measured('a', truth, { people: [...people, { ...first!, id: 9, name: '合计' }], rooms })]),
    ).toEqual(['1 people or rooms merged, split, invented or lost in silence']);
    const refused = { ...all, refused: 'workbook-unreadable' };
    expect(faultsOf([measured('a', truth, { people: [], rooms: [] }, refused)])).toEqual([
      '0.0 % right without an answer',
      'less than 90.0 % right without an answer in 1 workbooks',
    ]);
  });
});

it('of a second list counts with what the first said, where the second says nothing', () => {
  const july = '七月名单.xlsx';
  const truth = readTruth(join(FOLDER, july));
  const june = readTruth(join(FOLDER, truth.after!));
  const both = joinTruths(june, truth);
  expect(Object.keys(both.people).length).toBeGreaterThan(Object.keys(truth.people).length);
  expect(both.outdated.filter(({ field }) => field === 'phone').length).toBeGreaterThan(0);
  expect(faultsOf([measured(july, both, perfectVault(both))])).toEqual([]);
  // As if whoever is not on the second list had been deleted.
  const { lost } = compare(both, perfectVault(truth), flaggedAsTold).people;
  expect(lost.length).toBe(Object.keys(both.people).length - Object.keys(truth.people).length);
});

describe('an address', () => {
  it.each([
    ['5栋1单元0501室', '5 1 501'],
    ['二期05幢-501', '2期 5 501'],
    ['A座902', 'a 902'],
    ['十二号楼3单元101', '12 3 101'],
    ['别墅12号', '别墅 12'],
    ['５－１－１０１', '5 1 101'],
    ['A区3栋501', 'a区 3 501'],
  ])('is taken apart: %s', (text, parts) => expect(partsOf(text).join(' ')).toBe(parts));
});
