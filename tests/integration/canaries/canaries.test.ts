/** Canary records in a whole vault: every touch is raised, whoever it is by, and nothing at the desk tells them from a resident's. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { CanaryDraft } from '../../../contract/canaries/routes.ts';
import type { Role } from '../../../contract/fields.ts';
import type { PersonId } from '../../../contract/ids.ts';
import { type FakeClock, DAY_MS, createFakeClock } from '../../support/fake-clock.ts';
import { type FixtureCell } from '../../support/fixture-workbooks.ts';
import { chooseEngine } from '../../../main/vault/store/engine/choose-engine.ts';
import { sql } from '../../../main/vault/store/sql.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { vaultAtRest, openStoreOf } from '../../support/store-tools.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { editOf, recordOf, revealOf, rotationOf } from '../../support/requests-of.ts';
import { previewRows } from '../../support/import-file.ts';

const NOBODY: CanaryDraft = {
  name: '罗秋萍',
  sex: 'female',
  phones: [phoneOf(91)],
  room: { text: '9-1-901', relation: 'owner' },
};
/** Somebody of whom the same is known. */
const RESIDENT = draftOf(92, {
  name: '韦冬梅',
  idType: null,
  plates: [],
  rooms: [{ text: '9-1-902', relation: 'owner' }],
  sealed: [{ field: 'phone', value: phoneOf(92) }],
});
const STAFF: Readonly<Record<Role, string>> = {
  receptionist: 'Desk One',
  supervisor: 'Super One',
  admin: 'Admin One',
};

describe.each(FEATURE_ENGINE_NAMES)('canary records on %s', (engine) => {
  let desk: VaultHarness;
  let clock: FakeClock;
  let residentId: PersonId;
  let canaryId: number;
  let nobodyId: PersonId;

  const make = async (person: CanaryDraft, changes: object = {}) =>
    desk.ask('canaries.make', {
      person,
      pin: PINS.admin,
      supervisor: await desk.proofOf('supervisor'),
      ...changes,
    });
  const findBy = async (text: string): Promise<PersonId> =>
    (await desk.call('people.search', { text })).groups[0]!.rows[0]!.personId;

  beforeEach(async () => {
    clock = createFakeClock();
    desk = await createHarness({ engine, clock });
    residentId = await desk.setUpWith(RESIDENT, 'admin');
    const made = await make(NOBODY);
    if (!made.ok) throw new Error(made.error.code);
    canaryId = made.value.canaries[0]!.canaryId;
    nobodyId = await findBy('9-1-901');
    clock.advance(1000);
  });

  const proof = async (role: Role) => ({
    pin: PINS[role],
    why: { reason: 'repair' as const },
    ...(role === 'receptionist' ? { cosigner: await desk.proofOf('supervisor') } : {}),
  });
  const versionOf = async (personId: PersonId): Promise<number> =>
    (await desk.call('people.open', { personId })).version;

  /** Each way to touch a record, by those who may. */
  const TOUCHES = {
    open: (personId: PersonId) => desk.ask('people.open', { personId }),
    reveal: (personId: PersonId, role: Role) =>
      desk.ask('people.reveal', revealOf(personId, 'phone', PINS[role])),
    'reveal a name': (personId: PersonId, role: Role) =>
      desk.ask('people.reveal', revealOf(personId, 'name', PINS[role])),
    verify: (personId: PersonId, role: Role) =>
      desk.ask('people.verify', { personId, kind: 'phone', said: phoneOf(1), pin: PINS[role] }),
    'view in full': async (personId: PersonId) =>
      desk.ask('people.openFull', {
        personId,
        why: { reason: 'repair' },
        supervisor: await desk.proofOf('supervisor'),
      }),
    edit: async (personId: PersonId, role: Role) =>
      desk.ask(
        'people.edit',
        editOf(
          { personId, version: 1 },
          { sealed: [{ field: 'phone', ordinal: 0, value: phoneOf(93) }] },
          await proof(role),
        ),
      ),
    'open changes': (personId: PersonId) =>
      desk.ask('people.edit', { personId, version: 1, changes: { sex: 'male' } }),
    confirm: (personId: PersonId) =>
      desk.ask('people.confirm', { personId, version: 1, field: 'phone', ordinal: 0 }),
    'add a note': (personId: PersonId) =>
      desk.ask('notes.add', { personId, roomId: null, task: 'repair', outcome: 'done', words: '来电' }),
    'an emergency': (personId: PersonId, role: Role) =>
      desk.ask('emergency.begin', { personId, words: '家中无人应答，漏水', pin: PINS[role] }),
    'add a record': async (personId: PersonId, role: Role) =>
      desk.ask(
        'records.add',
        recordOf(
          { personId, version: 1 },
          { kind: 'space', code: 'B1-7', spaceKind: 'leased' },
          await proof(role),
        ),
      ),
  } as const satisfies Readonly<Record<string, (personId: PersonId, role: Role) => Promise<unknown>>>;
  const EVERY = (Object.keys(TOUCHES) as (keyof typeof TOUCHES)[]).flatMap((touch) =>
    (['receptionist', 'supervisor'] as const).map((role) => [touch, role] as const),
  );

  const alerts = async () => {
    await desk.switchTo('supervisor');
    return (await desk.call('alerts.list', {})).open;
  };
  const listed = async () => {
    await desk.switchTo('admin');
    return (await desk.call('canaries.list', {})).canaries;
  };

  it.each([...EVERY, ['open', 'admin'] as const])(
    'raise who touched one and when, and not which, on %s by a %s',
    async (touch, role) => {
      await desk.switchTo(role);
      clock.advance(1000);
      const at = clock.now();
      expect(await TOUCHES[touch](nobodyId, role)).toMatchObject({ ok: true });
      clock.advance(1000);
      expect(await alerts()).toMatchObject([
        { kind: 'canary', at, staffName: STAFF[role], personId: null, personMask: null, roomLabel: null },
      ]);
      expect(await listed()).toMatchObject([
        { canaryId, state: 'touched', nameMask: '罗**', touches: [{ at, staffName: STAFF[role] }] },
      ]);
    },
  );

  it.each(EVERY)('answer to %s by a %s as a resident’s does, which raises nothing', async (touch, role) => {
    await desk.switchTo(role);
    const resident = await TOUCHES[touch](residentId, role);
    expect(resident).toMatchObject({ ok: true });
    expect(shapeOf(await TOUCHES[touch](nobodyId, role))).toEqual(shapeOf(resident));
    expect(await alerts()).toHaveLength(1);
  });

  it.each(['receptionist', 'supervisor'] as const)(
    'look like any resident to a %s: in the search, in their room, and in the log',
    async (role) => {
      await desk.switchTo(role);
      const looks = async (personId: PersonId, room: string) => {
        const found = await desk.call('people.search', { text: room });
        const opened = await desk.call('people.open', { personId });
        const roomView = await desk.call('rooms.open', { roomId: opened.rooms[0]!.roomId });
        return [found, opened, roomView].map(shapeOf);
      };
      expect(await looks(nobodyId, '9-1-901')).toEqual(await looks(residentId, '9-1-902'));
      if (role === 'receptionist') return;
      const { entries } = await desk.call('log.list', { before: null, limit: 100 });
      const namesThem = entries.filter(({ personId }) => personId === nobodyId);
      expect(namesThem.map(({ action }) => action)).toEqual(['open']);
      expect(entries.filter(({ action }) => action === 'canary')).toMatchObject([
        { personId: null, personMask: null, field: null },
      ]);
    },
  );

  it('raise it when nobody signs in for a week after the touch', async () => {
    await desk.switchTo('receptionist');
    const at = clock.now();
    await TOUCHES.open(nobodyId);
    await desk.lock();
    clock.advance(8 * DAY_MS);
    expect(await alerts()).toMatchObject([{ kind: 'canary', at }]);
  });

  it('raise it once for the same person and day, also after a restart, and anew the day after', async () => {
    for (let times = 0; times < 3; times++) {
      await desk.switchTo('receptionist');
      await TOUCHES.open(nobodyId);
      clock.advance(1000);
      await TOUCHES.open(nobodyId);
      clock.advance(1000);
    }
    expect(await alerts()).toHaveLength(1);
    clock.advance(DAY_MS);
    await desk.switchTo('receptionist');
    await TOUCHES.open(nobodyId);
    expect(await alerts()).toHaveLength(2);
  });

  it('raise nothing when the log about one is read, or who saw one is asked', async () => {
    await desk.switchTo('admin');
    await desk.call('log.list', { before: null, limit: 20, filter: { personId: nobodyId } });
    await desk.call('accessHistory.list', { about: { by: 'person', personId: nobodyId }, before: null });
    await desk.call('accessHistory.print', { about: { by: 'person', personId: nobodyId } });
    const traced = { number: phoneOf(91), supervisor: await desk.proofOf('supervisor') };
    expect((await desk.call('accessHistory.number', traced)).whom.people).toMatchObject([
      { personId: nobodyId },
    ]);
    expect(await alerts()).toEqual([]);
  });

  const preview = async (...rows: readonly (readonly FixtureCell[])[]) => {
    await desk.switchTo('receptionist');
    return (await previewRows(desk, [['房号', '业主名称', '手机号'], ...rows])).plan;
  };

  it.each([
    ['their phone under another name and room', ['2-1-101', '黄建国', phoneOf(91)]],
    ['their name and room without a phone', ['9-1-901', '罗秋萍', null]],
    ['their name and phone', ['2-1-101', '罗秋萍', phoneOf(91)]],
  ])('raise it when an import is previewed that has %s', async (_, row) => {
    await preview(row);
    expect(await alerts()).toMatchObject([
      { kind: 'canary', at: clock.now(), staffName: STAFF.receptionist, personId: null },
    ]);
    expect(await listed()).toMatchObject([{ state: 'touched' }]);
  });

  it('raise nothing when an import is previewed that has others', async () => {
    await preview(['9-1-902', '韦冬梅', phoneOf(92)], ['9-1-901', '黄建国', phoneOf(94)]);
    expect(await alerts()).toEqual([]);
  });

  it('answer to an import as a resident’s does', async () => {
    const ofResident = await preview(['2-1-101', '韦冬梅', phoneOf(92)]);
    const ofNobody = await preview(['2-1-101', '罗秋萍', phoneOf(91)]);
    expect(shapeOf(ofNobody)).toEqual(shapeOf(ofResident));
    expect(ofNobody.counts).toEqual(ofResident.counts);
  });

  it('are merged as a resident’s is, which is raised, and the list says that one is gone', async () => {
    await desk.switchTo('supervisor');
    await desk.merge(
      { personId: residentId, version: await versionOf(residentId) },
      { personId: nobodyId, version: 1 },
      { pin: PINS.supervisor, why: { reason: 'repair' } },
      false,
    );
    expect(await alerts()).toMatchObject([{ kind: 'canary', staffName: STAFF.supervisor }]);
    expect(await listed()).toMatchObject([{ state: 'gone', nameMask: null, rooms: [], phones: [] }]);
    expect(await desk.codeOf('canaries.end', { canaryId, pin: PINS.admin })).toBe('ok');
    expect(await listed()).toEqual([]);
  });

  it('are watched no more once an admin ends them with the PIN, after what was done before is raised', async () => {
    await desk.switchTo('receptionist');
    await TOUCHES.open(nobodyId);
    await desk.switchTo('admin');
    await TOUCHES.open(nobodyId);
    expect(await desk.codeOf('canaries.end', { canaryId, pin: 'not the PIN' })).toBe('wrong-pin');
    expect(await desk.codeOf('canaries.end', { canaryId, pin: PINS.admin })).toBe('ok');
    expect(await desk.codeOf('canaries.end', { canaryId, pin: PINS.admin })).toBe('not-found');
    clock.advance(DAY_MS);
    await desk.switchTo('receptionist');
    await TOUCHES.open(nobodyId);
    expect(await alerts()).toHaveLength(2);
  });

  it('are made by an admin and a supervisor together, of a valid phone', async () => {
    const other = { ...NOBODY, phones: [phoneOf(95)], room: null };
    const codeOf = async (person: CanaryDraft, changes: object = {}) => {
      const made = await make(person, changes);
      return made.ok ? 'ok' : made.error.code;
    };
    expect(await codeOf(other, { pin: 'not the PIN' })).toBe('wrong-pin-either');
    expect(await codeOf(other, { supervisor: await desk.proofOf('receptionist') })).toBe('needs-supervisor');
    expect(await codeOf({ ...other, phones: ['12'] })).toBe('invalid-value');
    expect(await listed()).toHaveLength(1);
    expect(await codeOf(other)).toBe('ok');
    expect(await listed()).toMatchObject([{ canaryId }, { state: 'watching', rooms: [] }]);
  });

  it('are still noticed, in an import too, after every key was rotated', async () => {
    await desk.switchTo('admin');
    const { pin } = await desk.proofOf('admin');
    await desk.call('keys.rotateStoreKey', { pin });
    await desk.call('keys.rotateDeviceSecret', { pin });
    await desk.call('keys.rotateTierKeys', rotationOf(pin, await desk.proofOf('supervisor')));
    await preview(['2-1-101', '黄建国', phoneOf(91)]);
    await desk.switchTo('supervisor');
    await TOUCHES.open(nobodyId);
    expect(await alerts()).toMatchObject([
      { kind: 'canary', staffName: STAFF.receptionist },
      { kind: 'canary', staffName: STAFF.supervisor },
    ]);
  });

  it('are told to the admin as gone where somebody with the store’s key has taken theirs away', async () => {
    await desk.vault.close();
    const store = await openStoreOf(vaultAtRest(desk), chooseEngine(engine), PINS.admin);
    await store.runAlone(sql`DELETE FROM canary_key`);
    await store.close();
    await desk.start();
    await desk.unlock('receptionist');
    expect(await TOUCHES.open(nobodyId)).toMatchObject({ ok: true });
    expect(await listed()).toMatchObject([{ canaryId, state: 'gone', nameMask: null, touches: [] }]);
  });

  it('stand in no entry of the log by their name, their phone or their number', async () => {
    await desk.switchTo('receptionist');
    await preview(['2-1-101', '罗秋萍', phoneOf(91)]);
    await desk.switchTo('admin');
    const { entries } = await desk.call('log.list', { before: null, limit: 100 });
    const about = entries.filter(({ action }) => ['canary', 'alert'].includes(action));
    expect(about).toHaveLength(2);
    expect(about.every(({ personId, personMask }) => personId === null && personMask === null)).toBe(true);
    const text = JSON.stringify(about);
    for (const clear of [NOBODY.name, NOBODY.phones[0]!, '罗', '9-1-901']) expect(text).not.toContain(clear);
  });
});

/** What a reply is made of: each value by its type alone, text by what is neither a letter nor a digit. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value === 'string') return value.replaceAll(/[\p{L}\p{N}]+/gu, 'x');
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shapeOf(one)]));
}
