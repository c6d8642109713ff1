import { expect, it } from 'vitest';
import { readDate } from '../../../main/vault/import/read-date.ts';
import { readPlaceWords } from '../../../main/vault/import/place-words.ts';
import { hanNumber } from '../../../main/vault/values/han-numbers.ts';
import { parseRoom } from '../../../main/vault/values/room-text.ts';

it.each([
  ['三', '3'],
  ['十', '10'],
  ['十二', '12'],
  ['二十', '20'],
  ['二十三', '23'],
  ['二〇一五', '2015'],
  ['三五', '35'],
  ['零三', '03'],
  ['十十', null],
  ['三十五十', null],
  ['', null],
])('%s is read as %s', (text, digits) => {
  expect(hanNumber(text)).toBe(digits);
});

it('is the same in rooms, names of sheets and days', () => {
  expect(parseRoom('三五栋二单元1801')?.canonical).toBe('/35/2/1801');
  expect(readPlaceWords('三五栋二单元')).toEqual({ estate: '', building: '35', unit: '2' });
  expect(readDate('二〇一五年十月三十一日')).toBe('2015-10-31');
});
