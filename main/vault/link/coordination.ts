/**
 * What all other desks wait for. This desk takes the hold of the mailbox, has everything that is there and nothing of its own under way; then its op is made on
 * the state that all have, and its place decides: it counts behind that state alone, at every desk alike. Until then nothing of it is done here but its entries.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CarrierState } from '../../../contract/carrier.ts';
import { AppError } from '../app-error.ts';
import type { CarrierLine } from '../carrier-line.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore } from '../store/store.ts';

/** Thrown where an op that other desks have to wait for was made before they do. */
export class NotHeldError extends Error {}

export interface Coordination {
  /** Whether an op that is made now is made on the state that all have, while they wait. */
  isReady(tx: ReadableStore): Promise<boolean>;
  /** Resolves once it is. How much of other desks was taken in for it. Errors: `desks-offline`, `desks-busy`, `desks-stopped`. */
  prepare(): Promise<number>;
  /** Does work while others wait, and lets them go on once nobody here needs it. Errors: those of `prepare` and of the work. */
  while<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves once this desk's op n counts; `endsStop`: by which an order that has stopped goes on. Errors: `not-done`, `outcome-unknown`. */
  decided(n: number, endsStop: boolean): Promise<void>;
}

interface Around {
  readonly store: ReadableStore;
  readonly desk: number;
  readonly carrier: CarrierLine;
  /** Takes in what is there. How much of other desks. */
  readonly takeIn: () => Promise<number>;
  readonly isStopped: () => boolean;
}

/** How long a desk waits for the hold, and for the place of its op, in milliseconds. */
const PATIENCE_MS = 20_000;
/** For how long others wait unless it is asked again. */
const HOLD_MS = 45_000;
const AGAIN_MS = 15_000;
const LOOK_MS = 40;
/** A line that is cut for no longer is tried again meanwhile. */
const CUT_MS = 1_500;

export function createCoordination(around: Around): Coordination {
  const { store, desk, carrier, takeIn, isStopped } = around;
  const { patienceMs = PATIENCE_MS } = carrier;
  let needing = 0;

  async function isReady(tx: ReadableStore): Promise<boolean> {
    const state = carrier.state();
    if (!state.holds || state.isFull || needing === 0) return false;
    const row = await tx.get<{ readonly waiting: number; readonly place: number }>(
      sql`SELECT (SELECT count(*) FROM op_out) AS waiting, place FROM link`,
    );
    return row?.waiting === 0 && row.place === state.got;
  }

  async function prepare(): Promise<number> {
    const until = performance.now() + patienceMs;
    let cutAt: number | null = null;
    carrier.hold(HOLD_MS);
    for (let others = 0; ;) {
      others += await takeIn();
      if (isStopped()) throw new AppError('desks-stopped');
      if (await isReady(store)) return others;
      const state = carrier.state();
      cutAt = isCut(state) ? (cutAt ?? performance.now()) : null;
      if (cutAt !== null && performance.now() - cutAt > CUT_MS) throw new AppError('desks-offline');
      if (performance.now() > until)
        throw state.heldBy === null
          ? new AppError('desks-offline')
          : new AppError('desks-busy', { desk: state.heldBy });
      await sleep(LOOK_MS);
    }
  }

  return {
    isReady,
    prepare,
    async while(work) {
      needing += 1;
      const again = setInterval(() => carrier.hold(HOLD_MS), AGAIN_MS).unref();
      try {
        return await work();
      } finally {
        clearInterval(again);
        needing -= 1;
        if (needing === 0) carrier.hold(0);
      }
    },
    async decided(n, endsStop) {
      const until = performance.now() + patienceMs;
      for (;;) {
        await takeIn();
        const waits = await store.get(sql`SELECT 1 FROM op_out WHERE n = ${n}`);
        if (waits === undefined) {(globalThis as any).T?.push([performance.now()-(globalThis as any).T0,'decided']);
          const placed = await store.get(
            sql`SELECT 1 FROM op_place WHERE desk = ${desk} AND n = ${n} AND verdict = 'counted'`,
          );
          if (placed === undefined) throw new AppError('not-done');
          return;
        }
        if ((isStopped() && !endsStop) || performance.now() > until) throw new AppError('outcome-unknown');
        await sleep(LOOK_MS);
      }
    },
  };
}

/** Whether nothing is carried, for another reason than that a desk is at work, or that it is tried again. */
const isCut = ({ trouble }: CarrierState): boolean =>
  trouble !== null && !['held', 'busy', 'fence-over'].includes(trouble);
