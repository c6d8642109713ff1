/** The one list of counter tasks, held against what the specification says of each. */
import { describe, expect, it } from 'vitest';
import { FIELDS, OWN_FIELD_IDS, REASONS } from '../../../contract/fields.ts';
import {
  EMERGENCY_FIELDS,
  REASONS_WITH_TICKET,
  TASK_IDS,
  type TaskId,
  taskOf,
} from '../../../contract/tasks/lists.ts';

/** What the counter needs for each, by hand: its reason, what stands first, who is verified, what is opened how, whether a supervisor is there. */
const NEEDED: readonly (readonly [TaskId, string, string, string, string, boolean])[] = [
  ['repair', 'repair', 'name phone', 'visitor', 'fields: phone', false],
  ['fees', 'fees', 'name plate', 'nobody', 'none:', false],
  ['handover', 'handover', 'name phone idNumber', 'owner', 'full:', true],
  ['renovation', 'renovation', 'name phone', 'owner', 'fields: phone', false],
  ['parking', 'parking', 'plate name', 'owner', 'fields: plate', false],
  ['transfer', 'transfer', 'name idNumber phone', 'both', 'fields: idNumber', true],
  ['moving-out', 'moving-out', 'phone name', 'owner-by-phone', 'fields: phone', false],
  ['door-card', 'door-card', 'name phone', 'visitor', 'none:', false],
  ['parcel', 'parcel', 'name phone', 'visitor', 'none:', false],
  ['visitor', 'visitor', '', 'nobody', 'none:', false],
  ['blocking-car', 'blocking-car', 'plate phone', 'nobody', 'fields: phone', false],
  ['emergency', 'emergency', 'emergency phone', 'nobody', 'emergency: emergency phone', false],
  ['authority', 'authority', 'name idNumber phone', 'nobody', 'extract:', true],
  ['subject-request', 'subject-request', 'name idNumber phone', 'owner', 'request:', true],
  ['tenancy', 'transfer', 'name phone', 'owner', 'add:', false],
];

it('says of every task what the counter needs', () => expect(NEEDED.map(([id]) => id)).toEqual(TASK_IDS));

it.each(NEEDED)(
  '%s: reason %s, fields first: %s, verifies %s, opens %s',
  (id, reason, needs, verifies, opens, supervisor) => {
    const task = taskOf(id);
    expect([
      task.reason,
      task.needs.join(' '),
      task.verifies,
      `${task.opening}: ${task.opens.join(' ')}`.trim(),
      task.supervisor,
    ]).toEqual([reason, needs, verifies, opens, supervisor]);
  },
);

describe('no task', () => {
  it.each(TASK_IDS)('%s opens what it does not need, or an identity field without a supervisor', (id) => {
    const task = taskOf(id);
    for (const field of task.opens) expect(task.needs).toContain(field);
    for (const field of task.needs) expect(OWN_FIELD_IDS).toContain(field);
    if (!task.supervisor) expect(task.opens.filter((field) => FIELDS[field].tier === 'identity')).toEqual([]);
    expect(REASONS).toContain(task.reason);
    expect(task.outcomes.length).toBeGreaterThan(1);
    expect(new Set(task.outcomes).size).toBe(task.outcomes.length);
  });

  it('breaks the glass to anything but the contact tier', () => {
    expect(TASK_IDS.filter((id) => taskOf(id).opening === 'emergency')).toEqual(['emergency']);
    expect(EMERGENCY_FIELDS.map((field) => FIELDS[field].tier)).toEqual(['contact', 'contact']);
  });
});

it("never confirms a name or phone to a caller: of a visitor's host, of a driver, of whom a parcel is for", () => {
  for (const id of ['visitor', 'blocking-car', 'parcel', 'door-card'] as const)
    expect(taskOf(id).unsaid).toEqual(expect.arrayContaining(['name', 'phone']));
  expect(taskOf('visitor')).toMatchObject({ begins: 'room', needs: [], opens: [] });
  expect(taskOf('blocking-car').begins).toBe('plate');
});

it('asks the number of its document of an authority, and of nobody else', () => {
  expect(REASONS_WITH_TICKET).toEqual(['authority']);
});

it('is told apart in the picker by its letters', () => {
  expect(new Set(TASK_IDS.map((id) => taskOf(id).letters)).size).toBe(TASK_IDS.length);
});
