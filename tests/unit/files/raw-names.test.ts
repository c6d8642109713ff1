/** Names that are no UTF-8, as paths and back. */
import { expect, it } from 'vitest';
import { nameOfBytes, onDisk, shownPath } from '../../../main/files/raw-names.ts';

const GBK = Buffer.from('d2b5d6f781402e637376', 'hex');

it('a name in GBK leads back to its bytes, and is shown as it is called', () => {
  const name = nameOfBytes(GBK);
  expect(onDisk(`/资料/${name}`)).toEqual(Buffer.concat([Buffer.from('/资料/'), GBK]));
  expect(shownPath(`/资料/${name}`)).toBe('/资料/业主\u4e02.csv');
});

it('a name in UTF-8 stays as it is', () => {
  const name = nameOfBytes(Buffer.from('业主😀.csv'));
  expect([name, onDisk(name), shownPath(name)]).toEqual(['业主😀.csv', '业主😀.csv', '业主😀.csv']);
});

it('a name with a character that stands for a byte leads to its own file and no other', () => {
  const own = Buffer.from('a\uf780.csv');
  const name = nameOfBytes(own);
  expect(onDisk(name)).toEqual(own);
  expect(shownPath(name)).toBe('a\uf780.csv');
  expect(onDisk(nameOfBytes(Buffer.from('6180', 'hex')))).toEqual(Buffer.from('6180', 'hex'));
});
