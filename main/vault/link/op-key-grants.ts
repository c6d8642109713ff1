/** Op keys from desk to desk: each is sealed to every live desk, and none is taken that is not the one of which the roster has the digest. */
import { bind } from '../crypto/bind.ts';
import { type ReceivePair, openFrom, sealTo } from '../crypto/hpke.ts';
import { type RosterDesk, digestOfOpKey } from '../keys/roster-desks.ts';
import type { Roster } from '../keys/roster.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { type LinkKeys, type OpKey, type Under, addOpKey } from './link-keys.ts';

const infoOf = (vaultId: string): Uint8Array => bind('desk-grant', vaultId);
const boundTo = (vaultId: string, epoch: number, desk: number): Uint8Array =>
  bind('desk-grant', vaultId, epoch, desk);

/** Seals an op key, before its first step, to these desks, in the caller's transaction. */
export async function grantOpKey(
  tx: WritableStore,
  vaultId: string,
  { epoch, key }: OpKey,
  desks: readonly Pick<RosterDesk, 'desk' | 'receiveKey'>[],
): Promise<void> {
  for (const { desk, receiveKey } of desks) {
    const sealed = sealTo(receiveKey, infoOf(vaultId), boundTo(vaultId, epoch, desk), key);
    await tx.run(sql`INSERT INTO desk_grant (epoch, desk, sealed) VALUES (${epoch}, ${desk}, ${sealed})`);
  }
}

/** What was sealed to a desk; null under any other key, and of another desk or epoch. */
export const openGrant = (
  vaultId: string,
  receive: ReceivePair,
  { epoch, desk, sealed }: { readonly epoch: number; readonly desk: number; readonly sealed: Uint8Array },
): Uint8Array | null => openFrom(receive, infoOf(vaultId), boundTo(vaultId, epoch, desk), sealed);

/**
 * The desk's keys with those op keys that were granted to it since. What does not open, or is another key than the roster names, is none: ops under it wait, at this
 * desk alone. Errors: those of the store.
 */
export async function takeGrants(
  tx: WritableStore,
  { desk, roster, under }: { readonly desk: number; readonly roster: Roster; readonly under: Under },
  keys: LinkKeys,
): Promise<LinkKeys> {
  const { vaultId } = under;
  const op = [...keys.op];
  for (const { epoch, sealed } of await readGrants(tx, desk)) {
    if (op.some((one) => one.epoch === epoch)) continue;
    const key = openGrant(vaultId, keys.receive, { epoch, desk, sealed });
    if (key?.length !== 32 || roster.opKeys.get(epoch) !== digestOfOpKey(vaultId, { epoch, key })) continue;
    await addOpKey(tx, under, { epoch, step: 0, key });
    op.push({ epoch, step: 0, key });
  }
  return { ...keys, op };
}

const readGrants = (store: ReadableStore, desk: number) =>
  store.all<{ readonly epoch: number; readonly sealed: Uint8Array }>(
    sql`SELECT epoch, sealed FROM desk_grant WHERE desk = ${desk} ORDER BY epoch`,
  );
