/** Attempts to get residents' values out of the house in clear: by every route and role without who has to agree, and by what a disclosure leaves on the disk. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DisclosedFile } from '../../contract/disclosures/lists.ts';
import { ROLES, type Role } from '../../contract/fields.ts';
import { marksIn } from '../../contract/find-marked.ts';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import { ROUTE_NAMES } from '../../contract/route-names.ts';
import { ROUTES, type RouteRequest } from '../../contract/routes.ts';
import {
  askForCopy,
  type copyOf,
  dayAhead,
  extractOf,
  offerDisclosure,
  rosterOf,
} from '../support/features/disclosures.ts';
import { draftOfPlanted, PLANTED } from '../support/planted-people.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const [planted] = PLANTED;
const VALUES = [
  planted.name.value,
  ...planted.plates.map(({ value }) => value),
  ...Object.values(planted.sealed).flatMap((ones) => ones.map(({ value }) => value)),
];
const WRONG = 'tabby-37-kit3';

describe('a value of a resident', () => {
  let desk: VaultHarness;
  let personId: PersonId;
  let roomId: RoomId;
  let copy: ReturnType<typeof copyOf>;
  const phone = planted.sealed.phone[0].value;

  beforeAll(async () => {
    desk = await createHarness();
    personId = await desk.setUpWith(draftOfPlanted(planted));
    copy = await askForCopy(desk.call.bind(desk), { personId, phone });
    roomId = (await desk.call('people.open', { personId })).rooms[0]!.roomId;
  });

  /** Every request of the three routes that lacks somebody who has to agree. */
  async function unapproved(role: Role): Promise<readonly (readonly [DisclosedFile, string, object])[]> {
    const day = dayAhead(30);
    const roster = rosterOf(roomId, day);
    const proofs = await Promise.all(ROLES.map((one) => desk.proofOf(one)));
    const pins = role === 'supervisor' ? [WRONG] : [PINS[role], PINS.supervisor];
    return [
      ...pins.flatMap((pin): readonly (readonly [DisclosedFile, string, object])[] => [
        ['own-copy', 'disclosures.ownCopy', { ...copy, pin }],
        ['extract', 'disclosures.extract', { ...extractOf(personId, day), pin }],
      ]),
      ...proofs.flatMap((other): readonly (readonly [DisclosedFile, string, object])[] => [
        ['roster', 'disclosures.roster', { ...roster, pin: PINS[role], other: { ...other, pin: WRONG } }],
        ['roster', 'disclosures.roster', { ...roster, pin: WRONG, other }],
      ]),
      [
        'roster',
        'disclosures.roster',
        { ...roster, pin: PINS[role], other: proofs[ROLES.indexOf('receptionist')] },
      ],
      ['roster', 'disclosures.roster', { ...roster, pin: PINS[role], other: proofs[ROLES.indexOf(role)] }],
      ['roster', 'disclosures.roster', { ...roster, pin: PINS[role] }],
    ];
  }

  it.each(ROLES)('leaves by no route that a %s asks without who has to agree', async (role) => {
    await desk.switchTo(role);
    for (const [file, route, request] of await unapproved(role)) {
      const path = offerDisclosure(desk, file);
      const code = await desk.codeOf(route as 'disclosures.roster', request);
      expect(code).not.toBe('ok');
      expect(readdirSync(dirname(path))).toEqual([]);
    }
  });

  it('leaves neither password nor value in the vault’s folder, among temporary files or beside the file', async () => {
    await desk.dispose();
    desk = await createHarness();
    personId = await desk.setUpWith(draftOfPlanted(planted));
    copy = await askForCopy(desk.call.bind(desk), { personId, phone });
    const folder = join(tmpdir(), `given-${Date.now()}`);
    mkdirSync(folder);
    const files: string[] = [];
    const passwords: string[] = [];
    for (const [format, file] of [
      ['pdf', 'own-copy'],
      ['zip', 'own-copy-archive'],
    ] as const) {
      files.push(offerDisclosure(desk, file, folder));
      const { password } = await desk.call('disclosures.ownCopy', { ...copy, format, pin: PINS.supervisor });
      passwords.push(password);
    }
    expect(readdirSync(folder).toSorted()).toEqual(
      files.map((file) => file.slice(folder.length + 1)).toSorted(),
    );
    expect(files.every((file) => (statSync(file).mode & 0o777) === 0o600)).toBe(true);
    const sought = [...VALUES, ...passwords].map((value) => Buffer.from(value));
    const found = [desk.vaultDir, folder].flatMap((root) =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => existsSync(path) && sought.some((value) => readFileSync(path).includes(value))),
    );
    expect(found).toEqual([]);
  }, 60_000);
});

describe('somebody’s own copy', () => {
  const phone = planted.sealed.phone[0].value;
  let desk: VaultHarness;
  let personId: PersonId;
  let copy: ReturnType<typeof copyOf>;

  const takeIn = async (changes: Partial<RouteRequest<'requests.takeIn'>> = {}) => {
    const { requestId } = await desk.call('requests.takeIn', {
      personId,
      what: 'copy',
      fields: [],
      asker: 'self',
      way: 'counter',
      ...changes,
    });
    return requestId;
  };
  const verify = (requestId: number, changes: object = {}) =>
    desk.codeOf('requests.verify', {
      requestId,
      version: 1,
      personId,
      kind: 'phone',
      said: phone,
      pin: PINS.supervisor,
      ...changes,
    });
  const give = async (changes: object = {}) => {
    offerDisclosure(desk, 'own-copy');
    return desk.codeOf('disclosures.ownCopy', { ...copy, pin: PINS.supervisor, ...changes });
  };
  const by = (requestId: number, version = 2): object => ({ requestId, version });

  beforeAll(async () => {
    desk = await createHarness();
    personId = await desk.setUpWith(draftOfPlanted(planted));
    copy = await askForCopy(desk.call.bind(desk), { personId, phone });
  });

  it.each(['name', 'phone'] as const)(
    'is given by no %s that was verified at the counter, for nobody’s request or before it',
    async (kind) => {
      const said = kind === 'name' ? planted.name.value : phone;
      await desk.call('people.verify', { personId, kind, said, pin: PINS.supervisor });
      expect(await give({ requestId: undefined, version: undefined })).toBe('bad-request');
      expect(await give({ requestId: undefined, to: 'self', identity: 'papers' })).toBe('bad-request');
      expect(await give(by(await takeIn(), 1))).toBe('identity-not-verified');
    },
  );

  it('is given by no request of somebody else, for something else, or that has ended', async () => {
    const { personId: another } = await desk.call('people.add', {
      person: draftOfPlanted(PLANTED[3]),
      pin: PINS.supervisor,
    });
    expect(await give({ personId: another })).toBe('not-found');
    const correction = await takeIn({ what: 'correct' });
    expect(await verify(correction)).toBe('ok');
    expect(await give(by(correction))).toBe('bad-request');
    const ended = await takeIn();
    expect(await verify(ended)).toBe('ok');
    await desk.call('requests.decide', {
      ...(by(ended) as { requestId: number; version: number }),
      how: 'withdrawn',
      words: '本人来电说不需要了',
      pin: PINS.supervisor,
    });
    expect(await give(by(ended, 3))).toBe('not-found');
    expect(await give({ version: copy.version + 1 })).toBe('changed-meanwhile');
  });

  it.each([
    ['guardian', 'household-register', null],
    ['agent', 'power-of-attorney', '2099-12-31'],
    ['relative', 'kinship', null],
  ] as const)('goes to no %s without an authority', async (asker, paper, until) => {
    const requestId = await takeIn({ asker });
    expect(await give(by(requestId, 1))).toBe('identity-not-verified');
    expect(await verify(requestId)).toBe('ok');
    expect(await give(by(requestId))).toBe('identity-not-verified');
    const shown = { requestId, version: 2, name: '代办人', paper, until, pin: PINS.supervisor };
    expect(await desk.codeOf('requests.authorise', { ...shown, identityChecked: false })).toBe('bad-request');
    expect(await desk.codeOf('requests.authorise', { ...shown, identityChecked: true })).toBe('ok');
    expect(await give(by(requestId, 3))).toBe('ok');
  });

  it('is the only file of every value: what one person gives without a request has the fields of a document alone', () => {
    const giving = ROUTE_NAMES.filter((name) => {
      const { enters } = ROUTES[name].facts;
      return typeof enters !== 'string' && (enters as readonly string[]).includes('disclose');
    });
    const marks = (name: (typeof giving)[number]) => marksIn(ROUTES[name].request);
    const alone = giving.filter(
      (name) => !marks(name).has('second-pin') && !marks(name).has('request>people'),
    );
    expect(alone).toEqual(['disclosures.extract']);
    expect(
      ROUTES['disclosures.extract'].request.safeParse({}).error?.issues.map(({ path }) => path[0]),
    ).toEqual(expect.arrayContaining(['fields', 'authority', 'document', 'officer']));
  });
});
