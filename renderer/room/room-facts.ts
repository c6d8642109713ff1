/** Known facts of a room, in words; an unknown one has no row. Pure. */
import type { Translate } from '../messages/translate.ts';
import type { OpenDetail } from '../../contract/fields.ts';
import type { RoomView } from '../../contract/records/views.ts';

export interface RoomFact {
  readonly name: OpenDetail;
  readonly words: string;
}

const NAMES = [
  'floor',
  'totalFloors',
  'lift',
  'layout',
  'usage',
  'area',
  'innerArea',
  'sharedArea',
  'deliveredOn',
] as const;
const AREAS: ReadonlySet<string> = new Set(['area', 'innerArea', 'sharedArea']);

export const factsOf = (t: Translate, room: RoomView): readonly RoomFact[] =>
  NAMES.flatMap((name): RoomFact[] => {
    const value = room[name];
    if (value === null || value === '') return [];
    if (typeof value === 'boolean') return [{ name, words: t(`room.yesNo.${value ? 'yes' : 'no'}`) }];
    return [{ name, words: AREAS.has(name) ? t('room.area', { area: value }) : String(value) }];
  });
