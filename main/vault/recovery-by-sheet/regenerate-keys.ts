/**
 * Keys that a recovery makes anew, in memory: for whoever is at the desk with a PIN, all of it signed by the sheet that is about to be replaced; another sheet;
 * the store key; on a computer that knows nothing of the vault its device secret too. Whoever is not there has no slot afterwards.
 */
import { randomBytes } from 'node:crypto';
import { ROLE_TIERS, type Role, type SealedTier } from '../../../contract/fields.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { toBase64, toHex } from '../crypto/bytes.ts';
import { type SignPair, generateSignPair } from '../crypto/ed25519.ts';
import { type ReceivePair, generateReceivePair } from '../crypto/hpke.ts';
import type { Argon2Params } from '../crypto/kdf.ts';
import { zero } from '../crypto/zero.ts';
import {
  HEADER_FORMAT,
  type Header,
  type StaffSlot,
  bodyOf,
  isProved,
  osUserHash,
  sealHeader,
  storeFileOf,
  withoutLink,
} from '../keys/header.ts';
import { MAX_OLD_SHEETS, sealOldSheet, sheetsThatOpen } from '../keys/old-sheets.ts';
import { type Certificate, addCertificates, certifySigner } from '../keys/signers.ts';
import { createRecoverySlot, createSlot, newSlotId, newStaffId } from '../keys/slots.ts';
import { type GrantContext, grantTier } from '../keys/grants.ts';
import { pinsOf } from '../keys/pins.ts';
import {
  createSheetSecret,
  deriveSheetKeys,
  disposeSheetKeys,
  fingerprintRoots,
  formatSheet,
} from '../keys/recovery-sheet.ts';
import {
  type NewRosterEntry,
  RECOVERY,
  type Roster,
  type RosterEntry,
  type Signer,
  type SignerId,
  headAfter,
  makeRosterEntry,
  takeDesksTo,
  verifyRoster,
} from '../keys/roster.ts';
import type { OpenedVault } from './open-by-sheet.ts';
import { orNotFound } from '../store/rows.ts';

/** Somebody who is at the desk and has typed a PIN: of the roster, or new. */
interface Participant {
  readonly staffId: StaffId | null;
  /** Of somebody who is new; a member of the roster keeps the name and role that it has there. */
  readonly name: string;
  readonly role: Role;
  readonly twoRoles: boolean;
  readonly pin: string;
}

interface Plan {
  readonly people: readonly Participant[];
  readonly epoch: number;
  readonly generation: number;
  /** Null where one is to be made: the keychain has none that this vault's header names, so that the vault is on another computer. */
  readonly deviceSecret: { readonly id: string; readonly secret: Uint8Array } | null;
  /** The desk that the computer becomes; null where it stays the one that it is. */
  readonly desk: number | null;
  readonly params: Argon2Params;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface RecoveredKeys {
  readonly header: Header;
  readonly sheet: string[][];
  readonly fingerprint: string;
  readonly deviceSecret: Uint8Array;
  readonly storeKey: Uint8Array;
  readonly rows: {
    readonly roster: readonly RosterEntry[];
    readonly grants: readonly { readonly context: GrantContext; readonly sealed: Uint8Array }[];
    /** Whose earlier grants go: everybody's. */
    readonly dropGrantsOf: readonly SignerId[];
  };
  /** The new sheet's: what is sealed for it is sealed to this. */
  readonly recoveryKey: Uint8Array;
  /** Who the log says did it. */
  readonly admin: StaffId;
  readonly supervisor: StaffId;
  /** Those of the roster who have no way in afterwards. */
  readonly absent: number;
  /** Zeroes the buffers; the sheet's text stays with whoever shows it. */
  dispose(): void;
}

interface Person {
  readonly member: {
    readonly staffId: StaffId;
    readonly displayName: string;
    readonly role: Role;
    readonly generation: number;
    readonly twoRoles: boolean;
  };
  readonly pin: string;
  readonly receive: ReceivePair;
  readonly sign: SignPair;
}

/** Takes as long as one Argon2id for each. Errors: AppError `not-found` (somebody who is not in the roster), `store-mismatch`. */
export async function recoverKeys(opened: OpenedVault, plan: Plan): Promise<RecoveredKeys> {
  const { header: before, sheet, keys } = opened;
  const { vaultId } = keys;
  const people = plan.people.map((there) => personOf(opened.roster, there));
  const secret = createSheetSecret();
  const next = deriveSheetKeys(secret);
  const signer: Signer = { id: RECOVERY, privateKey: sheet.sign.privateKey };
  try {
    const { at, desk } = plan;
    const entries = makeEntries(vaultId, opened.roster, people, next, { signer, at, desk });
    const after = verifyRoster(vaultId, [...opened.entries, ...entries], keys.roots, opened.roster.chain);
    const storeKey = new Uint8Array(randomBytes(32));
    const device = plan.deviceSecret ?? {
      id: toHex(randomBytes(16)),
      secret: new Uint8Array(randomBytes(32)),
    };
    const common = { vaultId, epoch: plan.epoch, storeKey, signer };
    const slots: StaffSlot[] = [];
    for (const { member, ...person } of people) {
      const { staffId, displayName, role, generation } = member;
      slots.push(
        await createSlot({
          ...common,
          ...person,
          slotId: newSlotId(),
          staff: { staffId, displayName, role, generation },
          pins: pinsOf(after, keys, staffId),
          params: plan.params,
          deviceSecret: device.secret,
        }),
      );
    }
    const certificates = people
      .filter(({ member }) => member.role === 'admin')
      .map((person): Certificate =>
        certifySigner(vaultId, { staffId: person.member.staffId, signKey: person.sign.publicKey }, signer),
      );
    const header = sealHeader(
      {
        ...withoutLink(bodyOf(before)),
        backups: backupsOf(before, plan.deviceSecret),
        // The log may be another one, and the next sign-in holds what that chose.
        secondChoice: 0,
        desk: desk ?? before.desk,
        minFormat: after.minFormat,
        epoch: plan.epoch,
        generation: plan.generation,
        storeFile: storeFileOf(plan.epoch),
        deviceSecretId: device.id,
        osUser: osUserHash(),
        slots,
        recovery: createRecoverySlot({
          ...common,
          generation: after.recoveryGeneration,
          secret,
          pins: pinsOf(after, keys, RECOVERY),
        }),
        oldSheets: [
          ...sheetsThatOpen(before, opened.secret),
          sealOldSheet(vaultId, opened.roster.recoveryGeneration, opened.secret, next.receive.publicKey),
        ].slice(-MAX_OLD_SHEETS),
        quietEntries: [],
        signers: addCertificates(before.signers ?? [], certificates),
      },
      device.secret,
    );
    return {
      header,
      sheet: formatSheet(secret),
      fingerprint: fingerprintRoots(keys.roots),
      deviceSecret: device.secret.slice(),
      storeKey,
      rows: {
        roster: entries,
        grants: grantAll(opened, people, {
          recoveryKey: next.receive.publicKey,
          generation: after.recoveryGeneration,
        }),
        dropGrantsOf: [...opened.roster.members.keys(), ...opened.roster.removed.keys(), RECOVERY],
      },
      recoveryKey: next.receive.publicKey.slice(),
      admin: inRole(people, 'admin'),
      supervisor: inRole(people, 'supervisor'),
      absent: [...after.members.keys()].filter(
        (staffId) => !people.some(({ member }) => member.staffId === staffId),
      ).length,
      dispose: () => zero(storeKey),
    };
  } finally {
    zero(secret, ...people.flatMap(({ receive, sign }) => [receive.privateKey, sign.privateKey]));
    disposeSheetKeys(next);
  }
}

/** Where backups go is believed of a header whose MAC is right alone; on another computer the folder is another one. */
const backupsOf = (before: Header, device: Plan['deviceSecret']): Header['backups'] =>
  device !== null && isProved(before, device.secret) ? before.backups : null;

function personOf(roster: Roster, { staffId, name, role, twoRoles, pin }: Participant): Person {
  const pairs = { pin, receive: generateReceivePair(), sign: generateSignPair() };
  if (staffId === null)
    return { ...pairs, member: { staffId: newStaffId(), displayName: name, role, generation: 1, twoRoles } };
  const known = orNotFound(roster.members.get(staffId));
  return {
    ...pairs,
    member: {
      staffId,
      displayName: known.displayName,
      role: known.role,
      generation: known.generation + 1,
      twoRoles: known.twoRoles,
    },
  };
}

function inRole(people: readonly Person[], role: Role): StaffId {
  const person = people.find(({ member }) => member.role === role);
  if (person === undefined) throw new RangeError(`a recovery without a ${role}`);
  return person.member.staffId;
}

/** The people, each by the sheet, the next desk where the computer is another one, then the sheet that takes its place, the last thing that it signs. */
function makeEntries(
  vaultId: string,
  roster: Roster,
  people: readonly Person[],
  next: ReturnType<typeof deriveSheetKeys>,
  by: { readonly signer: Signer; readonly at: number; readonly desk: number | null },
): readonly RosterEntry[] {
  const drafts: readonly NewRosterEntry[] = [
    ...(by.desk === null ? [] : takeDesksTo(by.desk, roster, { at: by.at, format: HEADER_FORMAT })),
    ...people.map(({ member, receive, sign }): NewRosterEntry => ({
      kind: 'add',
      at: by.at,
      ...member,
      receiveKey: toBase64(receive.publicKey),
      signKey: toBase64(sign.publicKey),
    })),
    {
      kind: 'recovery',
      at: by.at,
      generation: roster.recoveryGeneration + 1,
      recoverySign: toBase64(next.sign.publicKey),
      recoveryReceive: toBase64(next.receive.publicKey),
    },
  ];
  const entries: RosterEntry[] = [];
  let { head } = roster;
  for (const draft of drafts) {
    const entry = makeRosterEntry(vaultId, head, draft, [by.signer]);
    entries.push(entry);
    head = headAfter(entry);
  }
  return entries;
}

function grantAll(
  { keys: { vaultId }, tiers }: OpenedVault,
  people: readonly Person[],
  sheet: { readonly recoveryKey: Uint8Array; readonly generation: number },
): RecoveredKeys['rows']['grants'] {
  return tiers.flatMap((tier) => {
    const holders = people.filter(({ member }) =>
      (ROLE_TIERS[member.role] as readonly SealedTier[]).includes(tier.tier),
    );
    const all: readonly {
      readonly staffId: SignerId;
      readonly generation: number;
      readonly key: Uint8Array;
    }[] = [
      ...holders.map(({ member, receive }) => ({ ...member, key: receive.publicKey })),
      { staffId: RECOVERY, generation: sheet.generation, key: sheet.recoveryKey },
    ];
    return all.map(({ staffId, generation, key }) => {
      const context: GrantContext = { vaultId, tier: tier.tier, epoch: tier.epoch, staffId, generation };
      return { context, sealed: grantTier(tier, key, context) };
    });
  });
}
