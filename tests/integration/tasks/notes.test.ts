/** Notes of the counter: what stays open, what is sealed, who reads it back. */
import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { NOTES_AT_ONCE } from '../../../contract/tasks/limits.ts';
import { TASK_IDS, taskOf } from '../../../contract/tasks/lists.ts';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type FakeClock, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { revealOf } from '../../support/requests-of.ts';

const WORDS = '钥匙由表姐代领。已核对。';
const WHY = { reason: 'door-card' } as const;

describe.each(FEATURE_ENGINE_NAMES)('counter notes on %s', (engine) => {
  let desk: VaultHarness;
  let clock: FakeClock;
  let personId: PersonId;
  let roomId: RoomId;

  beforeEach(async () => {
    clock = createFakeClock();
    desk = await createHarness({ engine, clock });
    personId = await desk.setUpWith(draftOf(7), 'receptionist');
    roomId = (await desk.call('people.open', { personId })).rooms[0]!.roomId;
  });

  const add = (changes: object = {}) =>
    desk.ask('notes.add', {
      personId,
      roomId,
      task: 'door-card',
      outcome: 'not-verified',
      words: WORDS,
      ...changes,
    });
  const list = () => desk.call('notes.list', { personId, before: null });

  it('are written without a PIN and listed without their words, newest first', async () => {
    await add({ words: '' });
    await add();
    const { notes, more } = await list();
    expect(more).toBe(false);
    expect(notes).toMatchObject([
      {
        task: 'door-card',
        outcome: 'not-verified',
        staffName: 'Desk One',
        roomLabel: expect.stringContaining('1808'),
        ordinal: 0,
      },
      { ordinal: null },
    ]);
    expect(JSON.stringify(notes)).not.toContain(WORDS);
  });

  it('say of nobody that something was handed over to them who was not verified that day, by more than a name and with no wrong answer since', async () => {
    const handOver = (changes: object = {}) => add({ outcome: 'handed-over', ...changes });
    const verify = (kind: 'name' | 'phone', said: string) =>
      desk.call('people.verify', { personId, kind, said, pin: PINS.receptionist, reason: 'door-card' });
    const refused = { ok: false, error: { code: 'identity-not-verified' } };
    expect(await handOver()).toMatchObject(refused);
    expect((await verify('name', draftOf(7).name)).match).toBe(true);
    expect((await verify('phone', phoneOf(8))).match).toBe(false);
    expect(await handOver()).toMatchObject(refused);
    expect((await verify('phone', phoneOf(7))).match).toBe(true);
    expect(await handOver({ personId: null })).toMatchObject(refused);
    expect(await handOver()).toMatchObject({ ok: true });
    expect((await verify('phone', phoneOf(8))).match).toBe(false);
    expect(await handOver()).toMatchObject(refused);
    expect((await verify('phone', phoneOf(7))).match).toBe(true);
    expect(await handOver()).toMatchObject({ ok: true });
    clock.advance(24 * 3_600_000);
    await desk.switchTo('receptionist');
    expect(await handOver()).toMatchObject(refused);
  });

  it('are read back by a reveal with PIN and reason, one at a time', async () => {
    await add();
    await add({ words: '第二次来。' });
    const shown = await desk.call('people.reveal', {
      personId,
      field: 'note',
      ordinal: 1,
      why: WHY,
      pin: PINS.receptionist,
    });
    expect(shown).toMatchObject({ field: 'note', ordinal: 1, value: '第二次来。', seconds: 20 });
    expect(await desk.reveal(personId, 'note', PINS.receptionist, WHY)).toBe(WORDS);
    await desk.answers('wrong-pin', 'people.reveal', revealOf(personId, 'note', '918273', WHY));
    await desk.answers('not-found', 'people.reveal', {
      personId,
      field: 'note',
      ordinal: 2,
      why: WHY,
      pin: PINS.receptionist,
    });
    await desk.switchTo('admin');
    await desk.answers('needs-supervisor', 'people.reveal', revealOf(personId, 'note', PINS.admin, WHY));
  });

  it('are in the log by task and outcome, never by their words', async () => {
    await add();
    await desk.switchTo('supervisor');
    const { entries } = await desk.call('log.list', { before: null, limit: 30 });
    expect(entries.find((entry) => entry.action === 'note')).toMatchObject({
      personId,
      field: 'note',
      reason: 'door-card',
      detail: { outcome: 'not-verified' },
      staffName: 'Desk One',
    });
    expect(JSON.stringify(entries)).not.toContain(WORDS);
  });

  it('are nowhere in clear on the disk', async () => {
    await add();
    await desk.lock();
    for (const file of readdirSync(desk.vaultDir))
      expect((await readFile(join(desk.vaultDir, file))).includes(Buffer.from(WORDS)), file).toBe(false);
  });

  it('are no field of the record: not in its list, not in a full record, not to be sealed by a form', async () => {
    await add();
    expect((await desk.call('people.open', { personId })).fields.map((field) => field.field)).not.toContain(
      'note',
    );
    const { fields } = await desk.call('people.openFull', {
      personId,
      why: WHY,
      supervisor: await desk.proofOf('supervisor'),
    });
    expect(fields.map((field) => field.field)).not.toContain('note');
    const { version } = await desk.call('people.open', { personId });
    const proof = { pin: PINS.receptionist, why: { reason: 'correction' } };
    const changes = { sealed: [{ field: 'note', ordinal: 0, value: null }] };
    await desk.answers('bad-request', 'people.edit', { personId, version, changes, proof });
  });

  it('keep an outcome of their own task, and are of somebody or of a room', async () => {
    await desk.answers('bad-request', 'notes.add', {
      personId,
      roomId,
      task: 'door-card',
      outcome: 'consented',
      words: '',
    });
    const said = { kind: 'phone', said: phoneOf(7), pin: PINS.receptionist } as const;
    await desk.call('people.verify', { personId, ...said, reason: 'door-card' });
    for (const task of TASK_IDS)
      for (const outcome of taskOf(task).outcomes)
        expect(await desk.codeOf('notes.add', { personId, roomId, task, outcome, words: '' })).toBe('ok');
    expect((await add({ personId: null, roomId: null, words: '' })).ok).toBe(false);
    expect((await add({ personId: null, words: '', task: 'visitor', outcome: 'let-in' })).ok).toBe(true);
    expect((await add({ roomId: 4711 })).ok).toBe(false);
    expect((await add({ personId: 4711 })).ok).toBe(false);
    expect((await add({ words: 'x'.repeat(501) })).ok).toBe(false);
  });

  it("of a room alone stand on the record of everybody who lives there, and on nobody else's", async () => {
    await add({ personId: null, words: '', task: 'visitor', outcome: 'let-in' });
    expect((await list()).notes).toMatchObject([{ task: 'visitor', outcome: 'let-in', ordinal: null }]);
    const elsewhere = await desk.addPerson(draftOf(8, { name: '李清', sealed: [] }), PINS.receptionist);
    expect((await desk.call('notes.list', { personId: elsewhere.personId, before: null })).notes).toEqual([]);
  });

  it("of a room alone have words that open on the record of whoever lives there, and on nobody else's", async () => {
    const { noteId } = await desk.call('notes.add', {
      personId: null,
      roomId,
      task: 'visitor',
      outcome: 'let-in',
      words: WORDS,
    });
    expect((await list()).notes).toMatchObject([{ noteId, ordinal: null, roomWords: true }]);
    const ask = (changes: object = {}) => ({
      personId,
      field: 'note' as const,
      ordinal: 0,
      roomNote: noteId,
      why: { reason: 'visitor' as const },
      pin: PINS.receptionist,
      ...changes,
    });
    expect(await desk.call('people.reveal', ask())).toMatchObject({
      field: 'note',
      value: WORDS,
      seconds: 20,
    });
    const elsewhere = await desk.addPerson(draftOf(8, { name: '李清', sealed: [] }), PINS.receptionist);
    const codes = [
      ask({ personId: elsewhere.personId }),
      ask({ pin: '918273' }),
      ask({ field: 'phone' }),
      ask({ roomNote: noteId + 1 }),
    ].map((request) => () => desk.codeOf('people.reveal', request));
    const answers = [];
    for (const code of codes) answers.push(await code());
    expect(answers).toEqual(['not-found', 'wrong-pin', 'bad-request', 'not-found']);
    await desk.switchTo('supervisor');
    const { entries } = await desk.call('log.list', { before: null, limit: 30 });
    expect(entries.find((entry) => entry.action === 'note')).toMatchObject({
      personId: null,
      field: 'note',
      reason: 'visitor',
      detail: { outcome: 'let-in' },
    });
    expect(entries.find((entry) => entry.action === 'reveal')).toMatchObject({
      personId,
      field: 'note',
      detail: { of: 'room-note', note: noteId },
    });
    expect(JSON.stringify(entries)).not.toContain(WORDS);
    await desk.lock();
    for (const file of readdirSync(desk.vaultDir))
      expect((await readFile(join(desk.vaultDir, file))).includes(Buffer.from(WORDS)), file).toBe(false);
  });

  it('of somebody who lives in the same room stay with them', async () => {
    const housemate = await desk.addPerson(draftOf(7, { name: '李清', sealed: [] }), PINS.receptionist);
    await add({ personId: housemate.personId });
    expect((await list()).notes).toEqual([]);
    expect(
      (await desk.call('notes.list', { personId: housemate.personId, before: null })).notes,
    ).toHaveLength(1);
  });

  it('come a page at a time, none twice and none left out', async () => {
    for (let n = 0; n < NOTES_AT_ONCE + 3; n++)
      await add({ words: '', ...(n % 5 === 0 ? { personId: null } : {}) });
    const first = await list();
    const last = first.notes.at(-1)!;
    const second = await desk.call('notes.list', { personId, before: last.noteId });
    expect([first.notes.length, first.more, second.notes.length, second.more]).toEqual([
      NOTES_AT_ONCE,
      true,
      3,
      false,
    ]);
    const ids = [...first.notes, ...second.notes].map((note) => note.noteId);
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a));
  });

  it('stay over a restart', async () => {
    await add();
    await desk.switchTo('supervisor');
    expect((await list()).notes).toHaveLength(1);
    expect(await desk.reveal(personId, 'note', PINS.supervisor, WHY)).toBe(WORDS);
  });
});

describe.each(FEATURE_ENGINE_NAMES)("the room of a visitor's host on %s", (engine) => {
  let desk: VaultHarness;
  beforeEach(async () => {
    desk = await createHarness({ engine });
    await desk.setUpWith(draftOf(7), 'receptionist');
  });
  const check = (text: string) => desk.call('tasks.checkRoom', { text });

  it('is there or not, whoever lives there, by any notation, and by the whole of it', async () => {
    expect(await check('3-2-1808')).toMatchObject({
      answer: 'there',
      label: expect.stringContaining('1808'),
    });
    expect(await check('3栋2单元1808')).toMatchObject({ answer: 'there' });
    expect(await check('3-2-18')).toEqual({ answer: 'unknown', roomId: null, label: null });
    expect(await check('%')).toMatchObject({ answer: 'unknown' });
    const { personId, version } = await desk.addPerson(draftOf(8, { sealed: [] }), PINS.receptionist);
    await desk.edit({ personId, version }, { rooms: [{ text: '9-1-101', relation: 'owner' }] });
    expect(await check('3-2-1809')).toMatchObject({ answer: 'there' });
  });

  it('is not told where several are meant', async () => {
    await desk.addPerson(
      draftOf(8, { sealed: [], rooms: [{ text: '4-2-1808', relation: 'owner' }] }),
      PINS.receptionist,
    );
    expect(await check('1808')).toEqual({ answer: 'several', roomId: null, label: null });
  });

  it('tells no name and no phone, opens no record, and keeps the text out of the log', async () => {
    const reply = await check('3-2-1808');
    expect(Object.keys(reply).sort()).toEqual(['answer', 'label', 'roomId']);
    await check('9-9-999');
    await desk.switchTo('supervisor');
    const { entries } = await desk.call('log.list', { before: null, limit: 30 });
    expect(
      entries
        .filter((entry) => entry.action === 'room-check')
        .map((entry) => [entry.outcome, entry.detail, entry.reason]),
    ).toEqual([
      ['no-match', { answer: 'unknown' }, 'visitor'],
      ['match', { answer: 'there' }, 'visitor'],
    ]);
    // Of the words alone, and the number by itself: a time or an id may have the digits by chance.
    expect(
      JSON.stringify(entries.map(({ field, reason, ticket, detail }) => [field, reason, ticket, detail])),
    ).not.toMatch(/\b999\b/);
    // One record was opened for setting up, none for the visitor.
    expect(entries.filter((entry) => entry.action === 'open')).toEqual([]);
  });
});
