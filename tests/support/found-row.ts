/** Somebody whom a search has found, as the vault gives them to the list. */
import type { PersonId } from '../../contract/ids.ts';
import type { MaskedPersonRow } from '../../contract/search/views.ts';

/** `matched`: what of the room's name is marked. */
export const foundRow = (
  id: number,
  roomLabel: string | null,
  matched: MaskedPersonRow['matched']['room'] = [],
): MaskedPersonRow => ({
  personId: id as PersonId,
  kind: 'person',
  nameMask: '张*',
  phoneMask: null,
  plateMask: null,
  roomLabel,
  relation: 'owner',
  former: false,
  matched: { name: [], room: matched, phone: [], plate: [] },
});
