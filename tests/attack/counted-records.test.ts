/** Whatever shows a record counts as opening it, however it is asked for; and a receptionist of one building learns nothing of another by an import. */
import { afterEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../contract/ids.ts';
import { NO_LIMITS } from '../../contract/limits/lists.ts';
import { draftOf } from '../support/people-drafts.ts';
import { openScopeDesk } from '../support/scope-desk.ts';
import { PINS, type VaultHarness, createHarness } from '../support/vault-harness.ts';

const none = { hour: 0, shift: 0, day: 0 };

describe('a record', () => {
  let desk: VaultHarness;
  let people: readonly PersonId[];
  /** A receptionist who may open two records an hour and search twice. */
  const begin = async (count = 3): Promise<void> => {
    const own = { search: { ...none, hour: 2 }, open: { ...none, hour: 2 }, verify: none, reveal: none };
    desk = await createHarness({
      usualLimits: { ...NO_LIMITS, quotas: { ...NO_LIMITS.quotas, receptionist: own } },
    });
    await desk.setUp();
    await desk.unlock('supervisor');
    const added: PersonId[] = [];
    for (let n = 1; n <= count; n++)
      added.push(
        (await desk.call('people.add', { person: draftOf(n, { name: '覃丽' }), pin: PINS.supervisor }))
          .personId,
      );
    people = added;
    await desk.switchTo('receptionist');
  };
  afterEach(() => desk.dispose());

  it('is shown by no edit that changes nothing', async () => {
    await begin();
    for (const changes of [{}, { addPlates: [] }, { sealed: [] }])
      expect(await desk.codeOf('people.edit', { personId: people[0]!, version: 1, changes })).toBe(
        'bad-request',
      );
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
    expect(
      await desk.codeOf('people.edit', {
        personId: people[0]!,
        version: changed.version,
        changes: { sex: 'male' },
      }),
    ).toBe('ok');
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

describe('an import', () => {
  it('is listed and looked at by no receptionist with a scope', async () => {
    const { desk } = await openScopeDesk();
    try {
      expect(await desk.codeOf('import.list', { before: null })).toBe('not-allowed');
      expect(await desk.codeOf('import.checkUndo', { importId: 1 })).toBe('not-allowed');
    } finally {
      await desk.dispose();
    }
  });
});
