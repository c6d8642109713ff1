/** Which task of the tour an answered request has done. Pure; the text of a search and a value that was revealed are looked at and not kept. */
import type { TourTask } from '../../contract/practice/lists.ts';
import type { SearchKind } from '../../contract/search/lists.ts';
import type { Heard } from '../bridge.ts';

/** Null where it was none of them, or was refused. */
export function taskDoneBy({ route, request, reply }: Heard): TourTask | null {
  if (!reply.ok) return null;
  switch (route) {
    case 'people.search':
      return searchDoneBy(
        request.text.trim(),
        reply.value.groups.map(({ kind }) => kind),
      );
    case 'people.open':
      return 'open';
    case 'people.verify':
      return reply.value.match ? 'verify' : null;
    case 'people.reveal':
      return request.field === 'phone' ? 'reveal' : null;
    case 'notes.add':
      return 'note';
    case 'shift.handOver':
      return 'lock';
    default:
      return null;
  }
}

/** `kinds`: what the text was found as. */
function searchDoneBy(text: string, kinds: readonly SearchKind[]): TourTask | null {
  if (/^[a-z]{2,}$/i.test(text) && kinds.includes('name')) return 'search-initials';
  if (/^\d{4}$/.test(text) && kinds.includes('phone')) return 'search-phone';
  if (/\d.*\D.*\d/.test(text) && kinds.includes('room')) return 'search-room';
  return null;
}
