/** A signed export, and everything that somebody without the signer's key can do to its lines. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeLine, encodeEntry, MAX_LINE_BYTES } from '../../../main/vault/log-export/line.ts';
import { runVerify } from '../../../main/vault/log-export/run-verify.ts';
import { type ExportProblem, createExportVerifier } from '../../../main/vault/log-export/verify-export.ts';
import { linesOf } from '../../../main/vault/log-export/verify-file.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { ADMIN, makeExportedLog } from '../../support/exported-log.ts';
import { fc, forAll, forAllIn } from '../../support/for-all.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

const ENTRIES = 9;
const whole = makeExportedLog(ENTRIES);
/** Line of the trailer, counted from 1. */
const TRAILER = ENTRIES + 2;

function check(lines: readonly (string | null)[], root = whole.root) {
  const verifier = createExportVerifier(root);
  for (const line of lines) if (!verifier.next(line)) break;
  return verifier.end();
}
const badOf = (lines: readonly (string | null)[], root?: string) => check(lines, root).bad;
const bad = (line: number, problem: ExportProblem) => ({ line, problem });
const replaced = (at: number, line: string): readonly string[] => whole.lines.with(at, line);

/** Places of the lines of entries, counted from 0. */
const entryAt = fc.integer({ min: 1, max: ENTRIES });

describe('an export', () => {
  it('is whole as it was written, and says whose signature is on it', () => {
    expect(check(whole.lines)).toMatchObject({
      entries: ENTRIES,
      first: { seq: 1 },
      last: { seq: ENTRIES },
      signer: { name: '管理员甲', role: 'admin' },
      header: { purpose: '物业检查', recipient: '街道办' },
      bad: null,
    });
  });

  it('is whole where it begins in the midst of the log, and bound to the entry before', () => {
    const part = makeExportedLog(ENTRIES, 5);
    expect(check(part.lines, part.root)).toMatchObject({ entries: 5, first: { seq: 5 }, bad: null });
    const other = part.rehash(part.rows[0]!, { prevHash: new Uint8Array(32).fill(9), signature: null });
    expect(badOf(part.lines.with(1, encodeEntry(other)), part.root)).toEqual(bad(2, 'order'));
  });

  it('says up to which entry others than those who made it have signed, over all before', () => {
    expect(check(whole.lines).witnessed).toBeNull();
    const alone = makeExportedLog(11, 1, ADMIN);
    expect(check(alone.lines, alone.root).witnessed).toEqual({ upTo: 9, people: 1 });
    /** What the admin, who has the store, makes of it alone: an entry rewritten, and the chain after it made anew. */
    const rewriteAlone = (seq: number): readonly string[] => {
      const rows = [...alone.rows];
      rows[seq - 1] = alone.rehash(rows[seq - 1]!, { personId: 4_711 as PersonId });
      for (let at = seq; at < rows.length; at++)
        rows[at] = alone.rehash(rows[at]!, { prevHash: rows[at - 1]!.hash });
      return alone.over(rows);
    };
    for (const seq of [1, 2, 4, 5, 7, 8])
      expect(badOf(rewriteAlone(seq), alone.root)?.problem, String(seq)).toBe('person');
    for (const seq of [10, 11])
      expect(check(rewriteAlone(seq), alone.root)).toMatchObject({ bad: null, witnessed: { upTo: 9 } });
    // Without the deeds of others nothing vouches for what is left.
    const cut = alone.over(alone.rows.slice(0, 2));
    expect(check(cut, alone.root)).toMatchObject({ bad: null, witnessed: null });
  });

  it('takes the fingerprint as it is on paper, typed or without its spaces', () => {
    for (const root of [whole.root.replaceAll(' ', ''), whole.root.toUpperCase(), ` ${whole.root} `])
      expect(badOf(whole.lines, root)).toBeNull();
  });
});

describe('a line that is', () => {
  it('changed in any character is the first bad one', () => {
    forAllIn(
      600,
      fc.integer({ min: 0, max: whole.lines.length - 1 }),
      fc.nat(),
      fc.constantFrom('0', 'a', 'Z', '"', '{', ',', ' ', '张'),
      (at, place, character) => {
        const line = whole.lines[at]!;
        const where = place % line.length;
        const changed = line.slice(0, where) + character + line.slice(where + 1);
        fc.pre(changed !== line);
        expect(badOf(replaced(at, changed))?.line).toBe(at + 1);
      },
    );
  });

  it('dropped is noticed at the line that stands in its place', () => {
    forAll(entryAt, (at) => {
      const problem = at === ENTRIES ? 'end' : 'order';
      expect(badOf(whole.lines.toSpliced(at, 1))).toEqual(bad(at + 1, problem));
    });
    expect(badOf(whole.lines.slice(1))).toEqual(bad(1, 'format'));
    expect(badOf(whole.lines.slice(0, -1))).toEqual(bad(TRAILER, 'end'));
    expect(badOf([])).toEqual(bad(1, 'format'));
  });

  it('doubled is noticed where it stands for the second time', () => {
    forAll(entryAt, (at) => {
      expect(badOf(whole.lines.toSpliced(at, 0, whole.lines[at]!))).toEqual(bad(at + 2, 'order'));
    });
    expect(badOf(whole.lines.toSpliced(0, 0, whole.lines[0]!))).toEqual(bad(2, 'format'));
    expect(badOf([...whole.lines, whole.lines.at(-1)!])).toEqual(bad(TRAILER + 1, 'end'));
    expect(badOf([...whole.lines, whole.lines[1]!])).toEqual(bad(TRAILER + 1, 'end'));
  });

  it('swapped with another is noticed at the first of both', () => {
    forAll(entryAt, entryAt, (one, other) => {
      fc.pre(one !== other);
      const swapped = replaced(one, whole.lines[other]!).with(other, whole.lines[one]!);
      expect(badOf(swapped)).toEqual(bad(Math.min(one, other) + 1, 'order'));
    });
  });

  it('changed under a hash of its own is told by the next one, and a deed by its signature', () => {
    forAll(entryAt, fc.constantFrom({ ticket: 'R-1' }, { time: 5 }, { reason: 'owner' }), (at, changes) => {
      const row = whole.rows[at - 1]!;
      const found = badOf(replaced(at, encodeEntry(whole.rehash(row, changes))));
      if (row.signature !== null) expect(found).toEqual(bad(at + 1, 'person'));
      else expect(found).toEqual(bad(at + 2, at === ENTRIES ? 'end' : 'order'));
    });
  });

  it('without the signature of its person is refused, though everything behind it was made anew', () => {
    const deed = 3;
    const rows = [...whole.rows];
    rows[deed - 1] = whole.rehash(rows[deed - 1]!, { signature: null });
    for (let at = deed; at < rows.length; at++)
      rows[at] = whole.rehash(rows[at]!, { prevHash: rows[at - 1]!.hash });
    // The signer of the export could do no better.
    expect(badOf(whole.over(rows))).toEqual(bad(deed + 1, 'person'));
  });
});

describe('another key', () => {
  const forged = makeExportedLog(ENTRIES);

  it('has another fingerprint, which is not the one on paper', () => {
    expect(badOf(forged.lines)).toEqual(bad(1, 'root'));
    expect(badOf(replaced(0, forged.lines[0]!))).toEqual(bad(1, 'root'));
    expect(badOf(whole.lines, '0'.repeat(32))).toEqual(bad(1, 'root'));
  });

  it('signs neither entries nor trailer', () => {
    expect(badOf(replaced(TRAILER - 1, forged.lines.at(-1)!))).toEqual(bad(TRAILER, 'end'));
    expect(badOf(replaced(3, forged.lines[3]!))?.line).toBe(4);
  });

  it('of another signature over the same counts is no signature of theirs', () => {
    const trailer = JSON.parse(whole.lines.at(-1)!) as { signature: string };
    const header = JSON.parse(whole.lines[0]!) as { signature: string };
    const other = JSON.stringify({ ...trailer, signature: header.signature });
    expect(badOf(replaced(TRAILER - 1, other))).toEqual(bad(TRAILER, 'person'));
  });
});

describe('hostile input', () => {
  it('is no line unless it is what the encoder writes', () => {
    const line = whole.lines[1]!;
    for (const text of [
      '',
      'null',
      '[]',
      '{}',
      '{"kind":"entry"}',
      ` ${line}`,
      `${line} `,
      `${line}\r`,
      `\ufeff${line}`,
      line.replace('"seq":1', '"seq":1.0'),
      line.replace('"seq":1', '"seq":1e0'),
      line.replace('{', '{"kind":"entry",'),
      line.replace('}', ',"more":1}'),
      `${'['.repeat(100_000)}`,
    ])
      expect(decodeLine(text)).toBeNull();
    expect(decodeLine(line)).not.toBeNull();
  });

  it('never makes the verifier throw', () => {
    forAllIn(300, fc.array(fc.oneof(fc.json(), fc.string(), fc.constantFrom(...whole.lines))), (lines) => {
      const report = check(lines);
      expect(report.bad === null).toBe(
        lines.length === whole.lines.length && lines.every((line, at) => line === whole.lines[at]),
      );
    });
  });

  it('is cut off at a line that is too long, and at one that does not end', async () => {
    const read = async (...pieces: readonly string[]): Promise<readonly (string | null)[]> => {
      const found: (string | null)[] = [];
      async function* from(): AsyncGenerator<Uint8Array> {
        for (const piece of pieces) yield Buffer.from(piece);
      }
      for await (const line of linesOf(from())) found.push(line);
      return found;
    };
    expect(await read('a\nb', 'c\n', '\n')).toEqual(['a', 'bc', '']);
    expect(await read('a\nb')).toEqual(['a', null]);
    const half = 'x'.repeat(MAX_LINE_BYTES / 2 + 1);
    expect(await read('a\n', half, half, 'b\nc\n')).toEqual(['a', null]);
    expect(await read(`${half}${half}\nb\n`)).toEqual([null]);
  });
});

describe('the command', () => {
  const folder = makeTempDir();
  const write = (lines: readonly string[]): string => {
    const file = join(folder, 'log.jsonl');
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
    return file;
  };

  it('ends with 0 for a whole export and says so in both languages', async () => {
    const { code, out } = await runVerify([write(whole.lines), '--root', whole.root]);
    expect(code).toBe(0);
    expect(out).toContain('结果：完整');
    expect(out).toContain('result: WHOLE');
    expect(out.join('\n')).toMatch(/in office as of entry \d+ of the roster/);
    expect(out.join('\n')).toContain('signed by: 管理员甲 (admin)');
    expect(out.join('\n')).toContain('HMAC');
  });

  it('ends with 1 and names the first bad line', async () => {
    const { code, out } = await runVerify([write(whole.lines.toSpliced(4, 1)), '--root', whole.root]);
    expect(code).toBe(1);
    expect(out.at(-1)).toMatch(/^result: BROKEN at line 5: order/);
  });

  it('ends with 2 where it could not read', async () => {
    const file = write(whole.lines);
    for (const words of [
      [],
      [file],
      [file, '--root', 'no fingerprint'],
      [file, file, '--root', whole.root],
      [file, '--roots', whole.root],
      [join(folder, 'none'), '--root', whole.root],
      [folder, '--root', whole.root],
    ])
      expect((await runVerify(words)).code).toBe(2);
  });
});
