/**
 * The first moving key of a log segment: held by the anchor, and sealed for the recovery sheet only, which
 * can check every tag with it.
 */
import { randomBytes } from 'node:crypto';
import { bind } from '../crypto/bind.ts';
import { type ReceivePair, openFrom, sealTo } from '../crypto/hpke.ts';
import { zero } from '../crypto/zero.ts';
import type { Roster } from './roster.ts';

/** The key of a new segment. */
export interface LogSegmentKey {
  /** 32 random bytes. */
  readonly firstKey: Uint8Array;
  /** Generation of the sheet that it is sealed to. */
  readonly sheetGeneration: number;
  /** The key sealed for the segment of that id (`log_segment.sealed_first_key`). */
  sealFor(segment: number): Uint8Array;
}

/**
 * Reason of a segment that a restore began, by which the next sign-in recognises an older store that was
 * restored on purpose.
 */
export const RESTORED = 'restored';

const NO_AAD = new Uint8Array();
const infoOf = (vaultId: string, segment: number): Uint8Array => bind('log-first-key', vaultId, segment);

/**
 * A new random key for a segment. `recoveryKey` (X25519, 32 bytes) must come from a verified roster, never
 * from header or store.
 */
export function createLogSegment({
  vaultId,
  recoveryKey,
  recoveryGeneration,
}: Pick<Roster, 'vaultId' | 'recoveryKey' | 'recoveryGeneration'>): LogSegmentKey {
  const firstKey = new Uint8Array(randomBytes(32));
  return {
    firstKey,
    sheetGeneration: recoveryGeneration,
    sealFor: (segment) => sealTo(recoveryKey, infoOf(vaultId, segment), NO_AAD, firstKey),
  };
}

/**
 * The first key of a segment, opened with the sheet's receive pair; null where it is of another sheet, vault
 * or segment. Zero it after use.
 */
export function openLogSegment(
  vaultId: string,
  segment: number,
  sheet: ReceivePair,
  sealed: Uint8Array,
): Uint8Array | null {
  return openFrom(sheet, infoOf(vaultId, segment), NO_AAD, sealed);
}

/**
 * The first key of a segment sealed for a new sheet (`recoveryKey`) instead of the one whose pair opens it,
 * so that the new sheet can check earlier tags; null where the pair does not open it.
 */
export function resealLogSegment(
  vaultId: string,
  segment: number,
  sheet: ReceivePair,
  sealed: Uint8Array,
  recoveryKey: Uint8Array,
): Uint8Array | null {
  const firstKey = openLogSegment(vaultId, segment, sheet, sealed);
  if (firstKey === null) return null;
  try {
    return sealTo(recoveryKey, infoOf(vaultId, segment), NO_AAD, firstKey);
  } finally {
    zero(firstKey);
  }
}
