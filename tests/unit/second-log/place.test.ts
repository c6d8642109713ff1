/** The end of a file that anybody may have written to, and a drive that does not answer. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromUtf8 } from '../../../main/vault/crypto/bytes.ts';
import type { LineReader, SecondLine } from '../../../main/vault/second-log/line.ts';
import { readAll, readNewest, SLOW, withinTime } from '../../../main/vault/second-log/place.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

/** `+7` is line 7, `=7` one that goes on from an acknowledgment; everything else is none of ours. */
const read: LineReader = (bytes) => {
  const [, kind, number] = /^([+=])(\d+)x*$/.exec(fromUtf8(bytes) ?? '') ?? [];
  return number === undefined
    ? null
    : ({ line: Number(number), kind: kind === '=' ? 'continued' : 'head' } as SecondLine);
};

function fileOf(text: string): string {
  const path = join(makeTempDir(), 'place');
  writeFileSync(path, text);
  return path;
}

describe('the newest line', () => {
  it.each([
    ['an empty file', '', null, false],
    ['the last of several', '+1\n+2\n', 2, false],
    ['what stands before lines that are not ours', '+1\n+2\nrubbish\n\n\n', 2, false],
    ['what stands before a line that was torn off', '+1\n+2\n+', 2, true],
    ['a last one that lacks its line end alone', '+1\n+2', 2, true],
    ['one that is longer than the first look', `+1\n+2${'x'.repeat(100_000)}\n`, 2, false],
    ['one that is longer than the second look', `+1\n+2${'x'.repeat(600_000)}\n`, 2, false],
    [
      'none where more forged ones stand behind it than are tried',
      `+1\n${'rubbish\n'.repeat(500)}`,
      null,
      false,
    ],
  ])('is that of %s', async (_what, text, line, isOpen) => {
    const found = await readNewest(fileOf(text), read);
    expect([found.line?.line ?? null, found.isOpen]).toEqual([line, isOpen]);
  });
});

describe('all lines', () => {
  it('are those of ours in order, with what is missing and unreadable counted', async () => {
    const { all, good, unreadable, missing } = await readAll(
      fileOf('+1\n+2\nrubbish\n+5\n+4\n+5\n+6\n'),
      read,
    );
    expect(all.map(({ line }) => line)).toEqual([1, 2, 5, 6]);
    expect({ good, unreadable, missing }).toEqual({ good: 4, unreadable: 3, missing: 2 });
  });

  it('are in force from the last acknowledgment on', async () => {
    const { inForce } = await readAll(fileOf('+1\n=2\n+3\n=4\n+5\n'), read);
    expect(inForce.map(({ line }) => line)).toEqual([4, 5]);
  });

  it('of a file that is larger than a look do not begin with the rest of one', async () => {
    const { good, unreadable } = await readAll(fileOf(`+1${'x'.repeat(9 * 1024 * 1024)}\n+2\n`), read);
    expect({ good, unreadable }).toEqual({ good: 1, unreadable: 0 });
  });
});

describe('a drive that does not answer', () => {
  it('is waited for no longer than was said, and what comes after it is not begun once its time is over', async () => {
    let answer: () => void = () => undefined;
    const hanging = withinTime(20, () => new Promise<void>((resolve) => (answer = resolve)));
    expect(await hanging).toBe(SLOW);
    let begun = false;
    const behind = withinTime(20, async () => {
      begun = true;
    });
    expect(await behind).toBe(SLOW);
    answer();
    expect(await withinTime(10_000, async () => 'there again')).toBe('there again');
    expect(begun).toBe(false);
  });

  it('that fails after its time fails for nobody', async () => {
    let fail: (error: Error) => void = () => undefined;
    expect(await withinTime(20, () => new Promise((_resolve, reject) => (fail = reject)))).toBe(SLOW);
    fail(new Error('unplugged'));
    expect(await withinTime(10_000, async () => 1)).toBe(1);
    await expect(withinTime(10_000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
