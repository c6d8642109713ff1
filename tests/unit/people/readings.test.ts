/** The vault's own table of readings says what pinyin-pro says, of every character there is. */
import { expect, it } from 'vitest';
import { READING_TABLE } from '../../../main/vault/values/reading-table.ts';
import { lookUpReadings } from '../../../main/vault/values/readings.ts';
import { listReadings, readingsByLibrary } from '../../../scripts/names/list-readings.ts';

it('the table is what its script writes from the library of today', () => {
  expect(READING_TABLE.trim().split('\n')).toEqual(listReadings());
});

it.each([
  ['重', ['zhong', 'chong']],
  ['吕', ['lv']],
  ['𠮷', []],
  ['〇', ['ling']],
  ['a', []],
  ['', []],
])('the readings of %s are %j', (character, readings) => {
  expect(lookUpReadings(character)).toEqual(readings);
});

it('every character is found by its readings, beyond the basic plane, too', () => {
  const differing: string[] = [];
  for (let codePoint = 0x2e80; codePoint < 0x30000; codePoint++) {
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) continue;
    const character = String.fromCodePoint(codePoint);
    if (lookUpReadings(character).join() !== readingsByLibrary(character).join()) differing.push(character);
  }
  expect(differing).toEqual([]);
});
