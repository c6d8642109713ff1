/** Tells what of a plan has to be answered before anything is written: a list without rooms, and a building that was lost between sheets. */
import type { ImportPlan } from '../../../contract/import/views.ts';
import type { RowDraft } from './parse-rows.ts';

type Stop = ImportPlan['stops'][number];

export function findStops(drafts: readonly RowDraft[]): Stop[] {
  const people = drafts.filter(({ name, isReference }) => name !== '' && !isReference);
  if (people.length > 0 && drafts.every(({ room }) => room === null))
    return [{ stop: 'no-rooms', rooms: 0, sheets: sheetsOf(people) }];
  const owners = new Map<string, RowDraft[]>();
  for (const draft of people)
    if (draft.room !== null && draft.relation === 'owner')
      owners.set(draft.room.canonical, [...(owners.get(draft.room.canonical) ?? []), draft]);
  const torn = [...owners.values()].filter(
    (of) => new Set(of.map(({ sheet }) => sheet)).size > 1 && new Set(of.map(({ name }) => name)).size > 1,
  );
  return torn.length === 0
    ? []
    : [{ stop: 'rooms-in-sheets', rooms: torn.length, sheets: sheetsOf(torn.flat()) }];
}

const sheetsOf = (drafts: readonly RowDraft[]): string[] =>
  [...new Set(drafts.map(({ sheet }) => sheet))].slice(0, 100);
