/** The anchor over two slots in memory that fail, tear or hang when a test says so. */
import { randomBytes } from 'node:crypto';
import {
  type Anchor,
  type AnchorState,
  type AnchorWriter,
  NO_HEADER,
  NO_LOCKED_EVENTS,
  NO_PENDING,
  type StoredAnchor,
  createAnchor,
  readAnchor,
} from '../../main/vault/anchor/anchor.ts';
import { createGate } from './gate.ts';

export interface MemoryKeychain extends AnchorWriter {
  readonly copies: (Uint8Array | undefined)[];
  writes: number;
  /** What becomes of the next writes: nothing written, or half of it. */
  failing: 'no' | 'nothing-written' | 'torn';
  /** Held back while set; call the returned function to let it go on. */
  hold(): () => void;
  /** Resolves when a write is held back. */
  reached(): Promise<void>;
  /** What a fresh process would read. */
  read(): StoredAnchor | undefined;
}

export function createMemoryKeychain(): MemoryKeychain {
  const gate = createGate();
  const keychain: MemoryKeychain = {
    copies: [undefined, undefined],
    writes: 0,
    failing: 'no',
    hold: gate.hold,
    reached: gate.reached,
    read: () => readAnchor(keychain.copies.filter((copy) => copy !== undefined)),
    write: async (copy, bytes) => {
      await gate.passed();
      keychain.writes += 1;
      if (keychain.failing === 'torn') keychain.copies[copy] = bytes.slice(0, bytes.length / 2);
      if (keychain.failing !== 'no') throw new Error('keychain refuses');
      keychain.copies[copy] = bytes.slice();
    },
  };
  return keychain;
}

export function anchorStateForTest(changes: Partial<AnchorState> = {}): AnchorState {
  return {
    vaultId: randomBytes(16),
    epoch: 1,
    headerGeneration: 1,
    header: new Uint8Array(12).fill(4),
    comingHeader: NO_HEADER,
    rosterHead: { n: 3, hash: randomBytes(32) },
    log: { segment: 1, seq: 0, hash: new Uint8Array(32), key: randomBytes(32) },
    limiter: new Uint8Array(0),
    lockedEvents: NO_LOCKED_EVENTS,
    pending: NO_PENDING,
    ...changes,
  };
}

export function createMemoryAnchor(state: AnchorState = anchorStateForTest()): {
  readonly anchor: Anchor;
  readonly keychain: MemoryKeychain;
} {
  const keychain = createMemoryKeychain();
  return { anchor: createAnchor({ state, counter: 0 }, keychain), keychain };
}

/** As after a restart: from what the keychain holds. */
export function reopenAnchor(keychain: MemoryKeychain): Anchor {
  const stored = keychain.read();
  if (stored === undefined) throw new Error('the keychain holds no anchor');
  return createAnchor(stored, keychain);
}
