/** What a visitor may see of a search: one whole room or nothing of anybody. */
import { describe, expect, it } from 'vitest';
import type { MaskedPersonRow } from '../../../contract/search/views.ts';
import { layOut } from '../../../renderer/counter/search-store.ts';
import { visitorChoice } from '../../../renderer/counter/visitor-choice.ts';
import { foundRow } from '../../support/found-row.ts';
import { fc, forAll } from '../../support/for-all.ts';

const found = (rows: readonly MaskedPersonRow[], more = false) =>
  layOut({ groups: [{ kind: 'room', rows: [...rows], more }], next: null });

describe('the visitor view', () => {
  it('shows nobody where nobody was found', () => {
    expect(visitorChoice([])).toEqual({ kind: 'nobody' });
  });

  it('shows the one room of everybody found, each person once, by their place in the list', () => {
    const items = layOut({
      groups: [
        { kind: 'room', rows: [foundRow(1, '3栋 1801'), foundRow(2, '3栋 1801')], more: false },
        { kind: 'phone', rows: [foundRow(2, '3栋 1801')], more: false },
      ],
      next: null,
    });
    const choice = visitorChoice(items);
    expect(choice).toMatchObject({ kind: 'room', label: '3栋 1801' });
    expect(
      choice.kind === 'room' && choice.rows.map(({ row: { personId }, position }) => [personId, position]),
    ).toEqual([
      [1, 0],
      [2, 1],
    ]);
  });

  it('leaves out who has moved out', () => {
    const left = { ...foundRow(3, '3栋 1801'), former: true };
    const choice = visitorChoice(found([foundRow(1, '3栋 1801'), left]));
    expect(choice.kind === 'room' && choice.rows.map(({ row: { personId } }) => personId)).toEqual([1]);
    expect(visitorChoice(found([left]))).toEqual({ kind: 'nobody' });
  });

  it('says no room where there are several, or may be', () => {
    expect(visitorChoice(found([foundRow(1, '3栋 1801'), foundRow(2, '3栋 1802')]))).toEqual({
      kind: 'several',
    });
    expect(visitorChoice(found([foundRow(1, '3栋 1801')], true))).toEqual({ kind: 'several' });
    expect(visitorChoice(found([foundRow(1, null), foundRow(2, null)]))).toEqual({ kind: 'several' });
  });

  it('never holds the room of one while another is found', () => {
    forAll(
      fc.array(fc.record({ id: fc.integer({ min: 1, max: 9 }), room: fc.constantFrom('A', 'B', null) }), {
        maxLength: 8,
      }),
      (people) => {
        const choice = visitorChoice(found(people.map(({ id, room }) => foundRow(id, room))));
        if (choice.kind === 'room') expect(new Set(choice.rows.map((one) => one.row.roomLabel)).size).toBe(1);
        else expect(Object.keys(choice)).toEqual(['kind']);
      },
    );
  });
});
