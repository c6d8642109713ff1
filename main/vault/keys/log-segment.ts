/** The first moving key of a log segment: used by the anchor, and sealed for the recovery sheet alone, which can check every tag with it. */
import { randomBytes } from 'node:crypto';
import { bind } from '../crypto/bind.ts';
import { openFrom, sealTo } from '../crypto/hpke.ts';
import type { ReceivePair } from '../crypto/hpke.ts';
import { zero } from '../crypto/zero.ts';
import type { Roster } from './roster.ts';

export interface LogSegmentKey {
  /** 32 random bytes. */
  readonly firstKey: Uint8Array;
  /** Of the sheet that it is sealed to. */
  readonly sheetGeneration: number;
  /** For `log_segment.sealed_first_key` of the segment with that id. */
  sealFor(segment: number): Uint8Array;
}

/** Why a segment begins that a restore has begun: by this the next sign-in knows an older store that was put in place on purpose. */
export const RESTORED = 'restored';

const NO_AAD = new Uint8Array();
const infoOf = (vaultId: string, segment: number): Uint8Array => bind('log-first-key', vaultId, segment);

/** `recoveryKey` is taken from a verified roster, never from header or store. */
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

/** The first key of a segment by the sheet's receive pair; null where it is another sheet's, vault's or segment's. */
export function openLogSegment(
  vaultId: string,
  segment: number,
  sheet: ReceivePair,
  sealed: Uint8Array,
): Uint8Array | null {
  return openFrom(sheet, infoOf(vaultId, segment), NO_AAD, sealed);
}

/** For another sheet than the one whose pair opens it, so that who has the new paper can go on checking what was tagged before; null where it opens to none. */
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
