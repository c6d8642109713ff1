/** Rows of a log that somebody has signed, without the vault around them. */
import type { Role } from '../../contract/fields.ts';
import type { StaffId } from '../../contract/ids.ts';
import type { LogAction, LogDetail } from '../../contract/log/entries.ts';
import { toHex } from '../../main/vault/crypto/bytes.ts';
import { generateSignPair } from '../../main/vault/crypto/ed25519.ts';
import type { LogContent, LogRow } from '../../main/vault/log/canonical.ts';
import { NO_HASH, hashEntry, tagEntry } from '../../main/vault/log/chain.ts';
import type { DecisionRoster } from '../../main/vault/log/decisions.ts';
import { encodeDetail } from '../../main/vault/log/detail.ts';
import { signerOfSlot } from '../../main/vault/log/entry-signer.ts';
import { signEntry } from '../../main/vault/log/signatures.ts';
import type { Sql } from '../../main/vault/store/sql.ts';

const VAULT = new Uint8Array(16).fill(7);
const KEY = new Uint8Array(32).fill(9);
const ROSTER_N = 5;

/** One of each role. */
export const SIGNERS = {
  receptionist: 'a000000000000001' as StaffId,
  supervisor: 'a000000000000002' as StaffId,
  admin: 'a000000000000003' as StaffId,
} as const satisfies Record<Role, StaffId>;

const pairs = new Map(Object.values(SIGNERS).map((staffId) => [staffId, generateSignPair()]));
const keyAt = (staffId: StaffId): Uint8Array | null => pairs.get(staffId)?.publicKey ?? null;

/** In which they are. */
export const rosterOfSigners = (): DecisionRoster => ({
  vaultId: toHex(VAULT),
  keyAt,
  keyOf: (staffId, role) => (SIGNERS[role] === staffId ? keyAt(staffId) : null),
});

/** What an entry of an action says that is nobody's until it is signed. */
export const contentOf = <A extends LogAction>(
  action: A,
  detail: LogDetail<A>,
  columns: Partial<LogContent> = {},
): LogContent => ({
  seq: 3,
  segmentId: 1,
  time: Date.UTC(2026, 2, 10, 1),
  staffId: SIGNERS.admin,
  cosignerId: null,
  action,
  personId: null,
  field: null,
  reason: 'words',
  ticket: null,
  outcome: 'done',
  detail: encodeDetail(action, detail),
  prevHash: NO_HASH,
  ...columns,
});

/** Of one who is named in it. */
export const signatureOf = (role: Role, content: LogContent): Uint8Array | null =>
  signEntry(VAULT, content, [
    signerOfSlot({ staffId: SIGNERS[role], sign: pairs.get(SIGNERS[role])! }, ROSTER_N),
  ]);

/** With its hash and a tag. */
export function rowOf(content: LogContent, signature: Uint8Array | null): LogRow {
  const signed = { ...content, signature };
  const tag = tagEntry(VAULT, signed, KEY);
  return { ...signed, tag, hash: hashEntry(VAULT, signed, tag) };
}

const COLUMNS = [
  ['seq', 'seq'],
  ['segmentId', 'segment_id'],
  ['time', 'time'],
  ['staffId', 'staff_id'],
  ['cosignerId', 'cosigner_id'],
  ['action', 'action'],
  ['personId', 'person_id'],
  ['field', 'field'],
  ['reason', 'reason'],
  ['ticket', 'ticket'],
  ['outcome', 'outcome'],
  ['detail', 'detail'],
  ['prevHash', 'prev_hash'],
  ['hash', 'hash'],
  ['tag', 'tag'],
  ['signature', 'signature'],
] as const satisfies readonly (readonly [keyof LogRow, string])[];

/** As the log writes it. */
export const insertOf = (row: LogRow): Sql => ({
  text: `INSERT INTO log_entry (${COLUMNS.map(([, column]) => column).join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
  values: COLUMNS.map(([name]) => row[name]),
});
