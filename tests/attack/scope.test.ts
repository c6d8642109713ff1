/** A receptionist of one building tries to reach the residents of another: by every route, by rows written into the store, by what searches tell. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { PersonId, RoomId } from '../../contract/ids.ts';
import { ROUTE_NAMES, type RouteName } from '../../contract/route-names.ts';
import { ROUTES } from '../../contract/routes.ts';
import { marksIn } from '../../contract/find-marked.ts';
import { PINS } from '../support/vault-harness.ts';
import { lenientEngine } from '../support/any-schema.ts';
import { idNumberOf, phoneOf } from '../support/people-drafts.ts';
import { type ScopeDesk, numberOf, openScopeDesk } from '../support/scope-desk.ts';
import { openStoreOf, storeFileOf } from '../support/store-tools.ts';

const OUTSIDE_ROOM = '5栋1单元0902';
/** Routes that a receptionist may call. */
const DESK_ROUTES = ROUTE_NAMES.filter((name) => ROUTES[name].facts.scope !== undefined);

/** What stands for each part of a request that is not the record itself. */
interface Parts {
  readonly personId: PersonId;
  readonly roomId: RoomId;
  readonly proof: object;
}

const isAbout = (name: string): 'personId' | 'roomId' | null =>
  name === 'personId' || name === 'roomId' ? name : null;

/** A request that a schema accepts, with the given numbers wherever it names a person or a room, and the room's text wherever it names a room in words. */
function requestFor(schema: z.ZodType, parts: Parts, name = ''): unknown {
  const def = schema._zod.def as unknown as Readonly<Record<string, unknown>> & { readonly type: string };
  const about = isAbout(name);
  const inner = (key: string): z.ZodType => def[key] as z.ZodType;
  switch (def.type) {
    case 'object': {
      if (name === 'supervisor' || name === 'cosigner') return parts.proof;
      return Object.fromEntries(
        Object.entries(def['shape'] as Record<string, z.ZodType>).flatMap(([key, one]) => {
          const value = requestFor(one, parts, key);
          return value === undefined ? [] : [[key, value]];
        }),
      );
    }
    case 'union':
      return requestFor((def['options'] as readonly z.ZodType[])[0]!, parts, name);
    case 'optional':
      return name === 'proof' || name === 'rooms' ? requestFor(inner('innerType'), parts, name) : undefined;
    case 'nullable':
      return about === null ? null : requestFor(inner('innerType'), parts, name);
    case 'default':
    case 'readonly':
      return requestFor(inner('innerType'), parts, name);
    case 'pipe':
      return requestFor(inner('in'), parts, name);
    case 'array': {
      const one = [requestFor(inner('element'), parts, name)];
      return schema.safeParse([]).success && name !== 'rooms' ? [] : one;
    }
    case 'number':
      return about === null ? 1 : parts[about];
    case 'boolean':
      return false;
    case 'enum':
      return Object.values(def['entries'] as object)[0];
    case 'literal':
      return (def['values'] as readonly unknown[])[0];
    case 'string':
      return wordFor(schema, name);
    case 'record':
      return {};
    default:
      throw new Error(`${name}: nothing is made for ${def.type}`);
  }
}

function wordFor(schema: z.ZodType, name: string): string {
  if (name === 'pin') return PINS.receptionist;
  const made = [OUTSIDE_ROOM, 'a few words', '2026-01-05', 'a'.repeat(16), 'a'.repeat(32), '张明亮', '1'];
  return made.find((word) => schema.safeParse(word).success)!;
}

const scopeOf = (name: RouteName) => ROUTES[name].facts.scope;
/** Whether a request of the route has the number of a person or a room in it, or a room in words, and may not go over a scope. */
const reaches = (name: RouteName): boolean =>
  (scopeOf(name) === 'ids' || scopeOf(name) === 'filtered') &&
  [...marksIn(ROUTES[name].request)].some((mark) =>
    ['person>people', 'room>rooms', 'room-text'].includes(mark),
  );

describe('every route that a receptionist may call', () => {
  let at: ScopeDesk;
  beforeAll(async () => {
    at = await openScopeDesk();
  });
  afterAll(() => at.desk.dispose());

  const NAMING = DESK_ROUTES.filter(reaches);

  it.each(NAMING)(
    '%s refuses a record outside, right PINs and all, whichever of its names it is',
    async (name) => {
      const { desk, people } = at;
      const proof = await desk.proofOf('supervisor');
      const request = (personId: PersonId, roomId: RoomId) =>
        requestFor(ROUTES[name].request, { personId, roomId, proof });
      const outside = request(people.hidden, at.room);
      expect(ROUTES[name].request.safeParse(outside).error).toBeUndefined();
      expect(await desk.codeOf(name, outside)).toBe('outside-scope');
      // Each name of a person or a room counts: the other one is their own.
      const { shape } = ROUTES[name].request as unknown as { shape: Record<string, unknown> };
      if ('personId' in shape)
        expect(await desk.codeOf(name, request(people.hidden, at.ownRoom))).toBe('outside-scope');
      if ('roomId' in shape)
        expect(await desk.codeOf(name, request(people.own, at.room))).toBe('outside-scope');
    },
  );

  it('names a room in words in no request that the guard does not look at', async () => {
    const { desk, people } = at;
    const parts = { personId: people.own, roomId: at.ownRoom, proof: await desk.proofOf('supervisor') };
    const worded = DESK_ROUTES.map((name) => [name, requestFor(ROUTES[name].request, parts)] as const).filter(
      ([, request]) => JSON.stringify(request ?? null).includes(`"text":"${OUTSIDE_ROOM}"`),
    );
    const filtered = worded.map(([name]) => name).filter((name) => scopeOf(name) === 'filtered');
    expect(filtered.sort()).toEqual(['people.search', 'rooms.find', 'tasks.checkRoom']);
    for (const [name, request] of worded.filter(([one]) => !filtered.includes(one)))
      expect([name, await desk.codeOf(name, request)]).toEqual([name, 'outside-scope']);
  });

  it('tells by no reply and no entry of a search that there is anybody outside', async () => {
    const { desk, people } = at;
    const n = numberOf('hidden');
    const asked = [
      '慕容',
      '慕容澹台',
      'murong',
      'mr',
      phoneOf(7000 + n),
      String(7000 + n),
      `桂M7${String(1000 + n)}`,
      `M7${String(1000 + n)}`,
    ];
    for (const text of asked) {
      const replies = [
        await desk.call('people.search', { text }),
        await desk.call('people.search', { text, only: 'name' }),
      ];
      // The very same as for what is on record nowhere.
      const nothing = await desk.call('people.search', { text: '鑫鑫鑫鑫' });
      expect([text, replies]).toEqual([text, [nothing, nothing]]);
    }
    const byId = await desk.call('people.findById', {
      idNumber: idNumberOf(n),
      supervisor: await desk.proofOf('supervisor'),
    });
    expect(byId.rows).toEqual([]);
    // Everybody who is listed anywhere is theirs, also where a list goes on.
    for (const text of ['覃', 'q', '桂M7', '70', '1410000', '3', '5', '3-', '5-']) {
      const { groups, next } = await desk.call('people.search', { text });
      const listed = groups.flatMap(({ rows }) => rows.map(({ personId }) => personId));
      const others = new Set([people.outside, people.hidden, people.moved, people.formerOutside]);
      expect([text, listed.filter((id) => others.has(id))]).toEqual([text, []]);
      expect(groups.some(({ more }) => more)).toBe(false);
      expect(next).toBeNull();
    }
  });

  it('shows nobody outside through somebody within: rooms, notes, records', async () => {
    const { desk, people } = at;
    const room = await desk.call('rooms.open', { roomId: at.ownRoom });
    const own = await desk.call('people.open', { personId: people.own });
    const notes = await desk.call('notes.list', { personId: people.own, before: null });
    const text = JSON.stringify([room, own, notes]);
    for (const who of ['outside', 'hidden', 'moved', 'formerOutside'] as const)
      expect(text).not.toContain(`"personId":${people[who]},`);
  });
});

describe('whoever has the key of the store', () => {
  let at: ScopeDesk;
  let before: Buffer;
  const storePath = async () =>
    join(at.desk.vaultDir, await storeFileOf(at.desk.vaultDir, at.desk.keychain.deviceSecrets));
  beforeAll(async () => {
    at = await openScopeDesk();
    await at.desk.lock();
    await at.desk.vault.close();
    before = await readFile(await storePath());
  });
  afterAll(() => at.desk.dispose());

  /** Writes into the store as it was, and starts the vault over it. */
  const rewrite = async (...statements: readonly string[]): Promise<void> => {
    const { desk } = at;
    await desk.vault.close();
    await writeFile(await storePath(), before);
    const store = await openStoreOf(
      { vaultDir: desk.vaultDir, deviceSecrets: desk.keychain.deviceSecrets },
      lenientEngine('sqlcipher'),
      PINS.admin,
    );
    for (const text of statements) await store.runAlone({ text, values: [] });
    await store.checkpoint();
    await store.close();
    await desk.start();
  };
  const signIn = async () => at.desk.codeOf('session.unlock', await at.desk.proofOf('receptionist'));
  const LAST = 'n = (SELECT max(n) FROM roster_entry)';
  const body = (from: string, to: string): string =>
    `UPDATE roster_entry SET body = CAST(replace(CAST(body AS TEXT), '${from}', '${to}') AS BLOB) WHERE ${LAST}`;

  it.each([
    ['takes the entry out of the roster', `DELETE FROM roster_entry WHERE ${LAST}`],
    ['writes another building into it', body('"building":"3"', '"building":"5"')],
    ['empties it', body('[{"estate":"","building":"3","unit":null}]', '[]')],
  ] as const)('widens no scope: %s, and nobody signs in there', async (_, statement) => {
    await rewrite(statement);
    expect(await signIn()).toMatch(/^store-(mismatch|tampered)$/);
  });

  it('widens no scope by the log, which nothing of it goes by', async () => {
    await rewrite(
      'DROP TRIGGER log_entry_no_update',
      `UPDATE log_entry SET action = 'open', detail = NULL WHERE action = 'staff-scope'`,
      `CREATE TRIGGER log_entry_no_update BEFORE UPDATE ON log_entry BEGIN SELECT RAISE(ABORT, 'log entries are never changed'); END`,
    );
    expect(await signIn()).toBe('ok');
    expect((await at.desk.call('scope.read', {})).scope).toHaveLength(1);
    expect(await at.desk.codeOf('people.open', { personId: at.people.hidden })).toBe('outside-scope');
  });
});
