/** An order that has stopped goes on once two people have ended the desk whose op that is: their op is looked for in what lies behind, and nothing else is read of it. */
import type { Place } from '../../files/spool/envelope.ts';
import type { Spool } from '../../files/spool/spool.ts';
import type { ReadableStore } from '../store/store.ts';
import type { NamedOp } from './estate-roster.ts';
import { type Judge, endsStop } from './judge-op.ts';

interface ReadAhead {
  /** Whether the end of a desk because of this op, which stands behind `before`, lies in the spool. Errors: those of the store. */
  hasEnd(ordered: ReadableStore, before: Place, stop: NamedOp): Promise<boolean>;
}

export function createReadAhead(judge: Judge, spool: Pick<Spool, 'readPlaced'>): ReadAhead {
  /** Up to where there is none, of one stop: each look would open all of it again. */
  let seen = { hash: '', place: 0 };
  return {
    async hasEnd(ordered, before, stop) {
      if (seen.hash !== stop.hash) seen = { hash: stop.hash, place: before.place + 1 };
      for (;;) {
        const placed = spool.readPlaced(seen.place + 1);
        if (placed === null) return false;
        if (await endsStop(judge, ordered, before, stop, placed)) return true;
        seen.place += 1;
      }
    },
  };
}
