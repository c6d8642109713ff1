/** Metadata of an update folder, changed anywhere in any way: nothing but what was signed is believed, and nothing but a refusal comes of the rest. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UpdateRefused } from '../../../main/files/updates/update-refused.ts';
import { verifyUpdate } from '../../../main/files/updates/verify-update.ts';
import { createRoot, signed } from '../../../scripts/updates/update-folder.ts';
import { isFullRun } from '../../support/full-run.ts';
import { LATER, RELEASE_KEY, ROOT_KEYS, testProgram, testUpdate } from '../../support/update-folder.ts';

type Json = null | string | number | boolean | Json[] | { [name: string]: Json };

/** With a second root, so that each kind of file is there. */
function wholeMetadata(): ReadonlyMap<string, Buffer> {
  const root = createRoot({ version: 2, expires: LATER, rootKeys: ROOT_KEYS, releaseKeys: [RELEASE_KEY] });
  const folder = testUpdate({ roots: { '2.root.json': signed(root, [ROOT_KEYS[0], ROOT_KEYS[2]]) } });
  const inside = join(folder, 'metadata');
  return new Map(readdirSync(inside).map((name) => [name, readFileSync(join(inside, name))]));
}

/** Of bytes: some are replaced, left out, doubled or put in. */
const spliceOf = fc.record({ at: fc.nat(), length: fc.nat(40), bytes: fc.uint8Array({ maxLength: 40 }) });
const LEAVES = [null, true, 0, 1, -1, 2 ** 53, '', '..', 'sha512', {}, [], ['root'], '2020-01-01T00:00:00Z'];

function spliced(
  whole: Buffer,
  { at, length, bytes }: { at: number; length: number; bytes: Uint8Array },
): Buffer {
  const place = at % whole.length;
  return Buffer.concat([whole.subarray(0, place), bytes, whole.subarray(place + length)]);
}

/** One place of what is written is another value, is gone, or is there twice. */
function reshaped(whole: Buffer, { at, leaf }: { at: number; leaf: number }): Buffer {
  const read = JSON.parse(whole.toString()) as Json;
  const places: (() => void)[] = [];
  const visit = (node: Json): void => {
    if (node === null || typeof node !== 'object') return;
    for (const name of Object.keys(node)) {
      const parts = node as Record<string, Json>;
      places.push(() => void (parts[name] = LEAVES[leaf % LEAVES.length] as Json));
      places.push(() => void (Array.isArray(node) ? node.splice(Number(name), 1) : delete parts[name]));
      places.push(
        () => void (Array.isArray(node) ? node.push(node[0] ?? null) : (parts[`x${name}`] = parts[name]!)),
      );
      visit(parts[name]!);
    }
  };
  visit(read);
  places[at % places.length]!();
  return Buffer.from(JSON.stringify(read));
}

const changeOf = fc.oneof(
  spliceOf.map((splice) => (whole: Buffer) => spliced(whole, splice)),
  fc.record({ at: fc.nat(), leaf: fc.nat() }).map((place) => (whole: Buffer) => reshaped(whole, place)),
  fc.nat().map((at) => (whole: Buffer) => {
    const other = Buffer.from(whole);
    other[(at >> 3) % whole.length]! ^= 1 << (at & 7);
    return other;
  }),
);

describe('metadata of an update', () => {
  it('is refused however it is changed', { timeout: isFullRun ? 1_800_000 : 120_000 }, async () => {
    const metadata = wholeMetadata();
    const program = testProgram();
    const read = (name: string) => metadata.get(name) ?? null;
    expect((await verifyUpdate(read, program)).version).toBe('1.1.0');
    const names = [...metadata.keys()];
    await fc.assert(
      fc.asyncProperty(fc.nat(), changeOf, async (which, change) => {
        const name = names[which % names.length]!;
        const changed = change(metadata.get(name)!);
        if (changed.equals(metadata.get(name)!)) return;
        const refused = verifyUpdate((asked) => (asked === name ? changed : read(asked)), program);
        await expect(
          refused,
          `${name}\n${changed.toString()}\nWAS\n${metadata.get(name)!.toString()}`,
        ).rejects.toBeInstanceOf(UpdateRefused);
      }),
      { numRuns: isFullRun ? 100_000 : 2_000 },
    );
  });
});
