/** Names that are no UTF-8, as paths and back. */
import { expect, it } from 'vitest';
import { hasRawName, nameOfBytes, onDisk, shownPath } from '../../../main/files/raw-names.ts';

const GBK = Buffer.from('d2b5d6f781402e637376', 'hex');

it('a name in GBK leads back to its bytes, and is shown as it is called', () => {
  const name = nameOfBytes(GBK);
  expect(hasRawName(name)).toBe(true);
  expect(onDisk(`/资料/${name}`)).toEqual(Buffer.concat([Buffer.from('/资料/'), GBK]));
  expect(shownPath(`/资料/${name}`)).toBe('/资料/业主\u4e02.csv');
});

it('a name in UTF-8 stays as it is', () => {
  const name = nameOfBytes(Buffer.from('业主😀.csv'));
  expect([name, onDisk(name), shownPath(name), hasRawName(name)]).toEqual([
    '业主😀.csv',
    '业主😀.csv',
    '业主😀.csv',
    false,
  ]);
});
