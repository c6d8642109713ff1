/** Reads the status of a room from the words in use. */
import type { RoomStatus } from '../../../contract/fields.ts';
import { toSimplified } from './simplified.ts';

/** The eight standard words and synonyms. */
const STATUS_OF: ReadonlyMap<string, RoomStatus> = new Map([
  ['未销售', 'unsold'],
  ['未售', 'unsold'],
  ['已交房', 'handed-over'],
  ['已交付', 'handed-over'],
  ['未入住', 'not-lived-in'],
  ['装修中', 'renovating'],
  ['已装修', 'renovated'],
  ['已入住', 'lived-in'],
  ['入住', 'lived-in'],
  ['自住', 'lived-in'],
  ['已出租', 'let'],
  ['出租', 'let'],
  ['空闲', 'vacant'],
  ['空置', 'vacant'],
  ['空', 'vacant'],
  ['空房', 'vacant'],
  ['装修', 'renovating'],
  ['occupied', 'lived-in'],
  ['vacant', 'vacant'],
  ['let', 'let'],
  ['rented', 'let'],
  ['leased', 'let'],
  ['unsold', 'unsold'],
]);

/** The status that a word means; any other word unchanged. `text` must be normalised. */
export const readStatus = (text: string): string => STATUS_OF.get(toSimplified(text).toLowerCase()) ?? text;
