/** Whatever shows a record, or anything of whom a request names, counts as opening it, however it is asked for. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { RECORD_KINDS, ROLES, type Role } from '../../contract/fields.ts';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import { NO_LIMITS } from '../../contract/limits/lists.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { ROUTE_NAMES, type RouteName } from '../../contract/route-names.ts';
import { ROUTES } from '../../contract/routes.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { previewRows } from '../support/import-file.ts';
import { draftOf } from '../support/people-drafts.ts';
import { type NamingMark, OPTIONS, requestFor } from '../support/request-for.ts';
import { type ScopeDesk, openScopeDesk } from '../support/scope-desk.ts';
import { PINS, type VaultHarness, openDesk } from '../support/vault-harness.ts';

const none = { hour: 0, shift: 0, day: 0 };

describe('a record', () => {
  let desk: VaultHarness;
  let people: readonly PersonId[];
  /** A receptionist who may open two records an hour and search twice. */
  const begin = async (count = 3): Promise<void> => {
    const own = { search: { ...none, hour: 2 }, open: { ...none, hour: 2 }, verify: none, reveal: none };
    desk = await openDesk('supervisor', {
      usualLimits: { ...NO_LIMITS, quotas: { ...NO_LIMITS.quotas, receptionist: own } },
    });
    const added: PersonId[] = [];
    for (let n = 1; n <= count; n++)
      added.push(
        (await desk.call('people.add', { person: draftOf(n, { name: '覃丽' }), pin: PINS.supervisor }))
          .personId,
      );
    people = added;
    await desk.switchTo('receptionist');
  };

  it('is shown by no edit that changes nothing', async () => {
    await begin();
    for (const changes of [{}, { addPlates: [] }, { sealed: [] }])
      await desk.answers('bad-request', 'people.edit', { personId: people[0]!, version: 1, changes });
  });

  it('counts where an edit shows it that nobody had opened it for', async () => {
    await begin();
    const edit = (personId: PersonId) =>
      desk.codeOf('people.edit', { personId, version: 1, changes: { sex: 'female' } });
    expect([await edit(people[0]!), await edit(people[1]!), await edit(people[2]!)]).toEqual([
      'ok',
      'ok',
      'limit-reached',
    ]);
  });

  it('is counted once where it is opened and then changed', async () => {
    await begin();
    const { version } = await desk.call('people.open', { personId: people[0]! });
    const changed = await desk.call('people.edit', {
      personId: people[0]!,
      version,
      changes: { sex: 'female' },
    });
    await desk.answers('ok', 'people.edit', {
      personId: people[0]!,
      version: changed.version,
      changes: { sex: 'male' },
    });
    expect(await desk.codeOf('people.open', { personId: people[1]! })).toBe('ok');
    expect(await desk.codeOf('people.open', { personId: people[2]! })).toBe('limit-reached');
  });

  it('of a room counts where the room is added that is there already', async () => {
    await begin();
    const add = () => desk.codeOf('rooms.add', { text: '3-2-1801' });
    expect([await add(), await add(), await add()]).toEqual(['ok', 'ok', 'limit-reached']);
  });

  it('is searched for once more by each further page', async () => {
    await begin(120);
    const first = await desk.call('people.search', { text: '覃', only: 'name' });
    expect(first.next).not.toBeNull();
    const second = await desk.call('people.searchNext', { next: first.next! });
    expect(second.next).not.toBeNull();
    expect(await desk.codeOf('people.searchNext', { next: second.next! })).toBe('limit-reached');
  });
});

describe('whoever has opened as many records as they may', () => {
  const clock = createFakeClock();
  let desk: VaultHarness;
  let people: readonly PersonId[];
  let rooms: readonly RoomId[];
  const two = { search: none, open: { ...none, hour: 2 }, verify: none, reveal: none };

  beforeAll(async () => {
    desk = await openDesk('supervisor', {
      clock,
      usualLimits: { ...NO_LIMITS, quotas: { receptionist: two, supervisor: two } },
    });
    const added: MaskedPerson[] = [];
    for (let n = 1; n <= 4; n++) {
      added.push(await desk.call('people.add', { person: draftOf(n), pin: PINS.supervisor }));
      if (n % 2 === 0) await later('supervisor');
    }
    people = added.map(({ personId }) => personId);
    rooms = added.map((person) => person.rooms[0]!.roomId);
  });

  /** Two hours later whoever signs in may open two records again. */
  async function later(role: Role): Promise<void> {
    await desk.lock();
    clock.advance(2 * 3_600_000);
    await desk.unlock(role);
  }
  const open = (at: number) => desk.codeOf('people.open', { personId: people[at]! });

  /** Routes that show a record, as far as a request of theirs names somebody, or the reply has a record in any case. */
  const showing = (role: Role): readonly RouteName[] =>
    ROUTE_NAMES.filter((name) => {
      const { access, facts } = ROUTES[name];
      return Array.isArray(access) && access.includes(role as never) && facts.shows === 'record';
    });

  it.each(ROLES)('opens none by any route that shows one to a %s', async (role) => {
    await later(role);
    expect([await open(0), await open(1)]).toEqual(['ok', 'ok']);
    const named = (mark: NamingMark) =>
      ({ 'person>people': people[3]!, 'room>rooms': rooms[3]!, 'room-text': '3-2-1804' })[mark];
    const proof = await desk.proofOf('supervisor');
    const routes = showing(role);
    expect(routes.length).toBeGreaterThan(5);
    for (const name of routes)
      for (const option of OPTIONS) {
        const request = requestFor(ROUTES[name].request, { named, proof, pin: PINS[role], option });
        expect([name, ROUTES[name].request.safeParse(request).error]).toEqual([name, undefined]);
        expect([name, await desk.codeOf(name, request)]).toEqual([name, 'limit-reached']);
      }
  });

  it('reads the log and answers of who saw without it, where neither is about somebody', async () => {
    await later('supervisor');
    expect([await open(0), await open(1)]).toEqual(['ok', 'ok']);
    expect(await desk.codeOf('log.list', { before: null, limit: 5 })).toBe('ok');
    await desk.answers('limit-reached', 'log.list', {
      before: null,
      limit: 5,
      filter: { personId: people[2]! },
    });
  });

  it.each([
    ['receptionist', 'notes.list', (personId) => ({ personId, before: null })],
    [
      'receptionist',
      'requests.takeIn',
      (personId) => ({ personId, what: 'copy', fields: [], asker: 'self', way: 'counter' }),
    ],
    ['supervisor', 'people.merges', (personId) => ({ personId })],
    ['supervisor', 'people.replaced', (personId) => ({ personId })],
    ['admin', 'log.list', (personId) => ({ before: null, limit: 5, filter: { personId } })],
    ['admin', 'accessHistory.list', (personId) => ({ about: { by: 'person', personId }, before: null })],
    [
      'supervisor',
      'retention.hold',
      (personId) => ({
        personId,
        kind: 'dispute',
        words: '诉讼未了，暂不删除',
        until: null,
        pin: PINS.supervisor,
      }),
    ],
  ] as const satisfies readonly (readonly [Role, RouteName, (personId: PersonId) => object])[])(
    'has opened two by a %s at %s, and no third',
    async (role, route, requestOf) => {
      await later(role);
      const codes: string[] = [];
      for (const personId of people.slice(0, 3)) codes.push(await desk.codeOf(route, requestOf(personId)));
      expect(codes).toEqual(['ok', 'ok', 'limit-reached']);
      // Whatever was opened lately is shown again, and enters no more.
      expect(await desk.codeOf(route, requestOf(people[0]!))).toBe('ok');
    },
  );

  it('has looked at two by linking the staff to them, and at no third', async () => {
    await later('admin');
    const { members } = await desk.call('staff.list', {});
    const { staffId } = members[0]!;
    const codes: string[] = [];
    for (const personId of people.slice(0, 3))
      codes.push(await desk.codeOf('staff.link', { staffId, personId, pin: PINS.admin }));
    expect(codes).toEqual(['ok', 'ok', 'limit-reached']);
  });

  it('is in the log as having opened the record of which a part was read', async () => {
    await later('supervisor');
    const opened = async (): Promise<number> =>
      (await desk.call('log.list', { before: null, limit: 50 })).entries.filter(
        ({ action, personId }) => action === 'open' && personId === people[2],
      ).length;
    const before = await opened();
    await desk.call('notes.list', { personId: people[2]!, before: null });
    await desk.call('people.merges', { personId: people[2]! });
    expect(await opened()).toBe(before + 1);
  });
});

describe('whoever looks again and again at what undoing an import would do', () => {
  it('is raised as whoever previews imports that are not written', async () => {
    const clock = createFakeClock();
    const signs = { ...NO_LIMITS.signs, previewed: 2 };
    const desk = await openDesk('supervisor', { clock, usualLimits: { ...NO_LIMITS, signs } });
    const book = await previewRows(desk, [
      ['房号', '业主名称'],
      ['8-1-101', '赵六'],
    ]);
    const { importId } = await book.apply();
    const { groups } = await desk.call('people.search', { text: '8-1-101' });
    const { personId } = groups[0]!.rows[0]!;
    await desk.call('people.edit', { personId, version: 1, changes: { sex: 'female' } });
    for (let time = 0; time < 2; time++)
      expect((await desk.call('import.checkUndo', { importId })).rows).toHaveLength(1);
    await desk.lock();
    clock.advance(2 * 3_600_000);
    await desk.unlock('supervisor');
    await desk.call('people.open', { personId });
    await desk.call('people.edit', { personId, version: 2, changes: { sex: 'male' } });
    const { open } = await desk.call('alerts.list', {});
    expect(open.map(({ kind }) => kind)).toEqual(['previewed']);
  });
});

describe('a request that changes nothing', () => {
  /** Whatever of a request is called changes, of each option of a union. */
  const changesOf = (schema: z.ZodType): readonly z.ZodType[] => {
    const { shape, options } = schema._zod.def as unknown as {
      readonly shape?: Readonly<Record<string, z.ZodType>>;
      readonly options?: readonly z.ZodType[];
    };
    return options === undefined
      ? shape?.['changes'] === undefined
        ? []
        : [shape['changes']]
      : options.flatMap(changesOf);
  };
  const editing = ROUTE_NAMES.filter(
    (name) => ROUTES[name].facts.shows === 'record' && changesOf(ROUTES[name].request).length > 0,
  );

  it('is refused by each route that changes a record and shows it', () => {
    expect(editing.toSorted()).toEqual(['people.edit', 'records.edit', 'rooms.edit']);
    for (const name of editing)
      for (const schema of changesOf(ROUTES[name].request)) {
        expect([name, schema.safeParse({}).success]).toEqual([name, false]);
        for (const kind of RECORD_KINDS)
          expect([name, kind, schema.safeParse({ kind }).success]).toEqual([name, kind, false]);
      }
  });
});

describe('a receptionist of one building', () => {
  let at: ScopeDesk;
  beforeAll(async () => {
    at = await openScopeDesk();
  });

  it('lists and looks at no import', async () => {
    expect(await at.desk.codeOf('import.list', { before: null })).toBe('not-allowed');
    expect(await at.desk.codeOf('import.checkUndo', { importId: 1 })).toBe('not-allowed');
  });

  const over = ROUTE_NAMES.filter((name) => ['supervised', 'over'].includes(ROUTES[name].facts.scope ?? ''));

  it.each(over)('goes over their scope by %s with nothing but a PIN of whom it takes', async (name) => {
    const { request, facts } = ROUTES[name];
    const named = () => at.people.hidden;
    const receptionist = await at.desk.proofOf('receptionist');
    const wrong = { ...(await at.desk.proofOf('supervisor')), pin: 'tabby-37-kit3' };
    for (const option of OPTIONS)
      for (const proof of [receptionist, wrong]) {
        const asked = requestFor(request, { named, proof, pin: '000001', option }) as Record<string, unknown>;
        const without = Object.fromEntries(
          Object.entries(asked).filter(([part]) => !['supervisor', 'pin', 'emergency'].includes(part)),
        );
        expect(request.safeParse(asked).error).toBeUndefined();
        expect(await at.desk.codeOf(name, without)).toBe('bad-request');
        expect(facts.proof).not.toBe('none');
        expect(await at.desk.codeOf(name, asked)).not.toBe('ok');
      }
  });
});
