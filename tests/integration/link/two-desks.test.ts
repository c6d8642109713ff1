/** Two whole vaults and a real mailbox between them: what one desk does is at the other, and what anybody else puts into the order is at neither. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { type Mailbox, openMailbox } from '../../../main/carrier/mailbox-client.ts';
import { sha256, startOfOrder } from '../../../main/files/spool/envelope.ts';
import { SPOOL_FOLDER } from '../../../main/files/spool/spool.ts';
import { NO_CARRIER } from '../../../main/vault/carrier-line.ts';
import { HEADER_FORMAT, osUserHash, readHeader } from '../../../main/vault/keys/header.ts';
import {
  EMPTY_HEAD,
  type RosterHead,
  headAfter,
  readRosterEntries,
} from '../../../main/vault/keys/roster.ts';
import { packOp } from '../../../main/vault/link/op-plaintext.ts';
import type { LogRow } from '../../../main/vault/log/canonical.ts';
import { hashEntry } from '../../../main/vault/log/chain.ts';
import type { OpContent, Value } from '../../../main/vault/ops/op-content.ts';
import { columnNames, readSharedTables } from '../../../main/vault/ops/shared-tables.ts';
import { IDS_OF_A_DESK } from '../../../main/vault/store/ids.ts';
import type { EngineName } from '../../../main/vault/store/store.ts';
import { type Estate, type World, startWorld } from '../../desks/server-world.ts';
import { startCarrierOf, storms } from '../../desks/storm.ts';
import { atEnd } from '../../support/at-end.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import {
  type LinkedDesk,
  differing,
  linkDesks,
  orderAt,
  sealAs,
  settleDesks,
} from '../../support/linked-desks.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { makePng, offerAttachment } from '../../support/pictures.ts';
import { NO_POSTGRES } from '../../support/postgres.ts';
import { atRest } from '../../support/second-desk.ts';
import { PINS, createHarness } from '../../support/vault-harness.ts';

/** What the foot of that desk's screens shows. */
const saidBy = ({ vault }: LinkedDesk): unknown =>
  vault.events.findLast(({ event }) => event === 'desks.state')?.payload;

interface TwoDesks {
  readonly one: LinkedDesk;
  readonly other: LinkedDesk;
  readonly desks: readonly LinkedDesk[];
  /** Another connection of the other desk's login, in whosever hands. */
  readonly box: Mailbox;
  readonly vaultId: string;
}

describe.skipIf(NO_POSTGRES !== null)('two desks of one estate', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world?.stop());

  /** Over a mailbox of their own, with a supervisor at each. */
  async function twoDesks(engine: EngineName): Promise<TwoDesks> {
    let estate: Estate | undefined;
    let box: Mailbox | undefined;
    let vaultId = '';
    const desks = await linkDesks(
      [0, 1],
      async (desk, vault) => {
        vaultId = vault;
        estate ??= await world.addEstate(Buffer.from(startOfOrder(vault).hash));
        const added = await estate.addDesk(desk);
        box = added.box;
        return { address: added.address, open: () => openMailbox(added.address) };
      },
      { engine },
    );
    const [one, other] = desks as [LinkedDesk, LinkedDesk];
    for (const { vault } of desks) expect((await vault.unlock('supervisor')).alarms).toEqual([]);
    return { one, other, desks, box: box!, vaultId };
  }

  describe.each(FEATURE_ENGINES)('on $name', ({ name }) => {
    it('have the same rows in the end, on the line and off it', async () => {
      const { one, other, desks } = await twoDesks(name);
      const added = await one.vault.addPerson(draftOf(1));
      const { personId } = added;
      await vi.waitFor(() =>
        expect(saidBy(one)).toMatchObject({ is: 'offline', waiting: expect.any(Number) }),
      );
      await settleDesks(desks);
      for (const desk of desks)
        await vi.waitFor(() => expect(saidBy(desk)).toMatchObject({ is: 'synced', waiting: 0 }));
      expect(await other.vault.reveal(personId, 'phone', PINS.supervisor)).toBe(phoneOf(1));
      await settleDesks(desks);
      // Off the line each goes on, and both change one person.
      for (const [at, { vault }] of desks.entries()) {
        await vault.edit(added, { sex: at === 0 ? 'male' : 'unknown' });
        await vault.addPerson(draftOf(at + 2));
      }
      await settleDesks(desks);
      const opened = await Promise.all(desks.map(({ vault }) => vault.call('people.open', { personId })));
      expect(opened.map(({ sex }) => sex)).toEqual(['male', 'male']);
      await settleDesks(desks);
      expect(await differing(desks, name)).toEqual([]);
      const [order, ...others] = await Promise.all(desks.map((desk) => orderAt(desk, name)));
      expect(order!.verdicts.length).toBeGreaterThan(8);
      expect(order).toEqual({ verdicts: order!.verdicts.map(() => 'counted'), waiting: 0 });
      expect(others).toEqual([order]);
    });

    it('carry an op that takes several parts, whole or not at all', async () => {
      const { one, other, desks, box } = await twoDesks(name);
      const item = { title: '前台电脑没有开机密码', words: '', who: '前台', dueOn: null };
      const { open } = await one.vault.call('rectification.add', { item });
      await settleDesks(desks);
      const before = await box.ack(lastOf(other), null);
      const picture = makePng(32, 24, 2.5 * 2 ** 20);
      const { rectificationId, version } = open[0]!;
      await one.vault.call('rectification.attach', {
        rectificationId,
        version,
        side: 'before',
        showsOn: '2024-01-05',
        fileId: offerAttachment(one.vault, picture),
      });
      await vi.waitFor(async () => expect(await one.spool.list('out')).not.toEqual([]));
      const sizes = (await one.spool.list('out')).map((n) => one.spool.readOut(n)!.length);
      expect(Math.max(...sizes)).toBeGreaterThan(2 * 2 ** 20);
      // A desk's login that has sent a part, and not the rest, has sent nothing.
      const { lastN } = before.find(({ desk }) => desk === 1)!;
      await box.stage(lastN + 1, 0, Buffer.alloc(2 ** 20, 'part'));
      await settleDesks(desks);
      const { evidence } = await other.vault.call('rectification.open', { rectificationId });
      const { attachmentId } = evidence[0]!.attachment;
      const shown = await other.vault.call('attachments.show', { attachmentId, pin: PINS.supervisor });
      expect(Buffer.from(shown.content, 'base64').equals(picture)).toBe(true);
      await settleDesks(desks);
      expect(await differing(desks, name)).toEqual([]);
    });

    it('pass over what a desk has not signed, or has sent before', async () => {
      const { one, desks, box } = await twoDesks(name);
      await one.vault.addPerson(draftOf(1));
      const n = Math.min(...(await one.spool.list('out')));
      const sent = Buffer.from(one.spool.readOut(n)!);
      await settleDesks(desks);
      for (const op of [opOf(1000, Buffer.from('noise'.repeat(50))), opOf(n, sent)]) {
        const last = lastOf(one);
        await box.seed(last.place + 1, last.hash, 0, op);
        await settleDesks(desks);
      }
      await one.vault.addPerson(draftOf(2));
      await settleDesks(desks);
      expect(await differing(desks, name)).toEqual([]);
      for (const desk of desks) {
        const { verdicts } = await orderAt(desk, name);
        expect(verdicts.filter((verdict) => verdict !== 'counted')).toEqual(['unsigned', 'replayed']);
        expect(verdicts.at(-1)).toBe('counted');
      }
    });

    it('count nothing of a desk from an op on that does more than its entries say', async () => {
      const { one, other, desks, box, vaultId } = await twoDesks(name);
      const { personId } = await one.vault.addPerson(draftOf(1));
      await settleDesks(desks);
      const last = lastOf(other);
      const { lastN } = (await box.ack(last, null)).find(({ desk }) => desk === 1)!;
      const content = await removalOf(one, name, personId);
      const rosterHead = await rosterHeadOf(one, name);
      for (const n of [lastN + 1, lastN + 2]) {
        const plaintext = packOp({
          kind: 'free',
          schema: 10,
          rules: 1,
          rosterHead,
          base: last,
          time: 0,
          content,
        });
        await box.append(opOf(n, sealAs(other, vaultId, n, plaintext)), last, null);
      }
      await one.vault.unlock('supervisor');
      for (let look = 0; look < 20 && lastOf(one).place < last.place + 2; look += 1) await one.carrier.look();
      expect(await one.vault.codeOf('people.open', { personId })).toBe('ok');
      const { verdicts } = await orderAt(one, name);
      expect(verdicts.filter((verdict) => verdict !== 'counted')).toEqual(['refused', 'refused']);
    });

    it.each([
      ['from an entry on whose hash is not its own', 'hash'],
      ['from an entry on that no PIN has signed', 'signature'],
      ['from an op on that names a roster which nobody has', 'roster'],
    ] as const)('count nothing of a desk %s', async (_, wrong) => {
      const { one, other, desks, box, vaultId } = await twoDesks(name);
      const { personId } = await one.vault.addPerson(draftOf(1));
      await settleDesks(desks);
      await other.vault.reveal(personId, 'phone', PINS.supervisor);
      await settleDesks(desks);
      const content = wrong === 'roster' ? [] : await entryOf(other, name, vaultId, wrong);
      const known = await rosterHeadOf(one, name);
      const rosterHead = wrong === 'roster' ? EMPTY_HEAD : known;
      await one.vault.unlock('supervisor');
      await settleDesks([one]);
      const last = lastOf(one);
      const { lastN } = (await box.ack(last, null)).find(({ desk }) => desk === 1)!;
      const head = { schema: 10, rules: 1, rosterHead, base: last, time: 0 };
      const plaintext = packOp({ kind: 'free', ...head, content });
      await box.append(opOf(lastN + 1, sealAs(other, vaultId, lastN + 1, plaintext)), last, null);
      await settleDesks([one]);
      const { verdicts } = await orderAt(one, name);
      expect(verdicts.filter((verdict) => verdict !== 'counted')).toEqual(['refused']);
    });

    it('go on over a carrier process, and over another in its place when it is killed', async () => {
      const { one, other } = await twoDesks(name);
      for (const n of [1, 2]) {
        const child = await startCarrierOf(one);
        atEnd(() => void child.kill('SIGKILL'));
        const { personId } = await one.vault.addPerson(draftOf(n));
        await vi.waitFor(
          async () => {
            await other.carrier.look();
            expect(await other.vault.codeOf('people.open', { personId })).toBe('ok');
          },
          { timeout: 20_000, interval: 200 },
        );
        child.kill('SIGKILL');
      }
      await settleDesks([one, other]);
      expect(await differing([one, other], name)).toEqual([]);
    });

    it('lay out anew what a kill kept from the spool, and send each once', async () => {
      const { one, desks } = await twoDesks(name);
      await one.vault.addPerson(draftOf(1));
      await atRest(one.vault, name, async () =>
        rm(join(one.vault.vaultDir, SPOOL_FOLDER), { recursive: true }),
      );
      for (const { vault } of desks) await vault.switchTo('supervisor');
      await settleDesks(desks);
      expect(await differing(desks, name)).toEqual([]);
      expect(new Set((await orderAt(one, name)).verdicts)).toEqual(new Set(['counted']));
    });
  });
});

it.skipIf(NO_POSTGRES !== null)('a storm of three desks loses nothing and ends equal', async () => {
  const world = await startWorld();
  atEnd(() => world.stop());
  const storm = await storms(world, 3, 24, 6);
  expect(storm).toMatchObject({
    kills: 2,
    cuts: 1,
    locks: 1,
    vaultKills: 1,
    serverKills: 1,
    lost: 0,
    uncounted: 0,
    differing: [],
  });
});

const opOf = (n: number, whole: Buffer) => ({ n, hash: Buffer.from(sha256(whole)), parts: 1, whole });

/** Up to where a vault has taken in the order. */
function lastOf({ spool }: LinkedDesk) {
  const { place, hash } = spool.readTaken()!;
  return { place, hash: Buffer.from(hash) };
}

/** What removes somebody, and says so in no entry. */
async function removalOf({ vault }: LinkedDesk, engine: EngineName, personId: number): Promise<OpContent> {
  let content: OpContent = [];
  await atRest(vault, engine, async (store) => {
    const person = (await readSharedTables(store)).find((table) => table.name === 'person')!;
    const columns = columnNames(person);
    content = [{ table: 'person', columns, keyed: 1, added: [], changed: [], removed: [[personId]] }];
  });
  return content;
}

/** An entry that goes on from the last one of a desk, as somebody with its keys has it who writes what they like: with any hash, or the signature of another. */
async function entryOf(
  { vault, number }: LinkedDesk,
  engine: EngineName,
  vaultId: string,
  wrong: 'hash' | 'signature',
): Promise<OpContent> {
  let content: OpContent = [];
  await atRest(vault, engine, async (store) => {
    const entries = (await readSharedTables(store)).find((table) => table.name === 'log_entry')!;
    const columns = columnNames(entries);
    const lastOf = async (condition: string): Promise<LogRow> =>
      (await store.get<LogRow>({
        text: `SELECT ${columns.map((name) => `${name} AS "${camel(name)}"`).join(', ')} FROM log_entry WHERE seq >= ? AND ${condition} ORDER BY seq DESC LIMIT 1`,
        values: [number * IDS_OF_A_DESK],
      }))!;
    const last = await lastOf('true');
    const entry = {
      ...(await lastOf(`action = 'reveal'`)),
      seq: last.seq + 1,
      segmentId: last.segmentId,
      prevHash: last.hash,
    };
    const hash =
      wrong === 'hash' ? randomBytes(32) : hashEntry(Buffer.from(vaultId, 'hex'), entry, entry.tag);
    const next = { ...entry, hash } as unknown as Record<string, Value>;
    const row = columns.map((name) => next[camel(name)] ?? null);
    content = [{ table: 'log_entry', columns, keyed: 1, added: [row], changed: [], removed: [] }];
  });
  return content;
}

const camel = (name: string): string =>
  name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The last entry of the roster. */
async function rosterHeadOf({ vault }: LinkedDesk, engine: EngineName): Promise<RosterHead> {
  let head = EMPTY_HEAD;
  await atRest(vault, engine, async (store) => {
    head = headAfter((await readRosterEntries(store)).at(-1)!);
  });
  return head;
}

it('with one desk there is no spool, no field in the header, no op and nobody to be woken', async () => {
  let woken = 0;
  const carrier = { ...NO_CARRIER, wake: () => void (woken += 1), listen: () => void (woken += 1) };
  const desk = await createHarness({ carrier });
  await desk.setUpAs('supervisor');
  await desk.addPerson(draftOf(1));
  const { deviceSecrets } = desk.keychain;
  const header = await readHeader({ vaultDir: desk.vaultDir, deviceSecrets, osUserHash: osUserHash() });
  expect(header).toMatchObject({ format: HEADER_FORMAT });
  expect(header).not.toHaveProperty('link');
  expect(existsSync(join(desk.vaultDir, SPOOL_FOLDER))).toBe(false);
  expect(woken).toBe(0);
  expect(desk.events.map(({ event }) => event)).not.toContain('desks.state');
  await atRest(desk, 'auto', async (store) => {
    for (const table of ['op_out', 'op_place', 'link', 'link_key'])
      expect(await store.all({ text: `SELECT * FROM ${table}`, values: [] })).toEqual([]);
  });
});
