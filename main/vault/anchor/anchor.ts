/**
 * State kept outside the vault's folder: written after every log entry and before every PIN attempt, never
 * moved backward.
 */
import { AppError } from '../app-error.ts';
import { type AnchorState, decodeAnchor, encodeAnchor } from './anchor-codec.ts';

export { NO_HEADER, NO_LOCKED_EVENTS, NO_PENDING } from './anchor-codec.ts';
export type { AnchorState, LockedEvents } from './anchor-codec.ts';

/** An anchor as the keychain holds it. */
export interface StoredAnchor {
  readonly state: AnchorState;
  /** Grows with each write; its parity says which of the two copies was written. 0 before the first write. */
  readonly counter: number;
}

/** Writes the two keychain items of the anchor. */
export interface AnchorWriter {
  /** Resolves when the keychain holds the bytes; rejects when the write failed. */
  write(copy: 0 | 1, bytes: Uint8Array): Promise<void>;
}

/** The anchor of the open vault. */
export interface Anchor {
  /** The newest state, written or not. */
  state(): AnchorState;
  /**
   * Applies `change` at once and resolves when a state that includes it is durable. Changes made during a
   * write share the next one. After a failed write the change is kept and written with the next one.
   * Errors: AppError `keychain-write-failed`; `internal` for a change that would move the log backward.
   */
  update(change: (state: AnchorState) => AnchorState): Promise<void>;
  /** Resolves when no write is left, whether the writes succeeded or not. */
  drain(): Promise<void>;
}

/**
 * The newest valid copy, or undefined if there is none. After a torn write the previous copy is still valid.
 */
export function readAnchor(copies: readonly Uint8Array[]): StoredAnchor | undefined {
  return copies
    .map(decodeAnchor)
    .reduce(
      (newest, copy) => (copy !== undefined && copy.counter > (newest?.counter ?? -1) ? copy : newest),
      undefined,
    );
}

/** An anchor that continues from `initial`. For a new vault `counter` is 0. */
export function createAnchor(initial: StoredAnchor, writer: AnchorWriter): Anchor {
  let { state, counter } = initial;
  let waiting: { readonly resolve: () => void; readonly reject: (error: AppError) => void }[] = [];
  let running: Promise<void> | undefined;

  const writeOnce = async (): Promise<void> => {
    const waiters = waiting;
    waiting = [];
    const next = counter + 1;
    try {
      const bytes = encodeAnchor(state, next);
      await writer.write(next % 2 === 0 ? 0 : 1, bytes);
      counter = next;
      for (const { resolve } of waiters) resolve();
    } catch (error) {
      // The copy just tried may be torn, so the next try writes it again (same parity) and leaves the other, valid one.
      counter += 2;
      const failure =
        error instanceof AppError ? error : new AppError('keychain-write-failed', {}, { cause: error });
      for (const { reject } of waiters) reject(failure);
    }
  };
  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) await writeOnce();
    running = undefined;
  };

  return {
    state: () => state,
    update: (change) =>
      new Promise((resolve, reject) => {
        const changed = change(state);
        if (isBackward(state, changed)) throw new AppError('internal', { what: 'anchor-backward' });
        state = changed;
        waiting.push({ resolve, reject });
        // Started in a microtask, so that changes made in one go are written together.
        running ??= Promise.resolve().then(writeAll);
      }),
    drain: async () => {
      await running;
    },
  };
}

/** Segments and entries only grow: an older head must never replace a newer one. */
function isBackward(from: AnchorState, to: AnchorState): boolean {
  return (
    to.log.segment < from.log.segment || (to.log.segment === from.log.segment && to.log.seq < from.log.seq)
  );
}
