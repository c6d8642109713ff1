/** Attempts to get residents' values out of the house in clear: by every route and role without who has to agree, and by what a disclosure leaves on the disk. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DisclosedFile } from '../../contract/disclosures/lists.ts';
import { ROLES, type Role } from '../../contract/fields.ts';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import { copyOf, dayAhead, extractOf, offerDisclosure, rosterOf } from '../support/features/disclosures.ts';
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

  beforeAll(async () => {
    desk = await createHarness();
    personId = await desk.setUpWith(draftOfPlanted(planted));
    roomId = (await desk.call('people.open', { personId })).rooms[0]!.roomId;
  });
  afterAll(() => desk?.dispose());

  /** Every request of the three routes that lacks somebody who has to agree. */
  async function unapproved(role: Role): Promise<readonly (readonly [DisclosedFile, string, object])[]> {
    const day = dayAhead(30);
    const roster = rosterOf(roomId, day);
    const proofs = await Promise.all(ROLES.map((one) => desk.proofOf(one)));
    const pins = role === 'supervisor' ? [WRONG] : [PINS[role], PINS.supervisor];
    return [
      ...pins.flatMap((pin): readonly (readonly [DisclosedFile, string, object])[] => [
        ['own-copy', 'disclosures.ownCopy', { ...copyOf(personId), pin }],
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
    const folder = join(tmpdir(), `given-${Date.now()}`);
    mkdirSync(folder);
    const files: string[] = [];
    const passwords: string[] = [];
    for (const [format, file] of [
      ['pdf', 'own-copy'],
      ['zip', 'own-copy-archive'],
    ] as const) {
      files.push(offerDisclosure(desk, file, folder));
      const { password } = await desk.call('disclosures.ownCopy', {
        ...copyOf(personId),
        format,
        pin: PINS.supervisor,
      });
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
