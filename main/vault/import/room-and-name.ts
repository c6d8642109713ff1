/** Takes a cell apart that holds a room with whoever is in it, and perhaps their phone and plate: 3-2-1801 王伟 13912345678, 1栋502李芳. */
import { normaliseText } from '../values/normalise.ts';
import { isPlate, normalisePlate } from '../values/plate.ts';
import { NO_PATTERNS } from '../values/room-pattern.ts';
import { hasMarkWithin, isUnderstood, parseRoom } from '../values/room-text.ts';
import { isHanName } from './name-shapes.ts';

/** A list that was written into a chat numbers its lines: 12、3-2-1801 王伟. */
const TOGETHER =
  /^(?:\d{1,3}[.、．)）]\s*(?=\S*\D))?(?<room>\S{0,16}?\d{1,4}[A-Z]?(?:室|房|号房?)?)[\s\-－—–_,，、:：/+]*(?<name>\p{Script=Han}{2,4})(?:[\s\-－—,，、:：/+(（]*(?<phone>(?:1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7}))[)）]?)?(?:[\s\-－—,，、:：/+]+(?<plate>\p{Script=Han}[A-Z][A-Z\d]{5,6}))?[\s。,，;；]*$/iu;

export interface RoomAndName {
  readonly room: string;
  readonly name: string;
  /** Empty where there is none. */
  readonly phone: string;
  /** As `phone`. */
  readonly plate: string;
}

/** Null for any other text: a room that is understood and a name in use have to stand in it, and nothing else. */
export function readRoomAndName(text: string): RoomAndName | null {
  if (text.length > 60) return null;
  const { room = '', name = '', phone = '', plate = '' } = TOGETHER.exec(normaliseText(text))?.groups ?? {};
  if (!isHanName(name) || (plate !== '' && !isPlate(normalisePlate(plate)))) return null;
  const parsed = parseRoom(room, NO_PATTERNS);
  return parsed !== null && isUnderstood(parsed) && !hasMarkWithin(parsed)
    ? { room, name, phone, plate }
    : null;
}
