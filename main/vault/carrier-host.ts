/** The vault's end of what main does for it with a carrier: tells where the mailbox is, wakes it, hears how it stands. */
import { z } from 'zod';
import { type CarrierSettings, NOTHING_KNOWN, type VisitSettings } from '../../contract/carrier.ts';
import type { VaultToHost } from '../../contract/host.ts';
import { MAX_COUNT } from '../../contract/numbers.ts';
import type { CarrierLine } from './carrier-line.ts';

const trouble = z
  .string()
  .regex(/^[a-z-]{1,20}$/)
  .nullable();
const count = z.int().min(0).max(MAX_COUNT);
/** The carrier speaks with a server that may be anybody's: what it says is numbers and a word. */
const stateSchema = z.strictObject({
  trouble,
  since: count,
  heldBy: count.nullable(),
  holds: z.boolean(),
  got: count,
  sent: count,
  last: count,
  errand: z.strictObject({ id: count, trouble }).nullable(),
  isFull: z.boolean(),
  pin: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  desks: z
    .array(z.strictObject({ desk: count, acked: count, seconds: z.number().max(MAX_COUNT).nullable() }))
    .max(64),
});

export interface CarrierHost {
  readonly line: CarrierLine;
  /** Tells main, where there are or were several desks. */
  use(settings: CarrierSettings | null): void;
  /** What main passes on. */
  hear(state: unknown): void;
}

export function createCarrierHost(tellHost: (message: VaultToHost) => void): CarrierHost {
  let state = NOTHING_KNOWN;
  let listener = (): void => undefined;
  let used: string | null = null;
  const use = (settings: CarrierSettings | VisitSettings | null): void => {
    const text = settings === null ? null : JSON.stringify(settings);
    if (text === used) return;
    used = text;
    tellHost({ type: 'link', settings });
  };
  return {
    line: {
      wake: () => tellHost({ type: 'carrier-wake' }),
      hold: (holdMs) => tellHost({ type: 'carrier-wake', holdMs }),
      send: (errand) => tellHost({ type: 'carrier-errand', errand }),
      visit(settings) {
        state = NOTHING_KNOWN;
        use(settings);
      },
      state: () => state,
      listen: (next) => {
        listener = next;
      },
    },
    use,
    hear(said) {
      const read = stateSchema.safeParse(said);
      if (!read.success) return;
      state = read.data as typeof state;
      listener();
    },
  };
}
