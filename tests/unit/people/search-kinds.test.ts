import { expect, test } from 'vitest';
import { USUAL_MASKS } from '../../../contract/policy/lists.ts';
import { kindsOf } from '../../../main/vault/search/search.ts';

test.each([
  ['', []],
  [' ', []],
  ['zs', ['room', 'name']],
  ['张三', ['room', 'name']],
  ['张s', ['room', 'name']],
  ['1', ['room']],
  ['12', ['room', 'phone']],
  ['123', ['room', 'phone', 'plate']],
  ['1234', ['room', 'phone', 'plate']],
  ['14112341234', ['phone']],
  ['+86 141 1234 1234', ['phone']],
  ['141****1234', ['phone']],
  ['0778-2123456', ['phone']],
  ['3-2-1801', ['room']],
  ['3栋', ['room']],
  ['m123', ['room', 'plate']],
  ['桂M', ['room', 'name', 'plate']],
  ['桂M12345', ['room', 'plate']],
  ['450102189001010010', []],
  ['45010218900101001X', []],
  ['450102000101001', []],
  ['450102 189001 010010', []],
])('%j is looked for among %j', (text, kinds) => expect(kindsOf(USUAL_MASKS, text)).toEqual(kinds));
