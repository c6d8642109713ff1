/** The least version that all who keep an estate have said. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { RosterDesk } from '../../../main/vault/keys/roster-desks.ts';
import { forgetVersions, leastSchema, noteSchema } from '../../../main/vault/ops/desk-versions.ts';
import type { WritableStore } from '../../../main/vault/store/store.ts';

let kept: Uint8Array | null;
let written: number;
/** A store of one row. */
const tx = {
  get: async () => (kept === null ? undefined : { value: kept }),
  run: async ({ text, values }: { readonly text: string; readonly values: readonly unknown[] }) => {
    kept = text.startsWith('DELETE') ? null : (values[0] as Uint8Array);
    written += 1;
  },
} as unknown as WritableStore;

const desks = (live: readonly number[], ended: readonly number[] = []): ReadonlyMap<number, RosterDesk> =>
  new Map(
    [...live, ...ended].map((desk) => [
      desk,
      {
        desk,
        name: '',
        signKey: new Uint8Array(),
        receiveKey: new Uint8Array(),
        isEnded: ended.includes(desk),
      },
    ]),
  );

/** The least after each of these: who keeps the estate, whose op it was, and of which version. */
async function leastAfter(
  ...ops: readonly (readonly [ReadonlyMap<number, RosterDesk>, number, number])[]
): Promise<readonly number[]> {
  const least: number[] = [];
  for (const [keyed, desk, schema] of ops) {
    await noteSchema(tx, keyed, { desk, schema });
    least.push(await leastSchema(tx));
  }
  return least;
}

beforeEach(() => {
  [kept, written] = [null, 0];
});

describe('the least version of all desks', () => {
  it('rises once all have said a later one, and not before', async () => {
    const all = desks([0, 1, 2]);
    expect(
      await leastAfter([all, 0, 10], [all, 1, 10], [all, 0, 11], [all, 2, 10], [all, 1, 11], [all, 2, 12]),
    ).toEqual([0, 0, 0, 10, 10, 11]);
  });

  it('does not wait for a desk that has ended', async () => {
    expect(
      await leastAfter([desks([0, 1]), 0, 10], [desks([0, 1]), 1, 11], [desks([1], [0]), 1, 11]),
    ).toEqual([0, 10, 11]);
  });

  it('waits for one that has joined, and does not fall for it', async () => {
    expect(await leastAfter([desks([0]), 0, 10], [desks([0, 1]), 0, 11], [desks([0, 1]), 1, 11])).toEqual([
      10, 10, 11,
    ]);
  });

  it('never falls', async () => {
    expect(await leastAfter([desks([0]), 0, 11], [desks([0]), 0, 10])).toEqual([11, 11]);
  });

  it('is written where something is new alone', async () => {
    await leastAfter([desks([0]), 0, 10], [desks([0]), 0, 10], [desks([0]), 0, 10]);
    expect(written).toBe(1);
  });

  it('is forgotten where one desk goes on', async () => {
    await leastAfter([desks([0]), 0, 10]);
    await forgetVersions(tx);
    expect(await leastSchema(tx)).toBe(0);
  });

  it.each([['no JSON'], ['{"least":-1,"said":[]}'], ['{"least":1}']])(
    'is damage where it reads %s',
    async (text) => {
      kept = new TextEncoder().encode(text);
      await expect(leastSchema(tx)).rejects.toMatchObject({ code: 'store-damaged' });
    },
  );
});
