/** What a notice asks for, one item a line, as people paste it. */
import { expect, it } from 'vitest';
import { itemsIn } from '../../../renderer/rectification/items-in.ts';

it.each([
  ['1. 没有制度\n2、没有负责人', ['没有制度', '没有负责人']],
  ['（一）没有制度\n\n  （二） 弱口令  \r', ['没有制度', '弱口令']],
  ['24小时内整改', ['24小时内整改']],
  ['\n \n', []],
])('%j has %j', (text, items) => {
  expect(itemsIn(text)).toEqual(items);
});
