/**
 * The link of an open store to other desks: what a transaction does to shared tables is kept as an op in the same transaction, goes out by the spool, and what the
 * order of all desks has brought there is taken in, place after place.
 */
import { spoolOf } from '../../files/spool/spool.ts';
import { AppError } from '../app-error.ts';
import type { CarrierLine } from '../carrier-line.ts';
import type { Clock } from '../clock.ts';
import { sameBytes } from '../crypto/bytes.ts';
import type { Header } from '../keys/header.ts';
import type { Roots } from '../keys/recovery-sheet.ts';
import type { RosterDesk } from '../keys/roster-desks.ts';
import { createTurns } from '../long-work/turns.ts';
import { captureOps } from '../ops/capture.ts';
import { readLocalTables, readSharedTables } from '../ops/shared-tables.ts';
import { schemaVersion } from '../store/migrate.ts';
import { sql } from '../store/sql.ts';
import type { Store, WritableStore } from '../store/store.ts';
import { createOutgoing, handOut, keepOp, sealAnew } from './author-op.ts';
import { type HeardBefore, heardDesks, otherOrderOf, sayWord } from './desk-words.ts';
import { NotHeldError, createCoordination } from './coordination.ts';
import { changesAllKeys, createEstateRoster, isSameOp, stopNamedBy } from './estate-roster.ts';
import { type Judge, kindOfOp } from './judge-op.ts';
import { type LinkKeys, type Under, dropOtherLinkKeys, opKeyAt, readLinkKeys } from './link-keys.ts';
import { takeGrants } from './op-key-grants.ts';
import { readTaken } from './own-place.ts';
import { type Stopped, type TakenIn, createTaking } from './take-ops.ts';

/** How far this desk is with the order of all. */
export interface LinkState {
  /** Ops of this desk that have no place yet. */
  readonly waiting: number;
  /** Up to here the order is taken in. */
  readonly place: number;
  /** Why it is taken in no further, and whose op it was; null where it goes on. */
  readonly stopped: Stopped | null;
  /** What this desk sends counts nowhere any more. */
  readonly isRefused: boolean;
}

export interface DeskLink {
  /** Captures what is done. */
  readonly store: Store;
  /** Takes in what the spool has; with what was taken in for coordinated work meanwhile. Errors: those of the store. */
  takeIn(): Promise<TakenIn>;
  /** Has all other desks wait for it. `endsDesk`: it may be by what an order goes on that has stopped, at which nobody waits. Errors: those of Coordination.while. */
  coordinate<T>(work: () => Promise<T>, endsDesk?: boolean): Promise<T>;
  readState(): Promise<LinkState>;
  /** Says to the other desks that this one is there, now and then. */
  say(): Promise<void>;
  /** Resolves when nothing is written to the spool any more that was begun. */
  drain(): Promise<void>;
}

interface LinkOptions {
  readonly vaultDir: string;
  readonly header: Header;
  /** As whoever signs in has them pinned. */
  readonly roots: Roots;
  /** The one that is in force, which a rotation changes. */
  readonly deviceSecret: () => Uint8Array;
  readonly store: Store;
  readonly clock: Clock;
  readonly carrier: CarrierLine;
}

/** Errors: `store-tampered` {part: 'link'} where the keys are not this computer's; those of the store and of the file system. */
export async function openLink(options: LinkOptions): Promise<DeskLink> {
  const { vaultDir, header, roots, deviceSecret, store, clock, carrier } = options;
  const { vaultId, desk, link } = header;
  if (link === undefined) throw new AppError('internal', { what: 'link' });
  const under = (): Under => ({ vaultId, deviceSecret: deviceSecret() });
  let keys = await readLinkKeys(store, under());
  const estate = createEstateRoster(vaultId, roots);
  requireOwn(keys, (await estate.now(store)).desks.get(desk));
  const openGrants = async (tx: WritableStore): Promise<void> => {
    keys = await takeGrants(tx, { desk, roster: await estate.now(tx), under: under() }, keys);
    await sealAnew(tx, { vaultId, desk, keys });
  };
  await store.transaction(async (tx) => {
    await dropOtherLinkKeys(tx, under());
    await openGrants(tx);
  });
  const judge: Judge = {
    vaultId,
    schema: await schemaVersion(store),
    estate,
    opKeyOf: (at) => opKeyAt(keys, vaultId, at),
  };
  const spool = spoolOf(vaultDir);
  await spool.make();
  spool.putTaken(await readTaken(store));
  const outgoing = createOutgoing(store, spool, carrier);
  const tables = await readSharedTables(store);
  const { store: captured, capture } = await captureOps(store, {
    async take(tx, done, back) {
      const author = { vaultId, desk, keys, estate, schema: judge.schema, tables, now: clock.now() };
      if (kindOfOp(done.content) === 'free') return void (await keepOp(tx, author, done));
      if (changesAllKeys(done.content)) throw new AppError('needs-all-desks');
      const stop = taking.stopped();
      const endsStop = stop?.desk !== desk && isSameOp(stopNamedBy(done.content), stop);
      if (!endsStop && !(await coordination.isReady(tx))) throw new NotHeldError();
      const n = await handOut(tx, author, done, back);
(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'handed']);      await capture.forget(tx);
(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'forgot']);      return () => coordination.while(() => coordination.decided(n, endsStop));
    },
    committed: () => void outgoing.lay(),
  });
  const local = await readLocalTables(store);
  const taking = createTaking({ store, spool, judge, desk, capture, tables, local, openGrants });
  const turns = createTurns();
  const heardBefore: HeardBefore = new Map();
  let untold: TakenIn[] = [];
  const takeInAll = (): Promise<TakenIn> =>
    turns.take(async () => {
      const all: TakenIn[] = [];
      for (;;) {
        const taken = await taking.batch();
        if (taken.places === 0) break;
        all.push(taken);
      }
      await outgoing.lay();
      // What waits may be sealed anew by what came: the carrier is told once that lies there.
      if (all.length > 0) spool.putTaken(await readTaken(store));
      untold.push(...all);
      return allOf(all);
    });
  const coordination = createCoordination({
    store,
    desk,
    carrier,
    takeIn: async () => (await takeInAll()).news,
    isStopped: () => taking.stopped() !== null,
  });
  const transaction: Store['transaction'] = async (work, entered) => {
    try {
      return await captured.transaction(work, entered);
    } catch (error) {
      if (!(error instanceof NotHeldError)) throw error;
      return coordination.while(async () => {
        // What was read before may be another by now.
        if ((await coordination.prepare()) > 0) throw new AppError('changed-meanwhile');
        return captured.transaction(work, entered).catch(orBusy);
      });
    }
  };
  // Of a vault process that was killed while others waited for it.
  carrier.hold(0);
  await outgoing.lay();
  return {
    store: {
      ...captured,
      transaction,
      runAlone: (query) => transaction(async (tx) => void (await tx.run(query))),
    },
    async takeIn() {
      await takeInAll();
      const told = allOf(untold);
      untold = [];
      return told;
    },
    coordinate: (work, endsDesk = false) =>
      coordination.while(async () => {
(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'coordinate']);        await coordination.prepare().catch((error: unknown) => {
          if (!endsDesk || taking.stopped() === null) throw error;
        });
(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'prepared']);        return work();
      }),
    drain: () => outgoing.lay(),
    say: async () =>
      sayWord(
        spool.words,
        { vaultId, desk, privateKey: keys.sign.privateKey },
        { ...(await readTaken(store)), at: clock.now() },
      ),
    async readState() {
      const heard = heardDesks(spool.words, vaultId, (await estate.now(store)).desks.values(), heardBefore);
      const other = await otherOrderOf(store, heard);
      const row = await store.get<{
        readonly waiting: number;
        readonly place: number;
        readonly refused: number;
      }>(
        sql`SELECT (SELECT count(*) FROM op_out) AS waiting, place,
          EXISTS (SELECT 1 FROM op_place WHERE desk = ${desk} AND verdict IN ('refused', 'ended')) AS refused FROM link`,
      );
      return {
        waiting: row?.waiting ?? 0,
        place: row?.place ?? 0,
        stopped: taking.stopped() ?? (other === null ? null : { why: 'forked', desk: other }),
        isRefused: row?.refused === 1,
      };
    },
  };
}

/** Errors: `store-tampered` {part: 'link'} where the keys are not those that the roster has for this desk, whoever has laid them there. */
function requireOwn({ sign, receive }: LinkKeys, its: RosterDesk | undefined): void {
  const isOwnKey =
    its !== undefined &&
    sameBytes(its.signKey, sign.publicKey) &&
    sameBytes(its.receiveKey, receive.publicKey);
  if (!isOwnKey) throw new AppError('store-tampered', { part: 'link' });
}

const orBusy = (error: unknown): never => {
  throw error instanceof NotHeldError ? new AppError('changed-meanwhile') : error;
};

const allOf = (all: readonly TakenIn[]): TakenIn => ({
  places: all.reduce((sum, { places }) => sum + places, 0),
  news: all.reduce((sum, { news }) => sum + news, 0),
  actions: all.flatMap(({ actions }) => actions),
});
