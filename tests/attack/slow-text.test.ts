/** Text from outside that is made to take long: nothing that reads a cell, a search or a typed value takes more time than its length allows. */
import { expect, it } from 'vitest';
import { FIELD_IDS } from '../../contract/fields.ts';
import { MAX_CELL_CHARACTERS } from '../../main/vault/import/limits.ts';
import { targetOfHeader } from '../../main/vault/import/read-heading.ts';
import { normaliseName, normalisePinyin } from '../../main/vault/values/name.ts';
import { isPlaceholder } from '../../main/vault/values/normalise.ts';
import { parsePhone } from '../../main/vault/values/phone.ts';
import { isPlate, normalisePlate } from '../../main/vault/values/plate.ts';
import { parseRoom, roomQueryKeys } from '../../main/vault/values/room-text.ts';
import { splitContact, validateField } from '../../main/vault/values/validate.ts';
import { processorMs } from '../support/processor-time.ts';

/** A pattern that is not linear takes seconds to minutes. */
const MAX_MS = 250;
/** What takes too long by chance, where the machine does much else, does not each time. */
const TRIES = 5;

const PIECES = [
  'a',
  '1',
  ' ',
  '-',
  '(',
  '）',
  '：',
  '.',
  '@',
  '·',
  '栋',
  '室',
  '*',
  'x',
  '年',
  '/',
  '，',
  '+',
  '张',
  '京A',
];
const half = MAX_CELL_CHARACTERS / 2;
const TEXTS = PIECES.flatMap((piece) => {
  const long = piece.repeat(MAX_CELL_CHARACTERS / piece.length);
  const mixed = PIECES.map(
    (other) => `${piece.repeat(half / piece.length)}${other.repeat(half / other.length)}!`,
  );
  const turns = PIECES.map((other) => (piece + other).repeat(MAX_CELL_CHARACTERS / 4));
  return [long, `${long}!`, `a${long}b`, `1${long}1`, ...mixed, ...turns];
});

const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ...FIELD_IDS.map((field) => [`a ${field}`, (text: string) => validateField(field, text)] as const),
  ...(['phone', 'idNumber', 'plate', 'remark'] as const).map(
    (field) =>
      [`whether a ${field} stands for nothing`, (text: string) => isPlaceholder(field, text)] as const,
  ),
  ['a contact', splitContact],
  ['a phone', parsePhone],
  ['a plate', (text) => isPlate(normalisePlate(text))],
  ['a name', normaliseName],
  ['how a name is read', (text) => normalisePinyin('张三', text)],
  ['a room', (text) => parseRoom(text)],
  ['a search for a room', (text) => roomQueryKeys(text)],
  ['a header', targetOfHeader],
];

it.each(READERS)('is read in time as %s, whatever it is made of', { timeout: 120_000 }, (_, read) => {
  const slow: string[] = [];
  for (const text of TEXTS) {
    const took = leastTime(() => read(text));
    if (took > MAX_MS) slow.push(`${text.slice(0, 6)}…${text.slice(-6)}: ${Math.round(took)} ms`);
    if (slow.length > 2) break;
  }
  expect(slow).toEqual([]);
});

/** The shortest of some tries, in milliseconds; one alone where that was short enough. */
function leastTime(work: () => void): number {
  let least = Infinity;
  for (let tries = 0; tries < TRIES && least > MAX_MS; tries++) {
    const began = processorMs();
    work();
    least = Math.min(least, processorMs() - began);
  }
  return least;
}
