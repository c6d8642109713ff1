import { describe, expect, test } from 'vitest';
import { LONGEST_PATTERN, type PatternProblem } from '../../../contract/search/room-patterns.ts';
import { checkPatterns } from '../../../main/vault/search/read-room-patterns.ts';
import {
  type RoomPattern,
  type RoomPatterns,
  compilePattern,
  readAlong,
} from '../../../main/vault/values/room-pattern.ts';
import { parseRoom, roomFromParts, roomKeys, roomQueryKeys } from '../../../main/vault/values/room-text.ts';
import { fc, forAllIn } from '../../support/for-all.ts';
import { words } from '../../support/words.ts';

const patternsOf = (...texts: readonly string[]): RoomPatterns =>
  checkPatterns(texts).map((check) => {
    if ('problem' in check) throw new Error(check.problem);
    return check.pattern;
  });

test.each<[string, string, string, string]>([
  ['T{栋}-{房}', 'T3-1801', '/3//1801', '3栋1801'],
  ['T{栋}-{房}', 't03-1801', '/3//1801', '3栋1801'],
  ['Ｔ｛栋｝－｛房｝', 'Ｔ３－１８０１', '/3//1801', '3栋1801'],
  ['{期}期{栋}-{单元}-{房}', '2期3-2-1801', '2期/3/2/1801', '2期3栋2单元1801'],
  ['P{期}-{栋}-{房}', 'p2-3-1801', '2期/3//1801', '2期3栋1801'],
  ['{期}-{栋}-{单元}-{房}', '2-1-1-1102', '2期/1/1/1102', '2期1栋1单元1102'],
  ['{区1}{栋2}{房4}', '1031801', '1区/3//1801', '1区3栋1801'],
  ['{栋2}{单元2}{房4}', '03021801', '/3/2/1801', '3栋2单元1801'],
  ['{栋2}{单元2}{房4}', '03020801', '/3/2/801', '3栋2单元0801'],
  ['{栋}阁{层}楼{房}', '3阁18楼1801', '/3//1801', '3栋1801'],
  ['{栋}B{房}', '3b1801', '/3//1801', '3栋1801'],
  ['{栋}/{房}', 'A/502', '/A//502', 'A栋502'],
  ['{期}期{区}区{栋}-{房}', '2期A区3-1801', '2期A区/3//1801', '2期A区3栋1801'],
])('by %s, %s is %s, shown as %s, and the same by its label', (pattern, text, canonical, label) => {
  const patterns = patternsOf(pattern);
  const room = parseRoom(text, patterns)!;
  expect(room).toMatchObject({ canonical, label });
  expect(parseRoom(room.label, patterns)!.canonical).toBe(canonical);
  expect(parseRoom(room.label)!.canonical).toBe(canonical);
  const keys = roomKeys(room);
  expect(roomQueryKeys(text, patterns).some((query) => keys.some((key) => key.startsWith(query)))).toBe(true);
});

test.each<[string, PatternProblem]>([
  ['T{栋}-{房', 'unclosed'],
  ['T栋}-{房}', 'unclosed'],
  ['{栋{房}}', 'unclosed'],
  ['{楼}-{房}', 'unknown-place'],
  ['{栋}-{房0}', 'unknown-place'],
  ['{}-{房}', 'unknown-place'],
  ['T{栋}', 'no-room'],
  ['{单元}-{房}', 'no-building'],
  ['3-1801', 'no-room'],
  ['{栋}-{栋}-{房}', 'repeated-place'],
  ['{栋}{房}', 'touching-places'],
  ['{栋}{房4}', 'touching-places'],
  ['{栋}0{房4}', 'touching-places'],
  [`${'T'.repeat(LONGEST_PATTERN)}{栋}-{房}`, 'too-long'],
  ['{单元}栋{栋}单元{房}', 'changes-labels'],
  ['{栋}-{房}-{单元}', 'changes-labels'],
])('%s cannot be used: %s', (text, problem) => expect(checkPatterns([text])).toEqual([{ problem }]));

test('one pattern that reads what another reads is said to repeat it, and does not stop those after it', () => {
  expect(
    checkPatterns(['T{栋}-{房}', 'T{栋}-{房}', 'S{栋}-{房}']).map((check) =>
      'problem' in check ? check.problem : null,
    ),
  ).toEqual([null, 'repeated-pattern', null]);
});

test('a room is one room however it is written, also where the columns are apart', () => {
  const patterns = patternsOf('T{栋}-{房}');
  const rooms = [
    parseRoom('T3-1801', patterns),
    parseRoom('3栋1801', patterns),
    parseRoom('3-1801', patterns),
    parseRoom('T3栋1801', patterns),
    roomFromParts({ building: 'T3', room: '1801' }, patterns),
  ];
  expect(rooms.map((room) => room?.canonical)).toEqual(Array(5).fill('/3//1801'));
  // What was written is kept where a pattern read it: without the pattern it is what it was.
  expect(rooms.map((room) => room?.written)).toEqual(['T3-1801', null, null, 'T3栋1801', 'T3栋1801']);
  expect(parseRoom('T3-1801')!.canonical).toBe('/T3//1801');
});

test.each([
  ['T3', '3'],
  ['t3-', '3-'],
  ['T3-18', '3-18'],
  ['T', 't'],
  ['3-18', '3-18'],
])('%s, half typed, looks for %s', (text, key) =>
  expect(roomQueryKeys(text, patternsOf('T{栋}-{房}'))[0]).toBe(key),
);
test.each([
  ['0302', '3-2'],
  ['030218', '3-2-18'],
  ['03', '3'],
])('%s, half typed without dashes, looks for %s', (text, key) =>
  expect(roomQueryKeys(text, patternsOf('{栋2}{单元2}{房4}'))[0]).toBe(key),
);

const PIECES = [
  ...'-TB期区栋号#01',
  ...words('单元 {期} {区} {栋} {单元} {层} {房} {栋2} {单元1} {房4} {房3}'),
];
const LIKELY = words(
  'T{栋}-{房} {期}期{栋}-{单元}-{房} {期}-{栋}-{单元}-{房} {栋2}{单元2}{房4} {栋}阁{层}楼{房}',
  '{栋}B{房} {区}区{栋}#{房} {栋}栋{房2}{单元2} {单元1}-{栋}-{房} {房4}@{栋}',
);
/** What a room is written of. */
const PARTS = words('2期 A区 3栋 3 12 2单元 2 1801 0801 502 - - T B # 号 A 18 03021801');
const anyPattern = fc.oneof(
  fc.constantFrom(...LIKELY),
  fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 8 }).map((pieces) => pieces.join('')),
);
/** A text that goes along one of the patterns. */
const filled = (patterns: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...patterns),
      fc.array(fc.constantFrom('3', '12', 'A', '1801', '0801', '502', '2', '03', '1801A'), {
        minLength: 6,
        maxLength: 6,
      }),
    )
    .map(([pattern, values]) =>
      [...values].reduce(
        (text, value) =>
          text.replace(/\{[^}]*?(\d?)\}/, (_, width: string) =>
            width === '' ? value : value.padStart(Number(width), '0').slice(-Number(width)),
          ),
        pattern,
      ),
    );
const anyRoom = fc.oneof(
  fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 7 }).map((parts) => parts.join('')),
  fc.string({
    unit: fc.constantFrom(...'0123456789ABab-栋单元号楼室#商场东甲/ 层期区T'),
    minLength: 1,
    maxLength: 14,
  }),
);

describe('whatever the patterns', () => {
  test('a room is the same room by its label, and no text is dropped', () => {
    let read = 0;
    const cases = fc
      .array(anyPattern, { minLength: 1, maxLength: 3 })
      .chain((texts) => fc.tuple(fc.constant(texts), fc.oneof(anyRoom, filled(texts))));
    forAllIn(3000, cases, ([texts, written]) => {
      const patterns = checkPatterns(texts).flatMap((check) => ('pattern' in check ? [check.pattern] : []));
      fc.pre(patterns.length > 0 && /[\p{L}\p{N}]/u.test(written));
      const room = parseRoom(written, patterns)!;
      expect(room.room).not.toBe('');
      const usual = parseRoom(written)!;
      // Some texts nobody writes are not understood again from their label, with patterns or without.
      if (room.written === null && parseRoom(usual.label)!.canonical !== usual.canonical) return;
      expect(parseRoom(room.label, patterns)!.canonical).toBe(room.canonical);
      if (room.written === null) return;
      read++;
      expect(parseRoom(room.written, patterns)!.canonical).toBe(room.canonical);
      expect(
        roomKeys(room).some((key) => roomQueryKeys(written, patterns).some((query) => key.startsWith(query))),
      ).toBe(true);
    });
    // The patterns did read some of them.
    expect(read).toBeGreaterThan(50);
  });

  test('a pattern is never too much for compilePattern', () => {
    forAllIn(5000, fc.oneof(anyPattern, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
      expect(Object.keys(compilePattern(text))).toHaveLength(1);
    });
  });

  test('no text is read more than once for each piece, whatever was meant to make it slow', () => {
    const evil: readonly [pattern: string, text: string][] = [
      ['{栋}-{房}', '1'.repeat(50_000)],
      ['{栋}-{房}', 'A'.repeat(50_000)],
      ['{栋}-{房}', `${'1-'.repeat(25_000)}x`],
      ['AAAAAAAA{栋}-{房}', 'A'.repeat(50_000)],
      ['{栋1}{单元1}{房1}', '1'.repeat(50_000)],
      ['{期}--{区}--{栋}--{房}', `${'1--'.repeat(10_000)}!`],
      ['{栋}-{房}', `3-${'1'.repeat(50_000)}`],
    ];
    for (const [typed, text] of evil) {
      const check = compilePattern(typed);
      const pattern: RoomPattern = 'pattern' in check ? check.pattern : expect.fail(typed);
      let looks = 0;
      const characters = new Proxy([...text], {
        get: (target, key) => {
          if (typeof key === 'string' && /^\d+$/.test(key)) looks++;
          return Reflect.get(target, key) as string;
        },
      });
      expect(readAlong(pattern, characters)).toBe(readAlong(pattern, text));
      expect(looks, typed).toBeLessThanOrEqual(2 * text.length + 4 * LONGEST_PATTERN);
      // A number of a pattern is never longer than a room's, so that it is left far before the end.
      expect(looks, typed).toBeLessThan(200);
    }
  });
});
