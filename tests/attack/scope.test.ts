/** A receptionist of one building tries to reach the residents of another: by every route, by rows written into the store, by what searches tell. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTE_NAMES, type RouteName } from '../../contract/route-names.ts';
import { ROUTES } from '../../contract/routes.ts';
import { PINS } from '../support/vault-harness.ts';
import { lenientEngine } from '../support/any-schema.ts';
import { idNumberOf, phoneOf } from '../support/people-drafts.ts';
import { type NamingMark, OPTIONS, namesAnybody, requestFor } from '../support/request-for.ts';
import { type ScopeDesk, numberOf, openScopeDesk } from '../support/scope-desk.ts';
import { openStoreOf, storeFileOf } from '../support/store-tools.ts';

const OUTSIDE_ROOM = '5栋1单元0902';
const OWN_ROOM = '3栋2单元1801';
/** Routes that a receptionist may call. */
const DESK_ROUTES = ROUTE_NAMES.filter((name) => ROUTES[name].facts.scope !== undefined);

const scopeOf = (name: RouteName) => ROUTES[name].facts.scope;
/** Whether a request of the route has the number of a person or a room in it, or a room in words, and may not go over a scope. */
const reaches = (name: RouteName): boolean =>
  (scopeOf(name) === 'ids' || scopeOf(name) === 'filtered') && namesAnybody(ROUTES[name].request);

describe('every route that a receptionist may call', () => {
  let at: ScopeDesk;
  beforeAll(async () => {
    at = await openScopeDesk();
  });
  afterAll(() => at.desk.dispose());

  const outside = (mark: NamingMark) =>
    ({ 'person>people': at.people.hidden, 'room>rooms': at.room, 'room-text': OUTSIDE_ROOM })[mark];
  const within = (mark: NamingMark) =>
    ({ 'person>people': at.people.own, 'room>rooms': at.ownRoom, 'room-text': OWN_ROOM })[mark];

  it.each(DESK_ROUTES.filter(reaches))(
    '%s refuses a record outside, right PINs and all, whichever of its names it is',
    async (name) => {
      const { desk } = at;
      const proof = await desk.proofOf('supervisor');
      const tried = new Set<string>();
      for (const option of OPTIONS) {
        // Somebody outside at one place at a time, and their own at every other.
        for (let place = 0, places = 1; place < places; place++) {
          let asked = 0;
          const named = (mark: NamingMark) => (asked++ === place ? outside : within)(mark);
          const request = requestFor(ROUTES[name].request, { named, proof, option });
          places = asked;
          expect(ROUTES[name].request.safeParse(request).error).toBeUndefined();
          // Without a union every option makes the same request.
          if (tried.has(JSON.stringify(request))) continue;
          tried.add(JSON.stringify(request));
          expect([request, await desk.codeOf(name, request)]).toEqual([request, 'outside-scope']);
        }
      }
    },
  );

  it('names a room in words in no request that the guard does not look at', async () => {
    const { desk } = at;
    const proof = await desk.proofOf('supervisor');
    const named = (mark: NamingMark) => (mark === 'room-text' ? outside : within)(mark);
    const worded = DESK_ROUTES.map(
      (name) => [name, requestFor(ROUTES[name].request, { named, proof, option: 0 })] as const,
    ).filter(([, request]) => JSON.stringify(request ?? null).includes(`"text":"${OUTSIDE_ROOM}"`));
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
