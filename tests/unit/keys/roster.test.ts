import { describe, expect, it } from 'vitest';
import type { Role } from '../../../contract/fields.ts';
import { MAX_AREAS } from '../../../contract/scope/lists.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { toBase64 } from '../../../main/vault/crypto/bytes.ts';
import { generateSignPair } from '../../../main/vault/crypto/ed25519.ts';
import { generateReceivePair } from '../../../main/vault/crypto/hpke.ts';
import {
  EMPTY_HEAD,
  type NewRosterEntry,
  RECOVERY,
  type RosterEntry,
  type Signer,
  activeMembers,
  decodeSignatures,
  encodeSignatures,
  headAfter,
  makeRosterEntry,
  openEntry,
  sealEntry,
  sealedEntrySchema,
  takeNextDesk,
  verifyRoster,
} from '../../../main/vault/keys/roster.ts';

const VAULT = 'a'.repeat(32);
const REFUSED = expect.objectContaining({
  code: 'store-mismatch',
  details: expect.objectContaining({ part: 'roster' }),
});

interface Person {
  readonly staffId: StaffId;
  readonly role: Role;
  readonly sign: ReturnType<typeof generateSignPair>;
  readonly receive: ReturnType<typeof generateReceivePair>;
}
let counter = 0;
function person(role: Role): Person {
  return {
    staffId: (++counter).toString(16).padStart(16, '0') as StaffId,
    role,
    sign: generateSignPair(),
    receive: generateReceivePair(),
  };
}
const signerOf = (who: Person): Signer => ({ id: who.staffId, privateKey: who.sign.privateKey });

function addOf(who: Person, changes: object = {}): NewRosterEntry {
  return {
    kind: 'add',
    at: 1,
    staffId: who.staffId,
    displayName: `P${who.staffId}`,
    role: who.role,
    generation: 1,
    twoRoles: false,
    receiveKey: toBase64(who.receive.publicKey),
    signKey: toBase64(who.sign.publicKey),
    ...changes,
  };
}

function recoveryOf(sign = generateSignPair(), receive = generateReceivePair()) {
  return {
    kind: 'recovery' as const,
    at: 2,
    generation: 2,
    recoverySign: toBase64(sign.publicKey),
    recoveryReceive: toBase64(receive.publicKey),
  };
}

/** A vault's first roster, and a way to go on from it. */
function firm() {
  const [admin, supervisor, desk, sheet] = [
    person('admin'),
    person('supervisor'),
    person('receptionist'),
    generateSignPair(),
  ];
  const roots = {
    adminSign: admin.sign.publicKey,
    supervisorSign: supervisor.sign.publicKey,
    recoverySign: sheet.publicKey,
  };
  const recovery: Signer = { id: RECOVERY, privateKey: sheet.privateKey };
  const genesis: NewRosterEntry = {
    kind: 'genesis',
    minFormat: 1,
    at: 1,
    admin: admin.staffId,
    supervisor: supervisor.staffId,
    adminSign: toBase64(roots.adminSign),
    supervisorSign: toBase64(roots.supervisorSign),
    recoverySign: toBase64(roots.recoverySign),
    recoveryReceive: toBase64(generateReceivePair().publicKey),
  };
  const founders = [signerOf(admin), signerOf(supervisor)];
  let entries: RosterEntry[] = [];
  const add = (entry: NewRosterEntry, ...signers: Signer[]): RosterEntry[] => {
    const before = entries.at(-1);
    entries = [
      ...entries,
      makeRosterEntry(VAULT, before === undefined ? EMPTY_HEAD : headAfter(before), entry, signers),
    ];
    return entries;
  };
  add(genesis, ...founders, recovery);
  for (const who of [admin, supervisor, desk]) add(addOf(who), ...founders);
  return {
    admin,
    supervisor,
    desk,
    roots,
    recovery,
    founders,
    genesis,
    add,
    entries: () => entries,
    verify: () => verifyRoster(VAULT, entries, roots),
  };
}

/** Every entry behind the changed one made anew by the given signers: what somebody with some keys could do at best. */
function rebuild(
  entries: readonly RosterEntry[],
  from: number,
  bodies: readonly NewRosterEntry[],
  signers: readonly Signer[],
): RosterEntry[] {
  const kept = entries.slice(0, from);
  for (const body of bodies)
    kept.push(
      makeRosterEntry(VAULT, kept.length === 0 ? EMPTY_HEAD : headAfter(kept.at(-1)!), body, signers),
    );
  return kept;
}

describe('a roster that chains', () => {
  it('says who exists, with role and keys', () => {
    const f = firm();
    const roster = f.verify();
    expect([...roster.members.values()].map((member) => member.role)).toEqual([
      'admin',
      'supervisor',
      'receptionist',
    ]);
    expect(roster.members.get(f.desk.staffId)?.receiveKey).toEqual(f.desk.receive.publicKey);
    expect(roster.head).toEqual({ n: 4, hash: roster.hashAt(4) });
    expect(roster.hashAt(5)).toBeUndefined();
  });

  it('takes a new receptionist from an admin alone, a new supervisor from admin and supervisor', () => {
    const f = firm();
    const [desk, supervisor] = [person('receptionist'), person('supervisor')];
    f.add(addOf(desk), signerOf(f.admin));
    f.add(addOf(supervisor), ...f.founders);
    expect(f.verify().members.size).toBe(5);
  });

  it('takes what a receptionist looks after from an admin, and more than before from a supervisor as well', () => {
    const f = firm();
    const area = (building: string | null) => ({ estate: '', building, unit: null });
    const scopeOf = (...buildings: (string | null)[]): NewRosterEntry => ({
      kind: 'scope',
      at: 2,
      staffId: f.desk.staffId,
      scope: buildings.map(area),
    });
    const scope = () => f.verify().members.get(f.desk.staffId)!.scope;
    expect(scope()).toEqual([]);
    f.add(scopeOf('3', '5'), signerOf(f.admin));
    f.add(scopeOf('3'), signerOf(f.admin));
    expect(scope()).toEqual([area('3')]);
    f.add(scopeOf(null), ...f.founders);
    f.add(scopeOf('7'), signerOf(f.admin));
    expect(scope()).toEqual([area('7')]);
    f.add(scopeOf(), f.recovery);
    expect(scope()).toEqual([]);
  });

  it('keeps what somebody looks after with their next keys, and ends it with another role', () => {
    const f = firm();
    const scope = [{ estate: '', building: '3', unit: '2' }];
    f.add({ kind: 'scope', at: 2, staffId: f.desk.staffId, scope }, signerOf(f.admin));
    const renewed = { ...f.desk, sign: generateSignPair(), receive: generateReceivePair() };
    f.add(addOf(renewed, { generation: 2 }), signerOf(f.desk));
    f.add({ kind: 'rename', at: 2, staffId: f.desk.staffId, displayName: 'other' }, signerOf(f.admin));
    expect(f.verify().members.get(f.desk.staffId)!.scope).toEqual(scope);
    const risen = { ...renewed, sign: generateSignPair(), receive: generateReceivePair() };
    f.add(addOf(risen, { generation: 3, role: 'supervisor', displayName: 'other' }), ...f.founders);
    expect(f.verify().members.get(f.desk.staffId)!.scope).toEqual([]);
  });

  it.each([
    ['a wider scope without a supervisor', 'desk', [], (f: ReturnType<typeof firm>) => [signerOf(f.admin)]],
    ['a scope without an admin', 'desk', ['5'], (f: ReturnType<typeof firm>) => [signerOf(f.supervisor)]],
    [
      'a scope by whoever it is about',
      'desk',
      ['3', '5'],
      (f: ReturnType<typeof firm>) => [signerOf(f.desk)],
    ],
    ['a scope of a supervisor', 'supervisor', ['3'], (f: ReturnType<typeof firm>) => f.founders],
  ] as const)('refuses %s', (_, whose, buildings, signers) => {
    const f = firm();
    const entry = (buildingsOf: readonly string[], of: 'desk' | 'supervisor'): NewRosterEntry => ({
      kind: 'scope',
      at: 2,
      staffId: f[of].staffId,
      scope: buildingsOf.map((building) => ({ estate: '', building, unit: null })),
    });
    f.add(entry(['3'], 'desk'), signerOf(f.admin));
    f.verify();
    f.add(entry(buildings, whose), ...signers(f));
    expect(() => f.verify()).toThrow(REFUSED);
  });

  it('holds as many areas with names as long as rooms have, in an entry that is kept outside the store', () => {
    const f = firm();
    const scope = Array.from({ length: MAX_AREAS }, (_, n) => ({
      estate: '园'.repeat(58) + String(n).padStart(2, '0'),
      building: '楼'.repeat(60),
      unit: '元'.repeat(60),
    }));
    const entries = f.add({ kind: 'scope', at: 2, staffId: f.desk.staffId, scope }, signerOf(f.admin));
    const sealed = sealedEntrySchema.parse(sealEntry(entries.at(-1)!));
    expect(openEntry(VAULT, sealed)?.hash).toEqual(entries.at(-1)!.hash);
  });

  it("takes the next generation of somebody's keys from the one before", () => {
    const f = firm();
    const renewed = { ...f.desk, sign: generateSignPair(), receive: generateReceivePair() };
    f.add(addOf(renewed, { generation: 2 }), signerOf(f.desk));
    expect(f.verify().members.get(f.desk.staffId)).toMatchObject({
      generation: 2,
      signKey: renewed.sign.publicKey,
    });
  });

  it('takes another admin from two admins, or from one and the sheet', () => {
    const f = firm();
    const [second, third] = [person('admin'), person('admin')];
    f.add(addOf(second), signerOf(f.admin), f.recovery);
    f.add(addOf(third), signerOf(f.admin), signerOf(second));
    expect(f.verify().members.size).toBe(5);
  });

  it("takes a root's next keys, which can still retire another", () => {
    const f = firm();
    const renewed = { ...f.supervisor, sign: generateSignPair(), receive: generateReceivePair() };
    f.add(addOf(renewed, { generation: 2 }), signerOf(f.supervisor));
    f.add({ kind: 'retire-root', at: 2, root: 'admin' }, signerOf(renewed));
    f.add({ kind: 'remove', at: 2, staffId: f.admin.staffId }, f.recovery);
    expect([...f.verify().members.keys()]).toEqual([f.supervisor.staffId, f.desk.staffId]);
  });

  it('takes another name from an admin, and nothing else changes by it', () => {
    const f = firm();
    f.add({ kind: 'rename', at: 2, staffId: f.desk.staffId, displayName: 'Other' }, signerOf(f.admin));
    expect(f.verify().members.get(f.desk.staffId)).toMatchObject({
      displayName: 'Other',
      generation: 1,
      since: 1,
      signKey: f.desk.sign.publicKey,
    });
  });

  it('takes another role of a root once another root has retired it', () => {
    const f = firm();
    const second = person('supervisor');
    f.add(addOf(second), ...f.founders);
    const demoted = {
      ...f.supervisor,
      role: 'receptionist' as const,
      sign: generateSignPair(),
      receive: generateReceivePair(),
    };
    expect(f.verify().rootOf(f.supervisor.staffId)).toBe('supervisor');
    f.add({ kind: 'retire-root', at: 3, root: 'supervisor' }, signerOf(f.admin));
    f.add(addOf(demoted, { generation: 2, at: 4 }), signerOf(f.admin), signerOf(second));
    const roster = f.verify();
    expect(roster.members.get(f.supervisor.staffId)).toMatchObject({ role: 'receptionist', since: 1 });
    // They have known the identity tier.
    expect([roster.rootOf(f.supervisor.staffId), roster.lastRemovalAt, roster.lastRemovalN]).toEqual([
      null,
      4,
      roster.head.n,
    ]);
  });

  it('does not count a role with more tiers as a loss', () => {
    const f = firm();
    f.add(
      addOf({ ...f.desk, role: 'supervisor', sign: generateSignPair() }, { generation: 2 }),
      ...f.founders,
    );
    expect(f.verify()).toMatchObject({ lastRemovalAt: null, lastRemovalN: 0 });
  });

  it('takes the next key of a tier from an admin and a supervisor', () => {
    const f = firm();
    const publicKey = generateReceivePair().publicKey;
    f.add(
      { kind: 'tier-key', at: 2, tier: 'contact', epoch: 2, publicKey: toBase64(publicKey) },
      ...f.founders,
    );
    expect([...f.verify().tierKeys]).toEqual([['contact', { n: f.verify().head.n, epoch: 2, publicKey }]]);
  });

  it('takes another sheet from an admin and a supervisor, or from the sheet before, which then signs no more', () => {
    for (const pick of [
      (f: ReturnType<typeof firm>) => f.founders,
      (f: ReturnType<typeof firm>) => [f.recovery],
    ]) {
      const f = firm();
      const [sign, receive] = [generateSignPair(), generateReceivePair()];
      f.add(recoveryOf(sign, receive), ...pick(f));
      f.add(addOf(person('supervisor')), { id: RECOVERY, privateKey: sign.privateKey });
      expect(f.verify()).toMatchObject({ recoveryKey: receive.publicKey, recoveryGeneration: 2 });
      f.add(addOf(person('receptionist')), f.recovery);
      expect(f.verify).toThrow(REFUSED);
    }
  });

  it('takes everybody anew from the sheet when all of them are gone', () => {
    const f = firm();
    f.add({ kind: 'retire-root', at: 2, root: 'supervisor' }, signerOf(f.admin));
    for (const who of [f.supervisor, f.desk])
      f.add({ kind: 'remove', at: 2, staffId: who.staffId }, signerOf(f.admin));
    f.add({ kind: 'retire-root', at: 2, root: 'admin' }, f.recovery);
    f.add({ kind: 'remove', at: 2, staffId: f.admin.staffId }, f.recovery);
    const [admin, supervisor] = [person('admin'), person('supervisor')];
    f.add(addOf(admin), f.recovery);
    f.add(addOf(supervisor), f.recovery);
    expect([...f.verify().members.keys()]).toEqual([admin.staffId, supervisor.staffId]);
  });

  it('knows who could sign when', () => {
    const f = firm();
    f.add({ kind: 'retire-root', at: 2, root: 'supervisor' }, signerOf(f.admin));
    f.add({ kind: 'remove', at: 7, staffId: f.supervisor.staffId }, signerOf(f.admin));
    const roster = f.verify();
    expect(roster).toMatchObject({ lastRemovalAt: 7, lastRemovalN: roster.head.n });
    expect(roster.removed.get(f.supervisor.staffId)).toBe(`P${f.supervisor.staffId}`);
    expect(roster.keyOf(f.supervisor.staffId, 'supervisor', 4)).toEqual(f.supervisor.sign.publicKey);
    expect(roster.keyOf(f.supervisor.staffId, 'supervisor', 5)).toBeNull();
    expect(roster.keysOf(f.supervisor.staffId)).toContainEqual(f.supervisor.sign.publicKey);
    expect(roster.keyOf(f.supervisor.staffId, 'admin', 4)).toBeNull();
    expect(roster.keyOf(f.desk.staffId, 'supervisor', 4)).toBeNull();
    expect(roster.keyOf(RECOVERY, 'admin', 0)).toBeNull();
  });
});

describe('a roster that does not chain is refused', () => {
  const refuses = (work: () => unknown): void => expect(work).toThrow(REFUSED);

  it('empty', () => {
    refuses(() => verifyRoster(VAULT, [], firm().roots));
  });

  it('from other roots, each of the three', () => {
    const f = firm();
    for (const name of ['adminSign', 'supervisorSign', 'recoverySign'] as const) {
      refuses(() => verifyRoster(VAULT, f.entries(), { ...f.roots, [name]: generateSignPair().publicKey }));
    }
  });

  it('of another vault', () => {
    const f = firm();
    refuses(() => verifyRoster('b'.repeat(32), f.entries(), f.roots));
  });

  it('a genesis without one of its three signatures', () => {
    const f = firm();
    for (const missing of [0, 1, 2]) {
      const signers = [...f.founders, f.recovery].filter((_, index) => index !== missing);
      refuses(() => verifyRoster(VAULT, rebuild([], 0, [f.genesis], signers), f.roots));
    }
  });

  it('any bit changed in body, hash, previous hash or signature; any entry dropped, swapped or said twice', () => {
    const f = firm();
    const entries = f.entries();
    const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
      Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));
    entries.forEach((entry, index) => {
      for (let at = 0; at < entry.body.length; at += 11)
        refuses(() =>
          verifyRoster(VAULT, entries.with(index, { ...entry, body: flipped(entry.body, at) }), f.roots),
        );
      refuses(() =>
        verifyRoster(VAULT, entries.with(index, { ...entry, hash: flipped(entry.hash, 5) }), f.roots),
      );
      refuses(() =>
        verifyRoster(VAULT, entries.with(index, { ...entry, prevHash: flipped(entry.prevHash, 5) }), f.roots),
      );
      refuses(() => verifyRoster(VAULT, entries.with(index, { ...entry, n: entry.n + 1 }), f.roots));
      const signatures = entry.signatures.map(({ signer, sig }) => ({ signer, sig: flipped(sig, 9) }));
      refuses(() => verifyRoster(VAULT, entries.with(index, { ...entry, signatures }), f.roots));
      refuses(() => verifyRoster(VAULT, entries.with(index, { ...entry, signatures: [] }), f.roots));
      refuses(() =>
        verifyRoster(VAULT, [...entries.slice(0, index), entry, ...entries.slice(index)], f.roots),
      );
      if (index < entries.length - 1)
        refuses(() => verifyRoster(VAULT, entries.toSpliced(index, 1), f.roots));
    });
    refuses(() => verifyRoster(VAULT, [entries[0]!, entries[2]!, entries[1]!, entries[3]!], f.roots));
  });

  it('a body that says the same in other words', () => {
    const f = firm();
    const entry = f.entries()[3]!;
    const body = new TextEncoder().encode(` ${new TextDecoder().decode(entry.body)}`);
    refuses(() => verifyRoster(VAULT, f.entries().with(3, { ...entry, body }), f.roots));
  });

  it.each(['admin', 'supervisor', 'receptionist'] as const)('a receptionist who makes a new %s', (role) => {
    const f = firm();
    f.add(addOf(person(role)), signerOf(f.desk));
    refuses(f.verify);
  });

  it('a receptionist who signs in the name of the admin', () => {
    const f = firm();
    f.add(addOf(person('receptionist')), { id: f.admin.staffId, privateKey: f.desk.sign.privateKey });
    refuses(f.verify);
  });

  it('a receptionist who makes a supervisor of themselves', () => {
    const f = firm();
    const renewed = { ...f.desk, sign: generateSignPair() };
    f.add(addOf(renewed, { generation: 2, role: 'supervisor' }), signerOf(f.desk));
    refuses(f.verify);
  });

  it('a supervisor by an admin alone, or by a supervisor alone, or with the admin signing twice', () => {
    for (const pick of [
      (f: ReturnType<typeof firm>) => [signerOf(f.admin)],
      (f: ReturnType<typeof firm>) => [signerOf(f.supervisor)],
      (f: ReturnType<typeof firm>) => [signerOf(f.admin), signerOf(f.admin)],
    ]) {
      const f = firm();
      f.add(addOf(person('supervisor')), ...pick(f));
      refuses(f.verify);
    }
  });

  it('an admin who makes an existing receptionist a supervisor alone', () => {
    const f = firm();
    f.add(
      addOf({ ...f.desk, sign: generateSignPair() }, { generation: 2, role: 'supervisor' }),
      signerOf(f.admin),
    );
    refuses(f.verify);
  });

  it('an admin by one admin alone, by admin and supervisor, or by the same admin twice', () => {
    for (const pick of [
      (f: ReturnType<typeof firm>) => [signerOf(f.admin)],
      (f: ReturnType<typeof firm>) => f.founders,
      (f: ReturnType<typeof firm>) => [signerOf(f.admin), signerOf(f.admin)],
    ]) {
      const f = firm();
      f.add(addOf(person('admin')), ...pick(f));
      refuses(f.verify);
    }
  });

  it('a root who is removed without having been retired', () => {
    for (const root of ['admin', 'supervisor'] as const) {
      const f = firm();
      f.add({ kind: 'remove', at: 2, staffId: f[root].staffId }, ...f.founders);
      refuses(f.verify);
    }
  });

  it('a tier key by one of the two alone, by a receptionist, of an epoch that is skipped or said again', () => {
    const keyOf = (epoch: number): NewRosterEntry => ({
      kind: 'tier-key',
      at: 2,
      tier: 'identity',
      epoch,
      publicKey: toBase64(generateReceivePair().publicKey),
    });
    for (const pick of [
      (f: ReturnType<typeof firm>) => signerOf(f.admin),
      (f: ReturnType<typeof firm>) => signerOf(f.supervisor),
      (f: ReturnType<typeof firm>) => signerOf(f.desk),
    ]) {
      const f = firm();
      f.add(keyOf(2), pick(f));
      refuses(f.verify);
    }
    for (const epochs of [[3], [2, 2], [2, 4]]) {
      const f = firm();
      for (const epoch of epochs) f.add(keyOf(epoch), ...f.founders);
      refuses(f.verify);
    }
  });

  it('a sheet by one of the two alone, by a receptionist, of a generation that is skipped, or with a key that has signed before', () => {
    for (const pick of [
      (f: ReturnType<typeof firm>) => signerOf(f.admin),
      (f: ReturnType<typeof firm>) => signerOf(f.supervisor),
      (f: ReturnType<typeof firm>) => signerOf(f.desk),
    ]) {
      const f = firm();
      f.add(recoveryOf(), pick(f));
      refuses(f.verify);
    }
    const skipped = firm();
    skipped.add({ ...recoveryOf(), generation: 3 }, ...skipped.founders);
    refuses(skipped.verify);
    const again = firm();
    again.add({ ...recoveryOf(), recoverySign: toBase64(again.desk.sign.publicKey) }, ...again.founders);
    refuses(again.verify);
  });

  it('a root who becomes something else without having been retired', () => {
    const f = firm();
    f.add(
      addOf({ ...f.supervisor, role: 'receptionist', sign: generateSignPair() }, { generation: 2 }),
      ...f.founders,
    );
    refuses(f.verify);
  });

  it('another name by a supervisor, by its owner, or for somebody who is not there', () => {
    for (const [who, pick] of [
      ['desk', 'supervisor'],
      ['desk', 'desk'],
      ['nobody', 'admin'],
    ] as const) {
      const f = firm();
      const staffId = who === 'nobody' ? person('receptionist').staffId : f[who].staffId;
      f.add({ kind: 'rename', at: 2, staffId, displayName: 'Other' }, signerOf(f[pick]));
      refuses(f.verify);
    }
  });

  it('a supervisor who removes somebody', () => {
    const f = firm();
    f.add({ kind: 'remove', at: 2, staffId: f.desk.staffId }, signerOf(f.supervisor));
    refuses(f.verify);
  });

  it('anything that somebody signs after having left', () => {
    const f = firm();
    const second = person('admin');
    f.add(addOf(second), signerOf(f.admin), f.recovery);
    f.add({ kind: 'remove', at: 2, staffId: second.staffId }, signerOf(f.admin));
    expect(f.verify().removed.has(second.staffId)).toBe(true);
    f.add(addOf(person('receptionist')), signerOf(second));
    refuses(f.verify);
  });

  it("a leaver's old entry put back, also under the next generation, and their key under a new name", () => {
    for (const again of [
      (f: ReturnType<typeof firm>) => addOf(f.desk),
      (f: ReturnType<typeof firm>) => addOf(f.desk, { generation: 2 }),
      (f: ReturnType<typeof firm>) => addOf({ ...f.desk, staffId: person('receptionist').staffId }),
    ]) {
      const f = firm();
      f.add({ kind: 'remove', at: 2, staffId: f.desk.staffId }, signerOf(f.admin));
      f.add(again(f), ...f.founders);
      refuses(f.verify);
    }
  });

  it('a generation that is skipped or said again', () => {
    for (const generation of [1, 3]) {
      const f = firm();
      f.add(addOf({ ...f.desk, sign: generateSignPair() }, { generation }), signerOf(f.desk));
      refuses(f.verify);
    }
  });

  it('what a key of an earlier generation signs', () => {
    const f = firm();
    f.add(addOf({ ...f.admin, sign: generateSignPair() }, { generation: 2 }), signerOf(f.admin));
    f.add(addOf(person('receptionist')), signerOf(f.admin));
    refuses(f.verify);
  });

  it('a root that is retired while its holder stays what they are', () => {
    const retired = (...behind: readonly NewRosterEntry[]): void => {
      const f = firm();
      f.add(addOf(person('admin')), signerOf(f.admin), f.recovery);
      f.add({ kind: 'retire-root', at: 2, root: 'supervisor' }, signerOf(f.admin));
      for (const entry of behind) f.add(entry, signerOf(f.admin));
      refuses(f.verify);
    };
    const { desk } = firm();
    retired();
    retired(addOf(person('receptionist')));
    retired({ kind: 'remove', at: 2, staffId: desk.staffId });
    const f = firm();
    f.add({ kind: 'retire-root', at: 2, root: 'admin' }, f.recovery);
    f.add(addOf({ ...f.admin, sign: generateSignPair() }, { generation: 2 }), f.recovery);
    refuses(f.verify);
  });

  it('other keys of somebody who is there, or a supervisor made a receptionist, by one admin alone', () => {
    const f = firm();
    f.add(addOf({ ...f.desk, sign: generateSignPair() }, { generation: 2 }), signerOf(f.admin));
    refuses(f.verify);
    const g = firm();
    const second = person('supervisor');
    g.add(addOf(second), ...g.founders);
    const demoted = { ...second, role: 'receptionist' as const, sign: generateSignPair() };
    g.add(addOf(demoted, { generation: 2 }), signerOf(g.admin));
    refuses(g.verify);
  });

  it('a retired sheet, whoever signs for it', () => {
    for (const pick of [
      (f: ReturnType<typeof firm>) => [signerOf(f.admin)],
      (f: ReturnType<typeof firm>) => f.founders,
    ]) {
      const f = firm();
      const retireSheet = () =>
        f.add({ kind: 'retire-root', at: 2, root: 'recovery' } as unknown as NewRosterEntry, ...pick(f));
      expect(retireSheet).toThrow();
    }
  });

  it('a root retired by itself, by nobody of the roots, or twice', () => {
    const second = person('admin');
    for (const pick of [
      (f: ReturnType<typeof firm>) => signerOf(f.admin),
      (f: ReturnType<typeof firm>) => signerOf(f.desk),
      () => signerOf(second),
    ]) {
      const f = firm();
      f.add(addOf(second), signerOf(f.admin), f.recovery);
      f.add({ kind: 'retire-root', at: 2, root: 'admin' }, pick(f));
      refuses(f.verify);
    }
    const f = firm();
    for (const _twice of [1, 2]) f.add({ kind: 'retire-root', at: 2, root: 'supervisor' }, f.recovery);
    refuses(f.verify);
  });

  it("a root's name given to another key", () => {
    const f = firm();
    const entries = rebuild(f.entries(), 1, [addOf({ ...f.admin, sign: generateSignPair() })], f.founders);
    refuses(() => verifyRoster(VAULT, entries, f.roots));
  });

  it('a second genesis', () => {
    const f = firm();
    f.add(f.genesis, ...f.founders, f.recovery);
    refuses(f.verify);
  });
});

describe('signatures as text', () => {
  it('go there and back', () => {
    const { signatures } = firm().entries()[0]!;
    expect(decodeSignatures(encodeSignatures(signatures))).toEqual(signatures);
  });

  it.each([
    '',
    'null',
    '{}',
    '[]',
    '[{"signer":"x","sig":""}]',
    `[{"signer":"recovery","sig":"${'A'.repeat(87)}"}]`,
    '[[[[',
  ])('prove nothing as %j', (text) => {
    expect(decodeSignatures(text)).toEqual([]);
  });
});

describe('somebody who is shut out', () => {
  const suspend = (who: Person): NewRosterEntry => ({ kind: 'suspend', at: 9, staffId: who.staffId });

  it('stays in the roster, signs no more, and is a reason to change keys', () => {
    const f = firm();
    const admin = person('admin');
    f.add(addOf(admin), signerOf(f.admin), f.recovery);
    f.add(suspend(admin), ...f.founders);
    const roster = f.verify();
    expect(roster.members.get(admin.staffId)).toMatchObject({ suspended: true, keysFrom: 5 });
    expect([
      roster.lastRemovalAt,
      roster.keyOf(admin.staffId, 'admin', 5),
      roster.keyOf(admin.staffId, 'admin', 6),
    ]).toEqual([9, admin.sign.publicKey, null]);
    expect(activeMembers(roster).map(({ staffId }) => staffId)).not.toContain(admin.staffId);
    f.add(addOf(person('receptionist')), signerOf(admin));
    expect(f.verify).toThrow(REFUSED);
  });

  it.each([
    ['an admin alone', ['admin']],
    ['a supervisor alone', ['supervisor']],
    ['a receptionist', ['desk']],
  ] as const)('is so by nobody less than an admin and a supervisor: not by %s', (_what, signers) => {
    const f = firm();
    f.add(suspend(f.desk), ...signers.map((name) => signerOf(f[name])));
    expect(f.verify).toThrow(REFUSED);
  });

  it('is so once, and only who is there', () => {
    const f = firm();
    f.add(suspend(f.desk), ...f.founders);
    f.add(suspend(f.desk), ...f.founders);
    expect(f.verify).toThrow(REFUSED);
    const g = firm();
    g.add(suspend(person('receptionist')), ...g.founders);
    expect(g.verify).toThrow(REFUSED);
  });

  it('comes back by the next generation as those sign it who may, not by the keys of before, and with the root that they hold', () => {
    const f = firm();
    f.add(suspend(f.supervisor), ...f.founders);
    const next = { ...f.supervisor, sign: generateSignPair(), receive: generateReceivePair() };
    const back = addOf(next, { generation: 2 });
    const entries = f.entries();
    for (const signers of [
      [signerOf(f.supervisor)],
      [signerOf(f.admin), signerOf(f.supervisor)],
      [signerOf(f.admin)],
    ]) {
      expect(() =>
        verifyRoster(
          VAULT,
          [...entries, makeRosterEntry(VAULT, headAfter(entries.at(-1)!), back, signers)],
          f.roots,
        ),
      ).toThrow(REFUSED);
    }
    expect(() =>
      verifyRoster(
        VAULT,
        [
          ...entries,
          makeRosterEntry(VAULT, headAfter(entries.at(-1)!), addOf(f.supervisor, { generation: 2 }), [
            f.recovery,
          ]),
        ],
        f.roots,
      ),
    ).toThrow(REFUSED);
    f.add(back, signerOf(f.admin), f.recovery);
    expect(f.verify().members.get(f.supervisor.staffId)).toMatchObject({
      suspended: false,
      generation: 2,
      keysFrom: 6,
    });
    expect(f.verify().rootOf(f.supervisor.staffId)).toBe('supervisor');
  });
});

describe('a desk', () => {
  const next = (f: ReturnType<typeof firm>, changes: object = {}): NewRosterEntry => ({
    ...takeNextDesk(f.verify(), { at: 3, format: 2 }),
    ...changes,
  });

  it('takes the number after the last, by an admin or by the sheet, and what a program has to know grows', () => {
    const f = firm();
    expect(f.verify()).toMatchObject({ lastDesk: 0, minFormat: 1 });
    f.add(next(f), signerOf(f.admin));
    expect(f.verify()).toMatchObject({ lastDesk: 1, minFormat: 2 });
    f.add(next(f), f.recovery);
    expect(f.verify()).toMatchObject({ lastDesk: 2, minFormat: 2 });
    f.add({ ...next(f), minFormat: 5 } as NewRosterEntry, signerOf(f.admin));
    expect(next(f)).toMatchObject({ desk: 4, minFormat: 5 });
  });

  it.each([
    ['by a supervisor', {}, 'supervisor'],
    ['by a receptionist', {}, 'desk'],
    ['with a number that is taken', { desk: 1 }, 'admin'],
    ['with a number further on', { desk: 3 }, 'admin'],
    ['with a lower format than before', { minFormat: 1 }, 'admin'],
  ] as const)('is taken by no entry %s', (_what, changes, signer) => {
    const f = firm();
    f.add(next(f), signerOf(f.admin));
    f.add(next(f, changes), signerOf(f[signer]));
    expect(f.verify).toThrow(REFUSED);
  });

  it('comes whole out of a header, and whatever is none does not', () => {
    const f = firm();
    const [entry] = f.add(next(f), signerOf(f.admin)).slice(-1);
    expect(openEntry(VAULT, sealEntry(entry!))).toEqual(entry);
    expect(openEntry(VAULT, { ...sealEntry(entry!), body: toBase64(new Uint8Array(9)) })).toBeNull();
  });
});
