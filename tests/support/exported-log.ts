/** A small vault's log and roster in memory, and the signed export of it: for tests that change its lines. */
import type { StaffId } from '../../contract/ids.ts';
import { bytesOfHex, toBase64, toHex } from '../../main/vault/crypto/bytes.ts';
import { type SignPair, generateSignPair } from '../../main/vault/crypto/ed25519.ts';
import { generateReceivePair } from '../../main/vault/crypto/hpke.ts';
import { fingerprintRoots } from '../../main/vault/keys/recovery-sheet.ts';
import {
  EMPTY_HEAD,
  type NewRosterEntry,
  RECOVERY,
  type RosterEntry,
  headAfter,
  makeRosterEntry,
  sealEntry,
} from '../../main/vault/keys/roster.ts';
import { encodeEntry, encodeHeader, encodeTrailer, keyIdOf } from '../../main/vault/log-export/line.ts';
import type { LogContent } from '../../main/vault/log/canonical.ts';
import { hashEntry, NO_HASH } from '../../main/vault/log/chain.ts';
import type { LogRow } from '../../main/vault/log/audit-log.ts';
import { signEntry } from '../../main/vault/log/signatures.ts';
import { signerOfSlot } from '../../main/vault/log/entry-signer.ts';

const VAULT = '7a'.repeat(16);
const VAULT_ID = bytesOfHex(VAULT);
const SUPERVISOR = 'a000000000000001' as StaffId;
export const ADMIN = 'a000000000000002' as StaffId;

export interface ExportedLog {
  readonly root: string;
  /** Without their breaks. */
  readonly lines: readonly string[];
  readonly rows: readonly LogRow[];
  /** The same export over other rows, signed by the same admin, as only they could. */
  readonly over: (rows: readonly LogRow[]) => readonly string[];
  /** A row under a hash of its own, after another one; what somebody makes who has no key. */
  readonly rehash: (row: LogRow, changes: Partial<LogRow>) => LogRow;
}

/** Rows `from` to `entries` of a log; every third is a deed, signed by the supervisor. `asked`: who asked for the export, which the admin approves. */
export function makeExportedLog(entries = 9, from = 1, asked: StaffId = SUPERVISOR): ExportedLog {
  const [admin, supervisor, sheet] = [generateSignPair(), generateSignPair(), generateSignPair()];
  const roots = {
    adminSign: admin.publicKey,
    supervisorSign: supervisor.publicKey,
    recoverySign: sheet.publicKey,
  };
  const root = fingerprintRoots(roots);
  const roster = rosterOf(admin, supervisor, sheet);
  const signer = signerOfSlot({ staffId: SUPERVISOR, sign: supervisor }, roster.length);
  const all: LogRow[] = [];
  for (let seq = 1; seq <= entries; seq++) {
    const content = { ...contentOf(seq), prevHash: all.at(-1)?.hash ?? NO_HASH };
    const signed = { ...content, signature: signEntry(VAULT_ID, content, seq % 3 === 0 ? [signer] : []) };
    const tag = new Uint8Array(32).fill(seq);
    all.push({ ...signed, tag, hash: hashEntry(VAULT_ID, signed, tag) });
  }
  const rows = all.slice(from - 1);
  const approver = signerOfSlot({ staffId: ADMIN, sign: admin }, roster.length);
  const over = (some: readonly LogRow[]): readonly string[] => {
    const [first, last] = [some[0]!, some.at(-1)!];
    const header = encodeHeader(
      {
        vault: VAULT,
        at: 1_780_000_000_000,
        from: null,
        until: null,
        first: first.seq,
        last: last.seq,
        after: toHex(first.prevHash),
        root,
        roster: roster.map(sealEntry),
        purpose: '物业检查',
        recipient: '街道办',
        asked,
        signer: { staff: ADMIN, role: 'admin', key: keyIdOf(admin.publicKey) },
      },
      (message) => approver.sign(message),
    );
    const place = { count: some.length, first: first.seq, last: last.seq, head: toHex(last.hash) };
    return [
      header,
      ...some.map(encodeEntry),
      encodeTrailer(header, VAULT, place, (message) => approver.sign(message)),
    ];
  };
  const rehash = (row: LogRow, changes: Partial<LogRow>): LogRow => {
    const changed = { ...row, ...changes };
    return { ...changed, hash: hashEntry(VAULT_ID, changed, changed.tag) };
  };
  return { root, lines: over(rows), rows, over, rehash };
}

const contentOf = (seq: number): Omit<LogContent, 'prevHash'> => ({
  seq,
  segmentId: 1,
  time: 1_770_000_000_000 + seq * 60_000,
  staffId: SUPERVISOR,
  cosignerId: null,
  action: seq % 3 === 0 ? 'reveal' : 'open',
  personId: seq as LogContent['personId'],
  field: seq % 3 === 0 ? 'phone' : null,
  reason: seq % 3 === 0 ? 'repair' : null,
  ticket: null,
  outcome: 'done',
  detail: null,
});

function rosterOf(admin: SignPair, supervisor: SignPair, sheet: SignPair): readonly RosterEntry[] {
  const founders = [
    { id: ADMIN, privateKey: admin.privateKey },
    { id: SUPERVISOR, privateKey: supervisor.privateKey },
  ];
  const entries: RosterEntry[] = [];
  const add = (entry: NewRosterEntry, signers: Parameters<typeof makeRosterEntry>[3]): void => {
    const before = entries.at(-1);
    entries.push(
      makeRosterEntry(VAULT, before === undefined ? EMPTY_HEAD : headAfter(before), entry, signers),
    );
  };
  add(
    {
      kind: 'genesis',
      at: 1,
      minFormat: 3,
      admin: ADMIN,
      supervisor: SUPERVISOR,
      adminSign: toBase64(admin.publicKey),
      supervisorSign: toBase64(supervisor.publicKey),
      recoverySign: toBase64(sheet.publicKey),
      recoveryReceive: toBase64(generateReceivePair().publicKey),
    },
    [...founders, { id: RECOVERY, privateKey: sheet.privateKey }],
  );
  for (const [staffId, role, pair, displayName] of [
    [ADMIN, 'admin', admin, '管理员甲'],
    [SUPERVISOR, 'supervisor', supervisor, '主管甲'],
  ] as const)
    add(
      {
        kind: 'add',
        at: 1,
        staffId,
        displayName,
        role,
        generation: 1,
        twoRoles: false,
        receiveKey: toBase64(generateReceivePair().publicKey),
        signKey: toBase64(pair.publicKey),
      },
      founders,
    );
  return entries;
}
