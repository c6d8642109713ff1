/** Readings of a Han character: one lookup in a table of 150 kB, where a dictionary of phrases would take 8 MB of every desk's memory. */
import { READING_TABLE } from './reading-table.ts';

/** Han characters of the basic plane and of its compatibility block lie from here on. */
const FIRST = 0x3000;
const LAST = 0xffff;

interface Table {
  /** Place in `readings`, by code point from FIRST on; 0 for none. */
  readonly basic: Uint16Array;
  readonly beyond: ReadonlyMap<number, number>;
  readonly readings: readonly (readonly string[])[];
}

let table: Table | undefined;

/** Every reading of a character, without tones and with ü as v, the usual one first; none of what is not a Han character, and of rare ones. */
export function lookUpReadings(character: string): readonly string[] {
  const codePoint = character.codePointAt(0) ?? 0;
  table ??= readTable();
  const place = codePoint > LAST ? table.beyond.get(codePoint) : table.basic[codePoint - FIRST];
  return table.readings[place ?? 0] ?? [];
}

function readTable(): Table {
  const basic = new Uint16Array(LAST - FIRST + 1);
  const beyond = new Map<number, number>();
  const readings: (readonly string[])[] = [[]];
  for (const line of READING_TABLE.trim().split('\n')) {
    const [read = '', characters = ''] = line.split(':');
    for (const character of characters) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (codePoint > LAST) beyond.set(codePoint, readings.length);
      else basic[codePoint - FIRST] = readings.length;
    }
    readings.push(read.split(','));
  }
  return { basic, beyond, readings };
}
