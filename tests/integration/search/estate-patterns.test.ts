import { describe, expect, test } from 'vitest';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, openDesk } from '../../support/vault-harness.ts';

describe.each(FEATURE_ENGINE_NAMES)('%s', (name) => {
  let desk: VaultHarness;

  const living = async (...rooms: readonly string[]): Promise<void> => {
    for (const [index, text] of rooms.entries()) {
      await desk.addPerson(draftOf(2345 + index, { rooms: [{ text, relation: 'owner' }] }));
    }
  };
  const roomsFound = async (text: string): Promise<readonly (string | null)[]> =>
    (await desk.call('people.search', { text, only: 'room' })).groups.flatMap(({ rows }) =>
      rows.map(({ roomLabel }) => roomLabel),
    );
  const save = async (...patterns: string[]) => {
    await desk.switchTo('admin');
    const done = await desk.call('rooms.savePatterns', { patterns, pin: PINS.admin });
    await desk.switchTo('supervisor');
    return done;
  };
  const begin = async (...rooms: readonly string[]): Promise<void> => {
    desk = await openDesk('supervisor', { engine: name });
    await living(...rooms);
  };

  test('a pattern reads every room anew, is used for what is typed from then on, and gives them back when it goes', async () => {
    await begin('T3-1801', 'T3-1802', '5-2-101', '商场M111');
    expect(await roomsFound('T3-1801')).toEqual(['T3栋1801']);
    expect(await save('T{栋}-{房}')).toEqual({ moved: 2, kept: 0 });
    for (const typed of ['T3-1801', 't3-1801', '3-1801', '3栋1801', 'T3栋1801', '1801'])
      expect(await roomsFound(typed), typed).toEqual(['3栋1801']);
    expect(await roomsFound('T3-18')).toEqual(['3栋1801', '3栋1802']);
    expect(await roomsFound('5-2-101')).toEqual(['5栋2单元101']);
    // A room that is typed the old way is the same room.
    await living('T3-1801');
    expect(await roomsFound('3-1801')).toEqual(['3栋1801', '3栋1801']);
    // So is one that the form hands back by its label.
    const { personId } = (await desk.call('people.search', { text: '3-1802', only: 'room' })).groups[0]!
      .rows[0]!;
    const { version, rooms } = await desk.call('people.open', { personId });
    await desk.edit(
      { personId, version },
      { rooms: rooms.map(({ label, relation }) => ({ text: label, relation })) },
    );
    expect(await roomsFound('3-1802')).toEqual(['3栋1802']);
    expect(await save()).toEqual({ moved: 2, kept: 0 });
    expect(await roomsFound('T3-1801')).toEqual(['T3栋1801', 'T3栋1801']);
    expect(await roomsFound('3-1801')).toEqual([]);
    await desk.switchTo('admin');
    expect(
      (await desk.logged('room-patterns', 50)).map(({ detail, staffName }) => [staffName, detail]),
    ).toEqual([
      ['Admin One', { patterns: 0, rooms: 2, kept: 0 }],
      ['Admin One', { patterns: 1, rooms: 2, kept: 0 }],
    ]);
  });

  test('two rooms never become one: the second stays what it was and is said to', async () => {
    await begin('3-1801', 'T3-1801', 'T3-1802');
    expect(await save('T{栋}-{房}')).toEqual({ moved: 1, kept: 1 });
    expect(await roomsFound('T3-1801')).toEqual(['3栋1801', 'T3栋1801']);
    expect(await roomsFound('T3-1802')).toEqual(['3栋1802']);
  });

  test('rooms may change places in one go', async () => {
    await begin('A1-3-101', 'A3-1-101');
    expect(await save('A{单元1}-{栋}-{房}')).toEqual({ moved: 2, kept: 0 });
    expect(await roomsFound('3-1-101')).toEqual(['3栋1单元101']);
    expect(await roomsFound('A3-1-101')).toEqual(['1栋3单元101']);
  });

  test('a trial says what would come of it, warns of other readings, and writes nothing', async () => {
    await begin('T3-1801', '2-1-1-1102');
    await desk.switchTo('admin');
    const trial = await desk.call('rooms.tryPatterns', {
      patterns: ['T{栋}-{房}', '{楼}-{房}', '{期}-{栋}-{单元}-{房}'],
      examples: ['T9-502', '3-1801'],
    });
    expect(trial.problems).toEqual([null, 'unknown-place', null]);
    expect(trial.readings).toEqual([
      { text: 'T9-502', usual: 'T9栋502', now: '9栋502' },
      { text: '3-1801', usual: '3栋1801', now: '3栋1801' },
    ]);
    expect(trial.conflicts).toEqual([
      { text: 'T3-1801', usual: 'T3栋1801', now: '3栋1801' },
      { text: '2-3-2-1801', usual: '2-3-2-1801', now: '2期3栋2单元1801' },
    ]);
    expect(trial.rooms).toEqual({
      looked: 2,
      moved: 2,
      kept: 0,
      samples: [
        { before: 'T3栋1801', after: '3栋1801' },
        { before: '2-1-1-1102', after: '2期1栋1单元1102' },
      ],
    });
    expect(await desk.call('rooms.patterns', {})).toEqual({ patterns: [] });
    expect(await roomsFound('T3-1801')).toEqual(['T3栋1801']);
  });

  test('what cannot be used is not saved, nor is anything without the PIN', async () => {
    await begin('T3-1801');
    await desk.switchTo('admin');
    await desk.answers('bad-request', 'rooms.savePatterns', {
      patterns: ['T{栋}-{房}', 'T{栋}'],
      pin: PINS.admin,
    });
    await desk.answers('wrong-pin', 'rooms.savePatterns', { patterns: ['T{栋}-{房}'], pin: 'wrong-one-88' });
    expect(await desk.call('rooms.patterns', {})).toEqual({ patterns: [] });
    expect(await roomsFound('3-1801')).toEqual([]);
  });
});
