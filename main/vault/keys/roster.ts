/**
 * The roster: who exists, with which role and public keys, as a signed, numbered chain that starts at the
 * pinned roots.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ROLE_TIERS, type Role, SEALED_TIERS, type SealedTier } from '../../../contract/fields.ts';
import { type StaffId, staffIdSchema } from '../../../contract/ids.ts';
import { roleSchema } from '../../../contract/schemas.ts';
import { type Scope, widens } from '../../../contract/scope/lists.ts';
import { scopeSchema } from '../../../contract/scope/schemas.ts';
import { assertNever } from '../../../contract/result.ts';
import { AppError } from '../app-error.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, fromBase64, fromUtf8, sameBytes, toBase64, toHex, utf8 } from '../crypto/bytes.ts';
import { sign, verify } from '../crypto/ed25519.ts';
import { MAX_DESK } from '../store/ids.ts';
import { sql } from '../store/sql.ts';
import type { ReadableStore, WritableStore } from '../store/store.ts';
import { hashSchema, keySchema, signatureSchema } from './key-texts.ts';
import {
  MAX_EPOCH,
  MAX_GENERATION,
  formatSchema,
  generationSchema,
  numberUpTo,
  rosterNumberSchema,
  timeSchema,
} from './numbers.ts';
import type { Roots } from './recovery-sheet.ts';
import {
  DESK_END_FIELDS,
  DESK_FIELDS,
  OP_KEY_FIELDS,
  type RosterDesk,
  type RosterDesks,
  endsDesk,
  takesDesk,
  takesOpKey,
} from './roster-desks.ts';

/** Signer id of the recovery sheet, which counts as admin and as supervisor. */
export const RECOVERY = 'recovery';
/** A member of staff, or the recovery sheet. */
export type SignerId = StaffId | typeof RECOVERY;

/** Id of a signer. */
export const signerSchema = z.union([staffIdSchema, z.literal(RECOVERY)]);
const common = { n: rosterNumberSchema, prevHash: hashSchema, at: timeSchema };

const genesisSchema = z.strictObject({
  ...common,
  kind: z.literal('genesis'),
  adminSign: keySchema,
  supervisorSign: keySchema,
  recoverySign: keySchema,
  /** Key to which everything for the sheet is sealed. */
  recoveryReceive: keySchema,
  /** Lowest format that a program must support to open the vault. */
  minFormat: formatSchema,
  /** Members whose keys are the first two roots. */
  admin: staffIdSchema,
  supervisor: staffIdSchema,
});
const addSchema = z.strictObject({
  ...common,
  kind: z.literal('add'),
  staffId: staffIdSchema,
  displayName: z.string().min(1).max(60),
  role: roleSchema,
  receiveKey: keySchema,
  signKey: keySchema,
  generation: generationSchema,
  /** The same human being also holds another role, in another slot with another PIN. */
  twoRoles: z.boolean(),
});
/** Another name for the same person, role and keys. */
const renameSchema = z.strictObject({
  ...common,
  kind: z.literal('rename'),
  staffId: staffIdSchema,
  displayName: z.string().min(1).max(60),
});
/** Scope of a receptionist from here on; empty is everything. */
const scopeEntrySchema = z.strictObject({
  ...common,
  kind: z.literal('scope'),
  staffId: staffIdSchema,
  scope: scopeSchema,
});
const removeSchema = z.strictObject({ ...common, kind: z.literal('remove'), staffId: staffIdSchema });
/** Their keys are no longer valid; they stay in the roster and return with a new generation. */
const suspendSchema = z.strictObject({ ...common, kind: z.literal('suspend'), staffId: staffIdSchema });
/** The sheet's root is never retired: another sheet takes its place. */
const retireRootSchema = z.strictObject({
  ...common,
  kind: z.literal('retire-root'),
  root: z.enum(['admin', 'supervisor']),
});
/** Values of the tier are sealed to this key from here on. */
const tierKeySchema = z.strictObject({
  ...common,
  kind: z.literal('tier-key'),
  tier: z.enum(SEALED_TIERS),
  epoch: numberUpTo(2, MAX_EPOCH),
  publicKey: keySchema,
});
/** A new sheet replaces the previous one, which can no longer sign and gets nothing sealed to it. */
const recoverySchema = z.strictObject({
  ...common,
  kind: z.literal('recovery'),
  generation: numberUpTo(2, MAX_GENERATION),
  recoverySign: keySchema,
  recoveryReceive: keySchema,
});
const deskSchema = z.strictObject({ ...common, kind: z.literal('desk'), ...DESK_FIELDS });
const deskEndSchema = z.strictObject({ ...common, kind: z.literal('desk-end'), ...DESK_END_FIELDS });
const opKeySchema = z.strictObject({ ...common, kind: z.literal('op-key'), ...OP_KEY_FIELDS });
/** Digests of what the recovery sheet alone opens, in the order in which they are compared. */
export const FOR_SHEET_PARTS = ['slot', 'oldSheets', 'grants', 'segments'] as const;
/** SHA-256 of each part, lower-case hexadecimal (for-sheet.ts). */
export type ForSheet = Readonly<Record<(typeof FOR_SHEET_PARTS)[number], string>>;
/** What the sheet opens is this from here on. */
const forSheetSchema = z.strictObject({
  ...common,
  kind: z.literal('for-sheet'),
  /** The desk whose it is, by the number of its chain of the log; absent of the first. */
  chain: numberUpTo(1, MAX_DESK).optional(),
  slot: hashSchema,
  oldSheets: hashSchema,
  grants: hashSchema,
  segments: hashSchema,
});
const bodySchema = z.discriminatedUnion('kind', [
  genesisSchema,
  addSchema,
  renameSchema,
  scopeEntrySchema,
  removeSchema,
  suspendSchema,
  retireRootSchema,
  tierKeySchema,
  recoverySchema,
  deskSchema,
  deskEndSchema,
  opKeySchema,
  forSheetSchema,
]);

export type RosterBody = z.infer<typeof bodySchema>;
export type RootName = z.infer<typeof retireRootSchema>['root'] | typeof RECOVERY;
type WithoutPlace<T> = T extends unknown ? Omit<T, 'n' | 'prevHash'> : never;
/** An entry without its place in the chain. */
export type NewRosterEntry = WithoutPlace<RosterBody>;

/** A signature (64 bytes) and its signer. */
export interface Signature {
  readonly signer: SignerId;
  readonly sig: Uint8Array;
}

/** An entry as stored; `hash` and `prevHash` are SHA-256, 32 bytes. */
export interface RosterEntry {
  readonly n: number;
  readonly prevHash: Uint8Array;
  /** Canonical JSON of a RosterBody in UTF-8. */
  readonly body: Uint8Array;
  readonly signatures: readonly Signature[];
  readonly hash: Uint8Array;
}

/** A signer with the Ed25519 private key, 32 bytes. */
export interface Signer {
  readonly id: SignerId;
  readonly privateKey: Uint8Array;
}

/** A member of staff in the roster. */
export interface RosterMember {
  readonly staffId: StaffId;
  readonly displayName: string;
  readonly role: Role;
  readonly receiveKey: Uint8Array;
  readonly signKey: Uint8Array;
  readonly generation: number;
  readonly twoRoles: boolean;
  /** Number of the entry that brought these keys. */
  readonly keysFrom: number;
  /** Their keys are not valid until they are given new ones. */
  readonly suspended: boolean;
  /** When they got their first keys, in milliseconds since 1970. */
  readonly since: number;
  /** Scope of a receptionist; empty is everything. */
  readonly scope: Scope;
}

/** The last entry of a roster. */
export interface RosterHead {
  readonly n: number;
  /** SHA-256, lower-case hexadecimal. */
  readonly hash: string;
}

/** A verified roster. */
export interface Roster {
  readonly vaultId: string;
  /** Present members, suspended ones included. */
  readonly members: ReadonlyMap<StaffId, RosterMember>;
  /** Members who have left, with their last name. */
  readonly removed: ReadonlyMap<StaffId, string>;
  readonly head: RosterHead;
  /** The recovery sheet's X25519 key, the only one to which anything may be sealed for it. */
  readonly recoveryKey: Uint8Array;
  /** Generation of the present sheet; that of set-up is 1. */
  readonly recoveryGeneration: number;
  /** Tier keys that were rotated since set-up. */
  readonly tierKeys: ReadonlyMap<SealedTier, RosterTierKey>;
  /**
   * When somebody last left, was suspended, or gave up a role with a tier, in milliseconds since 1970; null
   * where nobody has.
   */
  readonly lastRemovalAt: number | null;
  /** Number of that entry; 0 where there is none. */
  readonly lastRemovalN: number;
  /** Number of the first entry of the last recovery by the sheet; 0 where there was none. */
  readonly recoveredFrom: number;
  /** Highest desk number that is taken; the first desk is 0. */
  readonly lastDesk: number;
  /** Desks with keys by number, ended ones included; none where one desk keeps the vault. */
  readonly desks: ReadonlyMap<number, RosterDesk>;
  /** Digests of the op keys by epoch. */
  readonly opKeys: ReadonlyMap<number, string>;
  /** Lowest format that a program must support to open the vault. */
  readonly minFormat: number;
  /** The chain of the log that this desk writes, by which it is told what of the sheet's is its own. */
  readonly chain: number;
  /** What was last signed for of all that the recovery sheet alone opens here; null where nothing was. */
  readonly forSheet: ForSheet | null;
  /** The same of every desk, by its chain of the log. */
  readonly forSheets: ReadonlyMap<number, ForSheet>;
  /** Hash of entry n (from 1), or undefined where the chain is shorter. */
  hashAt(n: number): string | undefined;
  /**
   * The key with which somebody could sign in that role while entry n was the head; null if they could not.
   */
  keyOf(signer: SignerId, role: Role, n: number): Uint8Array | null;
  /** The key with which somebody could sign in any role while entry n was the head; null if they could not. */
  keyAt(signer: SignerId, n: number): Uint8Array | null;
  /** The root that somebody holds; null where they hold none or it is retired. */
  rootOf(signer: SignerId): RootName | null;
  /** Every key that somebody could ever sign with, of all generations. */
  keysOf(signer: SignerId): readonly Uint8Array[];
}

/** A tier key that an entry brought. */
export interface RosterTierKey {
  /** Number of the entry that brought it. */
  readonly n: number;
  readonly epoch: number;
  readonly publicKey: Uint8Array;
}

/** Members whose keys are valid: all that are not suspended. */
export const activeMembers = ({ members }: Pick<Roster, 'members'>): readonly RosterMember[] =>
  [...members.values()].filter(({ suspended }) => !suspended);

/**
 * Members who are granted a tier, whichever desk they sign in at: their role holds it, their keys are valid, and they have them since the last recovery by
 * the sheet, which took all grants from whoever was not there.
 */
export const holdersOfTier = (
  roster: Pick<Roster, 'members' | 'recoveredFrom'>,
  tier: SealedTier,
): readonly RosterMember[] =>
  activeMembers(roster).filter(
    ({ role, keysFrom }) =>
      keysFrom >= roster.recoveredFrom && (ROLE_TIERS[role] as readonly SealedTier[]).includes(tier),
  );

/** The head before the first entry. */
export const EMPTY_HEAD: RosterHead = { n: 0, hash: '0'.repeat(64) };

/**
 * The entry after `head`, signed by each of `signers`. Whether they may sign it is checked by `verifyRoster`.
 * Errors: ZodError for a malformed entry.
 */
export function makeRosterEntry(
  vaultId: string,
  head: RosterHead,
  entry: NewRosterEntry,
  signers: readonly Signer[],
): RosterEntry {
  const body = encodeBody(bodySchema.parse({ ...entry, n: head.n + 1, prevHash: head.hash }));
  const hash = hashBody(vaultId, body);
  return {
    n: head.n + 1,
    prevHash: Uint8Array.from(Buffer.from(head.hash, 'hex')),
    body,
    hash,
    signatures: signers.map((signer) => ({
      signer: signer.id,
      sig: sign(signer.privateKey, signedMessage(vaultId, hash)),
    })),
  };
}

/** The head after an entry. */
export const headAfter = (entry: RosterEntry): RosterHead => ({ n: entry.n, hash: toHex(entry.hash) });

/** The head after entries that follow `before`; that one where there are none. */
export function headBehind(entries: readonly RosterEntry[], before: RosterHead): RosterHead {
  const last = entries.at(-1);
  return last === undefined ? before : headAfter(last);
}

/**
 * Verifies the chain from the pinned roots. Errors: AppError `store-mismatch` {part: 'roster', entry} at the
 * first entry that does not follow the one before, lacks a required signature, or is signed by somebody who
 * has left. `chain`: of the log, of the desk that it is for; whoever never asks what the sheet opens gives 0.
 */
export function verifyRoster(
  vaultId: string,
  entries: readonly RosterEntry[],
  roots: Roots,
  chain: number,
): Roster {
  const state: ChainState = {
    members: new Map(),
    removed: new Map(),
    rootHolders: new Map(),
    retired: null,
    hashes: [],
    tenures: [],
    roots,
    tierKeys: new Map(),
    recovery: null,
    lastRemovalAt: null,
    lastRemovalN: 0,
    bySheetFrom: null,
    recoveredFrom: 0,
    desks: { keyed: new Map(), opKeys: new Map(), lastDesk: 0, minFormat: 1 },
    forSheet: new Map(),
  };
  let head = EMPTY_HEAD;
  for (const entry of entries) {
    const body = readBody(vaultId, entry, head);
    const signers = readSigners(vaultId, entry, state, body);
    requireFollowed(state, body);
    applyBody(state, body, signers);
    followSheet(state, body, signers);
    state.hashes.push(toHex(entry.hash));
    head = headAfter(entry);
  }
  const { members, removed, rootHolders, hashes, tenures, recovery, tierKeys } = state;
  const { lastRemovalAt, lastRemovalN, recoveredFrom, desks } = state;
  if (recovery === null) return refuse(0);
  if (state.retired !== null) return refuse(head.n);
  // The next keys of somebody begin where those before end.
  const tenureAt = (signer: SignerId, n: number): Tenure | undefined =>
    tenures.find((tenure) => tenure.id === signer && tenure.from <= n && n < tenure.until);
  return {
    vaultId,
    members,
    removed,
    head,
    tierKeys,
    lastRemovalAt,
    lastRemovalN,
    recoveredFrom,
    lastDesk: desks.lastDesk,
    desks: desks.keyed,
    opKeys: desks.opKeys,
    minFormat: desks.minFormat,
    chain,
    forSheet: state.forSheet.get(chain) ?? null,
    forSheets: state.forSheet,
    recoveryKey: recovery.receiveKey,
    recoveryGeneration: recovery.generation,
    hashAt: (n) => hashes[n - 1],
    keyOf: (signer, role, n) => {
      const tenure = tenureAt(signer, n);
      return tenure?.role === 'any' || tenure?.role === role ? tenure.signKey : null;
    },
    keyAt: (signer, n) => (n <= head.n ? (tenureAt(signer, n)?.signKey ?? null) : null),
    rootOf: (signer) => [...rootHolders].find(([, holder]) => holder === signer)?.[0] ?? null,
    keysOf: (signer) => tenures.filter((t) => t.id === signer).map((t) => t.signKey),
  };
}

/** Span in which a key could sign: from the entry that brings it until the one that ends it. */
interface Tenure {
  readonly id: SignerId;
  readonly role: Role | 'any';
  readonly signKey: Uint8Array;
  readonly from: number;
  until: number;
}

interface ChainState {
  readonly members: Map<StaffId, RosterMember>;
  readonly removed: Map<StaffId, string>;
  /** Holders of the roots that are not retired; a person keeps the root with their next keys. */
  readonly rootHolders: Map<RootName, SignerId>;
  /** Whose root the last entry has retired. */
  retired: SignerId | null;
  readonly hashes: string[];
  readonly tenures: Tenure[];
  readonly roots: Roots;
  readonly tierKeys: Map<SealedTier, RosterTierKey>;
  recovery: { readonly receiveKey: Uint8Array; readonly generation: number } | null;
  lastRemovalAt: number | null;
  lastRemovalN: number;
  /** First of the entries that the sheet alone has signed up to the last one; null where it has not signed that. */
  bySheetFrom: number | null;
  recoveredFrom: number;
  readonly desks: RosterDesks;
  /** By chain. */
  readonly forSheet: Map<number, ForSheet>;
}

function readBody(vaultId: string, entry: RosterEntry, head: RosterHead): RosterBody {
  const n = head.n + 1;
  const text = fromUtf8(entry.body);
  const body = text === null ? null : parseBody(text);
  if (body === null || !sameBytes(encodeBody(body), entry.body)) return refuse(n);
  const follows =
    entry.n === n && body.n === n && body.prevHash === head.hash && toHex(entry.prevHash) === head.hash;
  if (!follows || !sameBytes(hashBody(vaultId, entry.body), entry.hash)) return refuse(n);
  if ((body.kind === 'genesis') !== (n === 1)) return refuse(n);
  return body;
}

function parseBody(text: string): RosterBody | null {
  try {
    return bodySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

type MayBe = Role | 'any';

/** The signers of an entry with the role of each. One invalid signature refuses the entry. */
function readSigners(
  vaultId: string,
  entry: RosterEntry,
  state: ChainState,
  body: RosterBody,
): ReadonlyMap<SignerId, MayBe> {
  if (body.kind === 'genesis') startChain(state, body);
  const signers = new Map<SignerId, MayBe>();
  for (const { signer, sig } of entry.signatures) {
    const tenure = state.tenures.find((candidate) => candidate.id === signer && candidate.until === Infinity);
    if (
      tenure === undefined ||
      signers.has(signer) ||
      !verify(tenure.signKey, signedMessage(vaultId, entry.hash), sig)
    )
      return refuse(entry.n);
    signers.set(signer, tenure.role);
  }
  return signers;
}

/** The first entry names the roots, which must be the pinned ones; from there on they can sign. */
function startChain(state: ChainState, body: Extract<RosterBody, { kind: 'genesis' }>): void {
  const { roots, tenures } = state;
  const named = {
    adminSign: key(body.adminSign),
    supervisorSign: key(body.supervisorSign),
    recoverySign: key(body.recoverySign),
  };
  const pinned = (['adminSign', 'supervisorSign', 'recoverySign'] as const).every((name) =>
    sameBytes(named[name], roots[name]),
  );
  if (!pinned || body.admin === body.supervisor) refuse(1);
  state.recovery = { receiveKey: key(body.recoveryReceive), generation: 1 };
  state.rootHolders.set('admin', body.admin).set('supervisor', body.supervisor).set('recovery', RECOVERY);
  tenures.push(
    { id: body.admin, role: 'admin', signKey: roots.adminSign, from: 1, until: Infinity },
    { id: body.supervisor, role: 'supervisor', signKey: roots.supervisorSign, from: 1, until: Infinity },
    { id: RECOVERY, role: 'any', signKey: roots.recoverySign, from: 1, until: Infinity },
  );
}

function applyBody(state: ChainState, body: RosterBody, signers: ReadonlyMap<SignerId, MayBe>): void {
  switch (body.kind) {
    case 'genesis':
      if (signers.size !== 3) refuse(body.n);
      state.desks.minFormat = body.minFormat;
      return;
    case 'add':
      return applyAdd(state, body, signers);
    case 'rename':
      return applyRename(state, body, signers);
    case 'scope':
      return applyScope(state, body, signers);
    case 'remove':
      return applyRemove(state, body, signers);
    case 'suspend':
      return applySuspend(state, body, signers);
    case 'retire-root':
      return applyRetireRoot(state, body, signers);
    case 'tier-key':
      return applyTierKey(state, body, signers);
    case 'recovery':
      return applyRecovery(state, body, signers);
    case 'desk':
    case 'desk-end':
    case 'op-key':
      return applyDesk(state, body, signers);
    case 'for-sheet':
      return applyForSheet(state, body, signers);
    default:
      return assertNever(body);
  }
}

function applyAdd(
  state: ChainState,
  body: Extract<RosterBody, { kind: 'add' }>,
  signers: ReadonlyMap<SignerId, MayBe>,
): void {
  const before = state.members.get(body.staffId);
  const signKey = key(body.signKey);
  if (state.removed.has(body.staffId) || body.generation !== (before?.generation ?? 0) + 1) refuse(body.n);
  if (!mayAdd(state, body, signers)) refuse(body.n);
  const founder = state.tenures.find((tenure) => tenure.id === body.staffId && tenure.until === Infinity);
  // A root is added with its own key and role; the chain never gives a root's id to another key.
  if (
    before === undefined &&
    founder !== undefined &&
    !(sameBytes(founder.signKey, signKey) && founder.role === body.role)
  )
    refuse(body.n);
  if (usedKey(state, body, signKey)) refuse(body.n);
  // A root belongs to the member's id: it must be retired before they change role.
  if (before !== undefined && before.role !== body.role && holdsRoot(state, body.staffId)) refuse(body.n);
  endTenure(state, body.staffId, body.n);
  state.tenures.push({ id: body.staffId, role: body.role, signKey, from: body.n, until: Infinity });
  const { staffId, displayName, role, generation, twoRoles } = body;
  state.members.set(staffId, {
    staffId,
    displayName,
    role,
    generation,
    twoRoles,
    signKey,
    receiveKey: key(body.receiveKey),
    keysFrom: body.n,
    suspended: false,
    since: before?.since ?? body.at,
    // It goes with the role, and stays with every new key.
    scope: before?.role === role ? before.scope : [],
  });
  const hadTiers = before === undefined ? [] : ROLE_TIERS[before.role];
  if (hadTiers.some((tier) => !ROLE_TIERS[role].includes(tier))) noteRemoval(state, body);
}

/**
 * Whether the signers may add these keys. An admin signs; for a supervisor, and for other keys or another role of
 * somebody who is there, a supervisor too; for an admin, two admins, or one and the sheet; for the next generation of one's own keys, the member. The sheet alone
 * suffices for each, for when all of them are gone.
 */
function mayAdd(
  state: ChainState,
  body: Extract<RosterBody, { kind: 'add' }>,
  signers: ReadonlyMap<SignerId, MayBe>,
): boolean {
  const before = state.members.get(body.staffId);
  const renewsOwn =
    before !== undefined &&
    before.role === body.role &&
    before.displayName === body.displayName &&
    before.twoRoles === body.twoRoles &&
    signers.has(body.staffId);
  if (renewsOwn || signers.has(RECOVERY)) return true;
  switch (body.role) {
    // Somebody new acts under a name of their own; other keys for somebody who is there act under theirs.
    case 'receptionist':
      return has(signers, 'admin') && (before === undefined || has(signers, 'supervisor'));
    case 'supervisor':
      return has(signers, 'admin') && has(signers, 'supervisor');
    // The first admin is added under the id in the genesis entry.
    case 'admin':
      return (
        has(signers, 'admin') &&
        (isFounder(state, body.staffId) || [...signers.values()].filter((may) => may === 'admin').length >= 2)
      );
    default:
      return assertNever(body.role);
  }
}

const isFounder = (state: ChainState, staffId: StaffId): boolean =>
  state.rootHolders.get('admin') === staffId && !state.members.has(staffId);

/** Whether a key was used before: a key serves one person and generation. */
function usedKey(
  state: ChainState,
  body: Extract<RosterBody, { kind: 'add' }>,
  signKey: Uint8Array,
): boolean {
  return (
    state.tenures.some(
      (tenure) =>
        sameBytes(tenure.signKey, signKey) && !(tenure.id === body.staffId && body.generation === 1),
    ) || [...state.desks.keyed.values()].some((desk) => sameBytes(desk.signKey, signKey))
  );
}

/** Needs an admin. The keys stay as they were. */
function applyRename(
  state: ChainState,
  body: Extract<RosterBody, { kind: 'rename' }>,
  signers: ReadonlyMap<SignerId, MayBe>,
): void {
  const member = state.members.get(body.staffId);
  if (member === undefined || !has(signers, 'admin')) return refuse(body.n);
  state.members.set(body.staffId, { ...member, displayName: body.displayName });
}

/** Needs an admin, and a supervisor where it is more than before: an admin alone shows nobody more. Of a receptionist only. */
function applyScope(
  state: ChainState,
  body: Extract<RosterBody, { kind: 'scope' }>,
  signers: ReadonlyMap<SignerId, MayBe>,
): void {
  const member = state.members.get(body.staffId);
  if (member === undefined || member.role !== 'receptionist' || !has(signers, 'admin')) return refuse(body.n);
  if (widens(member.scope, body.scope) && !has(signers, 'supervisor')) return refuse(body.n);
  state.members.set(body.staffId, { ...member, scope: body.scope });
}

/** Needs an admin. A member who holds a root must be retired by another root first. */
function applyRemove(
  state: ChainState,
  body: Extract<RosterBody, { kind: 'remove' }>,
  signers: ReadonlyMap<SignerId, MayBe>,
): void {
  const leaver = state.members.get(body.staffId);
  if (holdsRoot(state, body.staffId) || !has(signers, 'admin') || leaver === undefined) return refuse(body.n);
  state.members.delete(body.staffId);
  state.removed.set(body.staffId, leaver.displayName);
  noteRemoval(state, body);
  endTenure(state, body.staffId, body.n);
}

function noteRemoval(state: ChainState, { at, n }: Pick<RosterBody, 'at' | 'n'>): void {
  state.lastRemovalAt = at;
  state.lastRemovalN = n;
}

/**
 * Needs an admin and a supervisor. A root is suspended with the member's keys and continues with the next
 * ones.
 */
function applySuspend(
  state: ChainState,
  body: Extract<RosterBody, { kind: 'suspend' }>,
  signers: ReadonlyMap<SignerId, MayBe>,
): void {
  const member = state.members.get(body.staffId);
  if (member === undefined || member.suspended || !has(signers, 'admin') || !has(signers, 'supervisor'))
    return refuse(body.n);
  state.members.set(body.staffId, { ...member, suspended: true });
  noteRemoval(state, body);
  endTenure(state, body.staffId, body.n);
}

const holdsRoot = (state: ChainState, id: SignerId): boolean => [...state.rootHolders.values()].includes(id);

/**
 * A root is retired for somebody to leave or to get another role, which has its own signers, and for nothing else:
 * the next entry says so. Otherwise one admin alone could end whatever takes two.
 */
function requireFollowed(state: ChainState, body: RosterBody): void {
  const { retired } = state;
  state.retired = null;
  if (retired === null) return;
  const leaves = body.kind === 'remove' && body.staffId === retired;
  const moves =
    body.kind === 'add' && body.staffId === retired && body.role !== state.members.get(body.staffId)?.role;
  if (!leaves && !moves) refuse(body.n);
}

/** Needs another root. Later signatures of the former holder are refused. */
function applyRetireRoot(
  state: ChainState,
  body: Extract<RosterBody, { kind: 'retire-root' }>,
  signers: ReadonlyMap<SignerId, MayBe>,
): void {
  const holder = state.rootHolders.get(body.root);
  const byAnother = [...state.rootHolders].some(([name, by]) => name !== body.root && signers.has(by));
  if (holder === undefined || !byAnother) return refuse(body.n);
  state.rootHolders.delete(body.root);
  state.retired = holder;
  endTenure(state, holder, body.n);
}

function applyTierKey(
  state: ChainState,
  body: Extract<RosterBody, { kind: 'tier-key' }>,
  signers: ReadonlyMap<SignerId, MayBe>,
): void {
  const before = state.tierKeys.get(body.tier)?.epoch ?? 1;
  if (body.epoch !== before + 1 || !has(signers, 'admin') || !has(signers, 'supervisor')) refuse(body.n);
  state.tierKeys.set(body.tier, { n: body.n, epoch: body.epoch, publicKey: key(body.publicKey) });
}

/** A recovery is what the sheet signs up to the one that takes its place. */
function followSheet(
  state: ChainState,
  { kind, n }: RosterBody,
  signers: ReadonlyMap<SignerId, MayBe>,
): void {
  const isBySheet = signers.size === 1 && signers.has(RECOVERY);
  const from = isBySheet ? (state.bySheetFrom ?? n) : null;
  if (from !== null && kind === 'recovery') state.recoveredFrom = from;
  state.bySheetFrom = kind === 'recovery' ? null : from;
}

/** Needs an admin and a supervisor; the previous sheet counts as both. */
function applyRecovery(
  state: ChainState,
  body: Extract<RosterBody, { kind: 'recovery' }>,
  signers: ReadonlyMap<SignerId, MayBe>,
): void {
  const signKey = key(body.recoverySign);
  const follows =
    body.generation === (state.recovery?.generation ?? 0) + 1 &&
    !state.tenures.some((tenure) => sameBytes(tenure.signKey, signKey));
  if (!follows || !has(signers, 'admin') || !has(signers, 'supervisor')) refuse(body.n);
  endTenure(state, RECOVERY, body.n);
  state.tenures.push({ id: RECOVERY, role: 'any', signKey, from: body.n, until: Infinity });
  state.recovery = { receiveKey: key(body.recoveryReceive), generation: body.generation };
}

function applyDesk(
  { desks, tenures }: ChainState,
  body: Extract<RosterBody, { kind: 'desk' | 'desk-end' | 'op-key' }>,
  signers: ReadonlyMap<SignerId, MayBe>,
): void {
  const by = { admin: has(signers, 'admin'), supervisor: has(signers, 'supervisor') };
  const isUsed = (signKey: Uint8Array): boolean => tenures.some((one) => sameBytes(one.signKey, signKey));
  const isRight =
    body.kind === 'desk'
      ? takesDesk(desks, body, by, isUsed)
      : body.kind === 'desk-end'
        ? endsDesk(desks, body, by)
        : takesOpKey(desks, body, by);
  if (!isRight) refuse(body.n);
}

/** Needs an admin or the sheet; a supervisor, whose word begins another segment of the log, where nothing but that changes. */
function applyForSheet(
  state: ChainState,
  { n, chain = 0, slot, oldSheets, grants, segments }: Extract<RosterBody, { kind: 'for-sheet' }>,
  signers: ReadonlyMap<SignerId, MayBe>,
): void {
  const before = state.forSheet.get(chain) ?? null;
  const isSegmentAlone = before?.slot === slot && before.oldSheets === oldSheets && before.grants === grants;
  if (!has(signers, 'admin') && !(isSegmentAlone && has(signers, 'supervisor'))) refuse(n);
  state.forSheet.set(chain, { slot, oldSheets, grants, segments });
}

function endTenure(state: ChainState, id: SignerId, n: number): void {
  for (const tenure of state.tenures) if (tenure.id === id && tenure.until === Infinity) tenure.until = n;
}

function has(signers: ReadonlyMap<SignerId, MayBe>, role: Role): boolean {
  return [...signers.values()].some((may) => may === role || may === 'any');
}

function refuse(entry: number): never {
  throw new AppError('store-mismatch', { part: 'roster', entry });
}

const key = (text: string): Uint8Array => bytesOfBase64(text);

/** Canonical JSON of a body: sorted keys, no spaces. */
function encodeBody(body: RosterBody): Uint8Array {
  return utf8(JSON.stringify(Object.fromEntries(Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1)))));
}

function hashBody(vaultId: string, body: Uint8Array): Uint8Array {
  return new Uint8Array(
    createHash('sha256')
      .update(bind('roster-entry', vaultId, body))
      .digest(),
  );
}

const signedMessage = (vaultId: string, hash: Uint8Array): Uint8Array =>
  bind('roster-signature', vaultId, hash);

/**
 * The entry by which a computer takes the next desk. `at`: milliseconds since 1970; `format`: header format
 * of this program, where whoever signs may raise the lowest one.
 */
export const takeNextDesk = (
  { lastDesk, minFormat }: Pick<Roster, 'lastDesk' | 'minFormat'>,
  { at, format = minFormat }: { readonly at: number; readonly format?: number },
): NewRosterEntry => ({
  kind: 'desk',
  at,
  desk: lastDesk + 1,
  minFormat: Math.max(minFormat, format),
});

/** The entries by which a computer becomes `desk`, those of the desks between it and the roster's last included. */
export const takeDesksTo = (
  desk: number,
  { lastDesk, minFormat }: Pick<Roster, 'lastDesk' | 'minFormat'>,
  by: { readonly at: number; readonly format: number },
): readonly NewRosterEntry[] =>
  Array.from({ length: desk - lastDesk }, (_, index) =>
    takeNextDesk({ lastDesk: lastDesk + index, minFormat }, by),
  );

// --- in the store

/** Signatures of an entry, in base64. */
export const signaturesSchema = z
  .array(z.strictObject({ signer: signerSchema, sig: signatureSchema }))
  .min(1)
  .max(4);

/** A scope of as many areas as it may have, each named as long as a room may be: 20 · 3 · 60 characters of at most three bytes, in base64. */
const MAX_BODY_CHARACTERS = 24 * 1024;

/** An entry outside the store; its other columns follow from these. */
export const sealedEntrySchema = z.strictObject({
  body: z
    .string()
    .max(MAX_BODY_CHARACTERS)
    .refine((text) => fromBase64(text) !== null),
  signatures: signaturesSchema,
});
export type SealedEntry = z.infer<typeof sealedEntrySchema>;

/** Kinds about desks: the keys of the staff stay as they are. */
const DESK_KINDS: ReadonlySet<RosterBody['kind'] | null> = new Set(['desk', 'desk-end', 'op-key']);
/** Kinds that change nobody's keys. */
export const QUIET: ReadonlySet<RosterBody['kind'] | null> = new Set([...DESK_KINDS, 'for-sheet']);
/** Most quiet entries that a header keeps; of more the oldest are dropped. */
export const MAX_QUIET_ENTRIES = 96;

/** The last entries of a chain that change nobody's keys, as text: from a backup of before them they lead to its head. */
export function quietEntriesOf(entries: readonly RosterEntry[]): SealedEntry[] {
  const last = entries.findLastIndex((entry) => !QUIET.has(kindOfEntry(entry)));
  return entries
    .slice(last + 1)
    .slice(-MAX_QUIET_ENTRIES)
    .map(sealEntry);
}

/** What an entry says, not verified; null of one that cannot be parsed. */
export const bodyOfEntry = ({ body }: Pick<RosterEntry, 'body'>): RosterBody | null =>
  parseBody(fromUtf8(body) ?? '');
/** What kind an entry is; null as of `bodyOfEntry`. */
export const kindOfEntry = (entry: Pick<RosterEntry, 'body'>): RosterBody['kind'] | null =>
  bodyOfEntry(entry)?.kind ?? null;

/** An entry as text, to keep outside the store. */
export const sealEntry = ({ body, signatures }: RosterEntry): SealedEntry => ({
  body: toBase64(body),
  signatures: signatures.map(({ signer, sig }) => ({ signer, sig: toBase64(sig) })),
});

/** The entry of such a text, not verified; null where it cannot be parsed. */
export function openEntry(vaultId: string, { body, signatures }: SealedEntry): RosterEntry | null {
  const bytes = key(body);
  const parsed = parseBody(fromUtf8(bytes) ?? '');
  if (parsed === null) return null;
  return {
    n: parsed.n,
    prevHash: Uint8Array.from(Buffer.from(parsed.prevHash, 'hex')),
    body: bytes,
    signatures: signatures.map(({ signer, sig }) => ({ signer, sig: key(sig) })),
    hash: hashBody(vaultId, bytes),
  };
}

/** Signatures as the store keeps them: JSON text. */
export function encodeSignatures(signatures: readonly Signature[]): string {
  return JSON.stringify(signatures.map(({ signer, sig }) => ({ signer, sig: toBase64(sig) })));
}

/** The signatures of `encodeSignatures`; empty, which proves nothing, for any other text. */
export function decodeSignatures(text: string): readonly Signature[] {
  try {
    return signaturesSchema.parse(JSON.parse(text)).map(({ signer, sig }) => ({ signer, sig: key(sig) }));
  } catch {
    return [];
  }
}

/** Stores entries after those in the store. */
export async function appendRosterEntries(tx: WritableStore, entries: readonly RosterEntry[]): Promise<void> {
  for (const entry of entries) {
    await tx.run(sql`INSERT INTO roster_entry (n, prev_hash, body, signatures, hash)
      VALUES (${entry.n}, ${entry.prevHash}, ${entry.body}, ${encodeSignatures(entry.signatures)}, ${entry.hash})`);
  }
}

interface RosterRow {
  readonly n: number;
  readonly prev_hash: Uint8Array;
  readonly body: Uint8Array;
  readonly signatures: string;
  readonly hash: Uint8Array;
}

/** All entries of the store in order, not verified. */
export async function readRosterEntries(store: ReadableStore): Promise<readonly RosterEntry[]> {
  const rows = await store.all<RosterRow>(
    sql`SELECT n, prev_hash, body, signatures, hash FROM roster_entry ORDER BY n`,
  );
  return rows.map(({ n, prev_hash, body, signatures, hash }) => ({
    n,
    prevHash: prev_hash,
    body,
    signatures: decodeSignatures(signatures),
    hash,
  }));
}
