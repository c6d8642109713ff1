import { systemClock } from '../../../main/vault/clock.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { USUAL_POLICY } from '../../../contract/policy/lists.ts';
import { createSearchDesk } from '../../../main/vault/search/search-desk.ts';
import { createSearchLog } from '../../../main/vault/session/search-log.ts';
import type { Session } from '../../../main/vault/session/session.ts';
import { FEATURE_ENGINES } from '../../support/engines.ts';
import { generateEstate, insertEstate } from '../../support/generate-people.ts';
import { type SuiteStore, openSuiteStore } from './open-suite-store.ts';

describe.each(FEATURE_ENGINES.map((engine) => [engine.name, engine] as const))('%s', (_, engine) => {
  let suite: SuiteStore;
  let session: Session;
  beforeAll(async () => {
    suite = await openSuiteStore(engine);
    await insertEstate(suite.store, generateEstate({ residents: 3000, seed: 9 }));
    session = {
      // Nothing is entered, and so nothing is counted.
      readOnly: true,
      store: suite.store,
      policy: USUAL_POLICY,
      searchLog: createSearchLog(() => undefined),
      clock: systemClock,
      // Of the log without an entry.
      roster: { vaultId: 'a'.repeat(32) },
      // Whoever is limited has a test of their own.
      signedIn: { role: 'supervisor' },
    } as Session;
  });
  afterAll(() => suite.dispose());

  const people = ({
    groups,
  }: {
    readonly groups: readonly { readonly rows: readonly { readonly personId: number }[] }[];
  }): readonly number[] => groups.flatMap(({ rows }) => rows.map((row) => row.personId));

  test('the next fifty are asked for by a number that is good once, and the log counts all that was shown', async () => {
    const desk = createSearchDesk();
    const first = await desk.search(session, { text: '张', only: 'name' });
    expect(people(first)).toHaveLength(50);
    expect(session.searchLog.take()?.detail).toEqual({
      of: 'found',
      kinds: [{ kind: 'name', count: 50, more: true }],
    });
    const second = await desk.searchNext(session, { next: first.next! });
    expect(people(second)).toHaveLength(50);
    expect(people(second).filter((id) => people(first).includes(id))).toEqual([]);
    expect(session.searchLog.take()?.detail).toEqual({
      of: 'found',
      kinds: [{ kind: 'name', count: 100, more: true }],
    });
    await expect(desk.searchNext(session, { next: first.next! })).rejects.toMatchObject({
      code: 'not-found',
    });
    const third = await desk.searchNext(session, { next: second.next! });
    expect(people(third).length).toBeGreaterThan(0);
  });

  test('an emptied box ends the search, so that the next one waits for no entry', async () => {
    const entered: unknown[] = [];
    const searchLog = createSearchLog((entry) => void entered.push(entry.detail));
    const desk = createSearchDesk();
    await desk.search({ ...session, searchLog }, { text: '张', only: 'name' });
    expect(entered).toEqual([]);
    expect(await desk.search({ ...session, searchLog }, { text: ' ' })).toMatchObject({ groups: [] });
    expect(entered).toEqual([{ of: 'found', kinds: [{ kind: 'name', count: 50, more: true }] }]);
    expect(searchLog.take()).toBeNull();
  });

  test('a key asks the store for those found and for who of them is restricted, and nothing else while nothing is written', async () => {
    const asked: string[] = [];
    const store: Session['store'] = {
      ...suite.store,
      get: (query) => (asked.push(query.text), suite.store.get(query)),
      all: (query) => (asked.push(query.text), suite.store.all(query)),
    };
    const desk = createSearchDesk();
    await desk.search({ ...session, store }, { text: '张', only: 'name' });
    asked.length = 0;
    await desk.search({ ...session, store }, { text: '张', only: 'name' });
    expect(asked).toEqual([
      expect.stringContaining('json_group_array(json_array('),
      expect.stringContaining('recalled_person'),
    ]);
    await suite.store.runAlone({ text: 'UPDATE person SET name = name WHERE id = 0', values: [] });
    asked.length = 0;
    await desk.search({ ...session, store }, { text: '张', only: 'name' });
    expect(asked).toContainEqual(expect.stringContaining('undone_entry'));
  });

  test('a newer search ends the one before, also where its reply comes first', async () => {
    const desk = createSearchDesk();
    const [older, newer] = await Promise.all([
      desk.search(session, { text: '王', only: 'name' }),
      desk.search(session, { text: '李', only: 'name' }),
    ]);
    await expect(desk.searchNext(session, { next: older.next! })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(people(await desk.searchNext(session, { next: newer.next! }))).not.toEqual([]);
    await desk.search(session, { text: '张三' });
    await expect(desk.searchNext(session, { next: newer.next! })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('a search of every kind, and one whose rows are all shown, do not go on', async () => {
    const desk = createSearchDesk();
    expect((await desk.search(session, { text: '张' })).next).toBeNull();
    const few = await desk.search(session, { text: '欧阳', only: 'name' });
    expect(few).toMatchObject({ next: null, groups: [{ more: false }] });
    session.searchLog.take();
  });
});
