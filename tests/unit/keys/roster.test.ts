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
import { MAX_DESKS_BY_ADMIN } from '../../../main/vault/keys/roster-desks.ts';

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
/** The same person with other keys. */
const renew = (who: Person, role: Role = who.role): Person => ({
  ...who,
  role,
  sign: generateSignPair(),
  receive: generateReceivePair(),
});
const signerOf = (who: Person): Signer => ({ id: who.staffId, privateKey: who.sign.privateKey });
/** Who signs: one of those that the vault began with, its recovery sheet, somebody else, or a key under any name. */
type By = 'admin' | 'supervisor' | 'desk' | 'sheet' | Person | Signer;
const FOUNDERS = ['admin', 'supervisor'] as const;

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

const remove = (who: Person, at = 2): NewRosterEntry => ({ kind: 'remove', at, staffId: who.staffId });
const suspend = (who: Person): NewRosterEntry => ({ kind: 'suspend', at: 9, staffId: who.staffId });
const rename = (who: Person): NewRosterEntry => ({
  kind: 'rename',
  at: 2,
  staffId: who.staffId,
  displayName: 'Other',
});
const retireRoot = (root: 'admin' | 'supervisor', at = 2): NewRosterEntry => ({
  kind: 'retire-root',
  at,
  root,
});
const area = (building: string | null) => ({ estate: '', building, unit: null });
const scopeOf = (who: Person, ...buildings: (string | null)[]): NewRosterEntry => ({
  kind: 'scope',
  at: 2,
  staffId: who.staffId,
  scope: buildings.map(area),
});
const tierKey = (epoch: number): NewRosterEntry => ({
  kind: 'tier-key',
  at: 2,
  tier: 'identity',
  epoch,
  publicKey: toBase64(generateReceivePair().publicKey),
});

const deskWith = (sign: ReturnType<typeof generateSignPair>): NewRosterEntry => ({
  kind: 'desk',
  at: 2,
  desk: 1,
  minFormat: 1,
  keys: {
    name: '门岗',
    signKey: toBase64(sign.publicKey),
    receiveKey: toBase64(generateReceivePair().publicKey),
  },
});

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
  const named = {
    admin: signerOf(admin),
    supervisor: signerOf(supervisor),
    desk: signerOf(desk),
    sheet: { id: RECOVERY, privateKey: sheet.privateKey } satisfies Signer,
  };
  /** `before` with one entry behind it. */
  const grown = (
    before: readonly RosterEntry[],
    entry: NewRosterEntry,
    ...by: readonly By[]
  ): RosterEntry[] => {
    const signers = by.map((who) =>
      typeof who === 'string' ? named[who] : 'sign' in who ? signerOf(who) : who,
    );
    const last = before.at(-1);
    return [
      ...before,
      makeRosterEntry(VAULT, last === undefined ? EMPTY_HEAD : headAfter(last), entry, signers),
    ];
  };
  let entries: RosterEntry[] = [];
  const add = (entry: NewRosterEntry, ...by: readonly By[]): RosterEntry[] =>
    (entries = grown(entries, entry, ...by));
  add(genesis, ...FOUNDERS, 'sheet');
  for (const who of [admin, supervisor, desk]) add(addOf(who), ...FOUNDERS);
  return {
    admin,
    supervisor,
    desk,
    roots,
    genesis,
    grown,
    add,
    entries: () => entries,
    verify: () => verifyRoster(VAULT, entries, roots, 0),
  };
}
type Firm = ReturnType<typeof firm>;

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
    f.add(addOf(person('receptionist')), 'admin');
    f.add(addOf(person('supervisor')), ...FOUNDERS);
    expect(f.verify().members.size).toBe(5);
  });

  it('takes what a receptionist looks after from an admin, and more than before from a supervisor as well', () => {
    const f = firm();
    const scope = () => f.verify().members.get(f.desk.staffId)!.scope;
    expect(scope()).toEqual([]);
    f.add(scopeOf(f.desk, '3', '5'), 'admin');
    f.add(scopeOf(f.desk, '3'), 'admin');
    expect(scope()).toEqual([area('3')]);
    f.add(scopeOf(f.desk, null), ...FOUNDERS);
    f.add(scopeOf(f.desk, '7'), 'admin');
    expect(scope()).toEqual([area('7')]);
    f.add(scopeOf(f.desk), 'sheet');
    expect(scope()).toEqual([]);
  });

  it('keeps what somebody looks after with their next keys, and ends it with another role', () => {
    const f = firm();
    const scope = [{ estate: '', building: '3', unit: '2' }];
    f.add({ kind: 'scope', at: 2, staffId: f.desk.staffId, scope }, 'admin');
    f.add(addOf(renew(f.desk), { generation: 2 }), 'desk');
    f.add(rename(f.desk), 'admin');
    expect(f.verify().members.get(f.desk.staffId)!.scope).toEqual(scope);
    f.add(addOf(renew(f.desk, 'supervisor'), { generation: 3, displayName: 'Other' }), ...FOUNDERS);
    expect(f.verify().members.get(f.desk.staffId)!.scope).toEqual([]);
  });

  it('holds as many areas with names as long as rooms have, in an entry that is kept outside the store', () => {
    const f = firm();
    const scope = Array.from({ length: MAX_AREAS }, (_, n) => ({
      estate: '园'.repeat(58) + String(n).padStart(2, '0'),
      building: '楼'.repeat(60),
      unit: '元'.repeat(60),
    }));
    const entry = f.add({ kind: 'scope', at: 2, staffId: f.desk.staffId, scope }, 'admin').at(-1)!;
    expect(openEntry(VAULT, sealedEntrySchema.parse(sealEntry(entry)))?.hash).toEqual(entry.hash);
  });

  it("takes the next generation of somebody's keys from the one before", () => {
    const f = firm();
    const next = renew(f.desk);
    f.add(addOf(next, { generation: 2 }), 'desk');
    expect(f.verify().members.get(f.desk.staffId)).toMatchObject({
      generation: 2,
      signKey: next.sign.publicKey,
    });
  });

  it('takes another admin from two admins, or from one and the sheet', () => {
    const f = firm();
    const second = person('admin');
    f.add(addOf(second), 'admin', 'sheet');
    f.add(addOf(person('admin')), 'admin', second);
    expect(f.verify().members.size).toBe(5);
  });

  it("takes a root's next keys, which can still retire another", () => {
    const f = firm();
    const next = renew(f.supervisor);
    f.add(addOf(next, { generation: 2 }), 'supervisor');
    f.add(retireRoot('admin'), next);
    f.add(remove(f.admin), 'sheet');
    expect([...f.verify().members.keys()]).toEqual([f.supervisor.staffId, f.desk.staffId]);
  });

  it('takes another name from an admin, and nothing else changes by it', () => {
    const f = firm();
    f.add(rename(f.desk), 'admin');
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
    f.add(addOf(second), ...FOUNDERS);
    expect(f.verify().rootOf(f.supervisor.staffId)).toBe('supervisor');
    f.add(retireRoot('supervisor', 3), 'admin');
    f.add(addOf(renew(f.supervisor, 'receptionist'), { generation: 2, at: 4 }), 'admin', second);
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
    f.add(addOf(renew(f.desk, 'supervisor'), { generation: 2 }), ...FOUNDERS);
    expect(f.verify()).toMatchObject({ lastRemovalAt: null, lastRemovalN: 0 });
  });

  it('takes the next key of a tier from an admin and a supervisor', () => {
    const f = firm();
    const publicKey = generateReceivePair().publicKey;
    f.add(
      { kind: 'tier-key', at: 2, tier: 'contact', epoch: 2, publicKey: toBase64(publicKey) },
      ...FOUNDERS,
    );
    expect([...f.verify().tierKeys]).toEqual([['contact', { n: f.verify().head.n, epoch: 2, publicKey }]]);
  });

  it.each([
    ['an admin and a supervisor', FOUNDERS],
    ['the sheet before', ['sheet'] as const],
  ])('takes another sheet from %s, and the one before signs no more', (_who, by) => {
    const f = firm();
    const [sign, receive] = [generateSignPair(), generateReceivePair()];
    f.add(recoveryOf(sign, receive), ...by);
    f.add(addOf(person('supervisor')), { id: RECOVERY, privateKey: sign.privateKey });
    expect(f.verify()).toMatchObject({ recoveryKey: receive.publicKey, recoveryGeneration: 2 });
    f.add(addOf(person('receptionist')), 'sheet');
    expect(f.verify).toThrow(REFUSED);
  });

  it('takes everybody anew from the sheet when all of them are gone', () => {
    const f = firm();
    f.add(retireRoot('supervisor'), 'admin');
    for (const who of [f.supervisor, f.desk]) f.add(remove(who), 'admin');
    f.add(retireRoot('admin'), 'sheet');
    f.add(remove(f.admin), 'sheet');
    const [admin, supervisor] = [person('admin'), person('supervisor')];
    f.add(addOf(admin), 'sheet');
    f.add(addOf(supervisor), 'sheet');
    expect([...f.verify().members.keys()]).toEqual([admin.staffId, supervisor.staffId]);
  });

  it('knows who could sign when', () => {
    const f = firm();
    f.add(retireRoot('supervisor'), 'admin');
    f.add(remove(f.supervisor, 7), 'admin');
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

type Step = readonly [entry: NewRosterEntry, ...by: readonly By[]];
type Refusals = Readonly<Record<string, (f: Firm) => readonly Step[]>>;
const signed = (entry: NewRosterEntry, ...by: readonly By[]): Step => [entry, ...by];
/** The same refusal for each of those who sign, or of what the entries say. */
const each = <One>(
  what: string,
  ones: readonly One[],
  steps: (one: One, f: Firm) => readonly Step[],
): Refusals =>
  Object.fromEntries(
    ones.map((one, n) => [`${what} (${n + 1} of ${ones.length})`, (f: Firm) => steps(one, f)]),
  );
const EACH_ALONE = ['admin', 'supervisor', 'desk'] as const;

/** What is added to a good roster. All but the last of it is good as well. */
const REFUSALS: Refusals = {
  'a wider scope without a supervisor': (f) => [
    signed(scopeOf(f.desk, '3'), 'admin'),
    signed(scopeOf(f.desk), 'admin'),
  ],
  'a scope without an admin': (f) => [
    signed(scopeOf(f.desk, '3'), 'admin'),
    signed(scopeOf(f.desk, '5'), 'supervisor'),
  ],
  'a scope by whoever it is about': (f) => [
    signed(scopeOf(f.desk, '3'), 'admin'),
    signed(scopeOf(f.desk, '3', '5'), 'desk'),
  ],
  'a scope of a supervisor': (f) => [signed(scopeOf(f.supervisor, '3'), ...FOUNDERS)],
  'somebody new by a receptionist in the name of the admin': (f) => [
    signed(addOf(person('receptionist')), { id: f.admin.staffId, privateKey: f.desk.sign.privateKey }),
  ],
  ...each('somebody new by a receptionist', ['admin', 'supervisor', 'receptionist'] as const, (role) => [
    signed(addOf(person(role)), 'desk'),
  ]),
  ...each('a supervisor by one alone', [['admin'], ['supervisor'], ['admin', 'admin']] as const, (by) => [
    signed(addOf(person('supervisor')), ...by),
  ]),
  'a receptionist who makes a supervisor of themselves': (f) => [
    signed(addOf(renew(f.desk, 'supervisor'), { generation: 2 }), 'desk'),
  ],
  'an admin who makes an existing receptionist a supervisor alone': (f) => [
    signed(addOf(renew(f.desk, 'supervisor'), { generation: 2 }), 'admin'),
  ],
  ...each(
    'an admin by one alone, or with a supervisor',
    [['admin'], FOUNDERS, ['admin', 'admin']] as const,
    (by) => [signed(addOf(person('admin')), ...by)],
  ),
  ...each('a root removed without having been retired', FOUNDERS, (root, f) => [
    signed(remove(f[root]), ...FOUNDERS),
  ]),
  'a root made something else without having been retired': (f) => [
    signed(addOf(renew(f.supervisor, 'receptionist'), { generation: 2 }), ...FOUNDERS),
  ],
  ...each('a tier key by one alone', EACH_ALONE, (by) => [signed(tierKey(2), by)]),
  ...each('a tier key of an epoch that is skipped or said again', [[3], [2, 2], [2, 4]], (epochs) =>
    epochs.map((epoch) => signed(tierKey(epoch), ...FOUNDERS)),
  ),
  ...each('a sheet by one alone', EACH_ALONE, (by) => [signed(recoveryOf(), by)]),
  'a sheet of a generation that is skipped': () => [signed({ ...recoveryOf(), generation: 3 }, ...FOUNDERS)],
  'a sheet with a key that has signed before': (f) => [signed(recoveryOf(f.desk.sign), ...FOUNDERS)],
  ...each('another name by a supervisor, or by its owner', ['supervisor', 'desk'] as const, (by, f) => [
    signed(rename(f.desk), by),
  ]),
  'another name for somebody who is not there': () => [signed(rename(person('receptionist')), 'admin')],
  'somebody removed by a supervisor': (f) => [signed(remove(f.desk), 'supervisor')],
  ...each("a leaver's old entry put back, also under the next generation", [1, 2], (generation, f) => [
    signed(remove(f.desk), 'admin'),
    signed(addOf(f.desk, { generation }), ...FOUNDERS),
  ]),
  "a leaver's key under a new name": (f) => [
    signed(remove(f.desk), 'admin'),
    signed(addOf({ ...f.desk, staffId: person('receptionist').staffId }), ...FOUNDERS),
  ],
  ...each('a generation that is skipped or said again', [1, 3], (generation, f) => [
    signed(addOf(renew(f.desk), { generation }), 'desk'),
  ]),
  'what a key of an earlier generation signs': (f) => [
    signed(addOf(renew(f.admin), { generation: 2 }), 'admin'),
    signed(addOf(person('receptionist')), 'admin'),
  ],
  'other keys of somebody by one admin alone': (f) => [
    signed(addOf(renew(f.desk), { generation: 2 }), 'admin'),
  ],
  'a supervisor made a receptionist by one admin alone': () => {
    const second = person('supervisor');
    const demoted = addOf(renew(second, 'receptionist'), { generation: 2 });
    return [signed(addOf(second), ...FOUNDERS), signed(demoted, 'admin')];
  },
  'a second genesis': (f) => [signed(f.genesis, ...FOUNDERS, 'sheet')],
  ...each('somebody shut out by one alone', EACH_ALONE, (by, f) => [signed(suspend(f.desk), by)]),
  'somebody shut out twice': (f) => [
    signed(suspend(f.desk), ...FOUNDERS),
    signed(suspend(f.desk), ...FOUNDERS),
  ],
  'somebody shut out who is not there': () => [signed(suspend(person('receptionist')), ...FOUNDERS)],
  ...each(
    'somebody who is shut out back by the admin alone, or by their own word',
    [['supervisor'], FOUNDERS, ['admin']] as const,
    (by, f) => [
      signed(suspend(f.supervisor), ...FOUNDERS),
      signed(addOf(renew(f.supervisor), { generation: 2 }), ...by),
    ],
  ),
  'a desk that signs with the key of somebody': (f) => [signed(deskWith(f.desk.sign), ...FOUNDERS)],
  'somebody who signs with the key of a desk': () => {
    const next = person('receptionist');
    return [signed(deskWith(next.sign), ...FOUNDERS), signed(addOf(next), ...FOUNDERS)];
  },
  'somebody who is shut out back with the keys of before': (f) => [
    signed(suspend(f.supervisor), ...FOUNDERS),
    signed(addOf(f.supervisor, { generation: 2 }), 'sheet'),
  ],
};

describe('a roster that does not chain is refused', () => {
  const refuses = (work: () => unknown): void => expect(work).toThrow(REFUSED);

  it('empty', () => {
    refuses(() => verifyRoster(VAULT, [], firm().roots, 0));
  });

  it('from other roots, each of the three', () => {
    const f = firm();
    for (const name of ['adminSign', 'supervisorSign', 'recoverySign'] as const) {
      refuses(() =>
        verifyRoster(VAULT, f.entries(), { ...f.roots, [name]: generateSignPair().publicKey }, 0),
      );
    }
  });

  it('of another vault', () => {
    const f = firm();
    refuses(() => verifyRoster('b'.repeat(32), f.entries(), f.roots, 0));
  });

  it('a genesis without one of its three signatures', () => {
    const f = firm();
    for (const missing of [0, 1, 2]) {
      const by = ([...FOUNDERS, 'sheet'] as const).filter((_, index) => index !== missing);
      refuses(() => verifyRoster(VAULT, f.grown([], f.genesis, ...by), f.roots, 0));
    }
  });

  it('any bit changed in body, hash, previous hash or signature; any entry dropped, swapped or said twice', () => {
    const f = firm();
    const entries = f.entries();
    const refusesAll = (changed: readonly RosterEntry[]): void =>
      refuses(() => verifyRoster(VAULT, changed, f.roots, 0));
    const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
      Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));
    entries.forEach((entry, index) => {
      const refusesWith = (changes: Partial<RosterEntry>): void =>
        refusesAll(entries.with(index, { ...entry, ...changes }));
      for (let at = 0; at < entry.body.length; at += 11) refusesWith({ body: flipped(entry.body, at) });
      refusesWith({ hash: flipped(entry.hash, 5) });
      refusesWith({ prevHash: flipped(entry.prevHash, 5) });
      refusesWith({ n: entry.n + 1 });
      refusesWith({
        signatures: entry.signatures.map(({ signer, sig }) => ({ signer, sig: flipped(sig, 9) })),
      });
      refusesWith({ signatures: [] });
      refusesAll([...entries.slice(0, index), entry, ...entries.slice(index)]);
      if (index < entries.length - 1) refusesAll(entries.toSpliced(index, 1));
    });
    refusesAll([entries[0]!, entries[2]!, entries[1]!, entries[3]!]);
  });

  it('a body that says the same in other words', () => {
    const f = firm();
    const entry = f.entries()[3]!;
    const body = new TextEncoder().encode(` ${new TextDecoder().decode(entry.body)}`);
    refuses(() => verifyRoster(VAULT, f.entries().with(3, { ...entry, body }), f.roots, 0));
  });

  it.each(Object.entries(REFUSALS))('%s', (_what, steps) => {
    const f = firm();
    for (const step of steps(f)) {
      f.verify();
      f.add(...step);
    }
    refuses(f.verify);
  });

  it('anything that somebody signs after having left', () => {
    const f = firm();
    const second = person('admin');
    f.add(addOf(second), 'admin', 'sheet');
    f.add(remove(second), 'admin');
    expect(f.verify().removed.has(second.staffId)).toBe(true);
    f.add(addOf(person('receptionist')), second);
    refuses(f.verify);
  });

  it('a root that is retired while its holder stays what they are', () => {
    const retired = (behind?: (f: Firm) => NewRosterEntry): void => {
      const f = firm();
      f.add(addOf(person('admin')), 'admin', 'sheet');
      f.add(retireRoot('supervisor'), 'admin');
      if (behind !== undefined) f.add(behind(f), 'admin');
      refuses(f.verify);
    };
    retired();
    retired(() => addOf(person('receptionist')));
    retired(({ desk }) => remove(desk));
    const f = firm();
    f.add(retireRoot('admin'), 'sheet');
    f.add(addOf(renew(f.admin), { generation: 2 }), 'sheet');
    refuses(f.verify);
  });

  it('a retired sheet, whoever signs for it', () => {
    for (const by of [['admin'], FOUNDERS] as const)
      expect(() => firm().add(retireRoot('recovery' as 'admin'), ...by)).toThrow();
  });

  it('a root retired by itself, by somebody who is no root, or twice', () => {
    const second = person('admin');
    const retiredBy = (...by: readonly By[]): (() => unknown) => {
      const f = firm();
      f.add(addOf(second), 'admin', 'sheet');
      for (const one of by) f.add(retireRoot('admin'), one);
      f.add(remove(f.admin), 'sheet');
      return f.verify;
    };
    expect(retiredBy('supervisor')).not.toThrow();
    for (const by of ['admin', 'desk', second] as const) refuses(retiredBy(by));
    refuses(retiredBy('supervisor', 'sheet'));
  });

  it("a root's name given to another key", () => {
    const f = firm();
    const entries = f.grown(f.entries().slice(0, 1), addOf(renew(f.admin)), ...FOUNDERS);
    refuses(() => verifyRoster(VAULT, entries, f.roots, 0));
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
  it('stays in the roster, signs no more, and is a reason to change keys', () => {
    const f = firm();
    const admin = person('admin');
    f.add(addOf(admin), 'admin', 'sheet');
    f.add(suspend(admin), ...FOUNDERS);
    const roster = f.verify();
    expect(roster.members.get(admin.staffId)).toMatchObject({ suspended: true, keysFrom: 5 });
    expect([
      roster.lastRemovalAt,
      roster.keyOf(admin.staffId, 'admin', 5),
      roster.keyOf(admin.staffId, 'admin', 6),
    ]).toEqual([9, admin.sign.publicKey, null]);
    expect(activeMembers(roster).map(({ staffId }) => staffId)).not.toContain(admin.staffId);
    f.add(addOf(person('receptionist')), admin);
    expect(f.verify).toThrow(REFUSED);
  });

  it('comes back by the next generation as those sign it who may, and with the root that they hold', () => {
    const f = firm();
    f.add(suspend(f.supervisor), ...FOUNDERS);
    f.add(addOf(renew(f.supervisor), { generation: 2 }), 'admin', 'sheet');
    expect(f.verify().members.get(f.supervisor.staffId)).toMatchObject({
      suspended: false,
      generation: 2,
      keysFrom: 6,
    });
    expect(f.verify().rootOf(f.supervisor.staffId)).toBe('supervisor');
  });
});

describe('a desk', () => {
  const next = (f: Firm, changes: object = {}): NewRosterEntry => ({
    ...takeNextDesk(f.verify(), { at: 3 }),
    ...changes,
  });

  it('takes the number after the last, by an admin or by the sheet', () => {
    const f = firm();
    expect(f.verify()).toMatchObject({ lastDesk: 0, minFormat: 1 });
    f.add(next(f), 'admin');
    expect(f.verify()).toMatchObject({ lastDesk: 1, minFormat: 1 });
    f.add(next(f), 'sheet');
    expect(f.verify()).toMatchObject({ lastDesk: 2, minFormat: 1 });
  });

  it('raises the format that a program has to know by an admin and a supervisor, or by the sheet', () => {
    const f = firm();
    f.add(takeNextDesk(f.verify(), { at: 3, format: 2 }), 'sheet');
    expect(f.verify()).toMatchObject({ lastDesk: 1, minFormat: 2 });
    f.add(next(f, { minFormat: 5 }), 'admin', 'supervisor');
    expect(next(f)).toMatchObject({ desk: 3, minFormat: 5 });
  });

  it('is taken by an admin alone up to a thousandth, so that a recovery finds a number', () => {
    const f = firm();
    for (let desk = 1; desk <= MAX_DESKS_BY_ADMIN; desk++)
      f.add({ kind: 'desk', at: 3, desk, minFormat: 1 }, 'admin');
    expect(f.verify()).toMatchObject({ lastDesk: MAX_DESKS_BY_ADMIN });
    f.add(next(f), 'sheet');
    expect(f.verify()).toMatchObject({ lastDesk: MAX_DESKS_BY_ADMIN + 1 });
    f.add(next(f), 'admin');
    expect(f.verify).toThrow(REFUSED);
  });

  it.each([
    ['by a supervisor', {}, 'supervisor'],
    ['by a receptionist', {}, 'desk'],
    ['with a number that is taken', { desk: 1 }, 'admin'],
    ['with a number further on', { desk: 3 }, 'admin'],
    ['with a lower format than before', { minFormat: 1 }, 'admin'],
    ['with a later format by an admin alone', { minFormat: 3 }, 'admin'],
  ] as const)('is taken by no entry %s', (_what, changes, signer) => {
    const f = firm();
    f.add(next(f, { minFormat: 2 }), 'sheet');
    f.add(next(f, changes), signer);
    expect(f.verify).toThrow(REFUSED);
  });

  it('has a format that some program may have, and a number that a vault may reach', () => {
    const f = firm();
    for (const changes of [{ minFormat: 1_000_000 }, { desk: 70_000 }, { at: Number.MAX_SAFE_INTEGER }])
      expect(() => f.add(next(f, changes), 'sheet')).toThrow();
  });

  it('comes whole out of a header, and whatever is none does not', () => {
    const f = firm();
    const [entry] = f.add(next(f), 'admin').slice(-1);
    expect(openEntry(VAULT, sealEntry(entry!))).toEqual(entry);
    expect(openEntry(VAULT, { ...sealEntry(entry!), body: toBase64(new Uint8Array(9)) })).toBeNull();
  });
});

describe('a word on what the sheet opens', () => {
  const digests = { slot: 'a', oldSheets: 'b', grants: 'c', segments: 'd' } as const;
  const word = (changes: Partial<Record<keyof typeof digests, string>> = {}): NewRosterEntry => ({
    kind: 'for-sheet',
    at: 3,
    ...(Object.fromEntries(
      Object.entries({ ...digests, ...changes }).map(([part, digit]) => [part, digit.repeat(64)]),
    ) as Record<keyof typeof digests, string>),
  });

  it('is given by an admin or by the sheet, and the last one counts', () => {
    const f = firm();
    expect(f.verify().forSheet).toBeNull();
    f.add(word(), 'admin');
    f.add(word({ slot: 'e' }), 'sheet');
    expect(f.verify().forSheet).toMatchObject({ slot: 'e'.repeat(64), grants: 'c'.repeat(64) });
  });

  it('is given by a supervisor where only the segments of the log are others', () => {
    const f = firm();
    f.add(word(), 'admin');
    f.add(word({ segments: 'e' }), 'supervisor');
    expect(f.verify().forSheet).toMatchObject({ segments: 'e'.repeat(64) });
  });

  it.each([
    ['a receptionist', { segments: 'e' }, 'desk'],
    ['a supervisor of another slot', { slot: 'e' }, 'supervisor'],
    ['a supervisor of other grants', { grants: 'e' }, 'supervisor'],
    ['a supervisor of other earlier sheets', { oldSheets: 'e' }, 'supervisor'],
  ] as const)('is none by %s', (_who, changes, signer) => {
    const f = firm();
    f.add(word(), 'admin');
    f.add(word(changes), signer);
    expect(f.verify).toThrow(REFUSED);
  });
});
