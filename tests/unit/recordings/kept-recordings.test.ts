import { expect, it } from 'vitest';
import { fillIn, keepOnce } from '../../support/kept-recordings.ts';
import type { Recording } from '../../support/recordings.ts';

const reply = { text: '张'.repeat(200) };
const of = (route: Recording['route'], role: Recording['role'], answer: unknown): Recording => ({
  route,
  role,
  request: {},
  reply: answer,
});
const ALL = [
  of('people.open', 'admin', reply),
  of('people.open', 'supervisor', reply),
  of('people.open', null, {}),
  of('people.copy', null, {}),
  of('people.copy', 'admin', reply),
];

it('keeps a long reply once, and gives each back', () => {
  const kept = keepOnce(ALL);
  expect(kept.map((one) => 'as' in one)).toEqual([false, true, false, false, true]);
  expect(fillIn(JSON.parse(JSON.stringify(kept)))).toEqual(ALL);
});

it('refuses a recording whose reply is not there', () => {
  expect(() => fillIn(keepOnce(ALL).slice(1))).toThrow('people.open');
});
