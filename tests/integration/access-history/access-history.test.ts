/** Who has seen what in a whole vault: what counts, whom it names, what a number is traced to, and what of it all is in the log. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId, RoomId } from '../../../contract/ids.ts';
import type { LogEntryView } from '../../../contract/log/entries.ts';
import type { RouteRequest } from '../../../contract/routes.ts';
import type { AccessHistoryQuestion } from '../../../contract/access-history/requests.ts';
import { WHO_SAW_PAGE } from '../../../contract/access-history/lists.ts';
import { dayOf } from '../../../main/vault/clock.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { type FakeClock, MINUTE_MS, createFakeClock } from '../../support/fake-clock.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { previewRows } from '../../support/import-file.ts';

const WHY = { reason: 'repair', words: 'leak above', ticket: 'WO-17' } as const;
const DAY = 24 * 60 * MINUTE_MS;

describe.each(FEATURE_ENGINE_NAMES)('who saw on %s', (engine) => {
  let desk: VaultHarness;
  let clock: FakeClock;
  let personId: PersonId;
  let otherId: PersonId;

  beforeEach(async () => {
    clock = createFakeClock();
    desk = await createHarness({ engine, clock });
    personId = await desk.setUpWith(draftOf(5), 'supervisor');
    const other = draftOf(6, {
      name: '欧阳砚秋',
      plates: [],
      rooms: [{ text: '3-2-1805', relation: 'tenant' }],
    });
    ({ personId: otherId } = await desk.addPerson({
      ...other,
      sealed: [
        { field: 'phone', value: phoneOf(6) },
        { field: 'idNumber', value: idNumberOf(6) },
      ],
    }));
    await desk.switchTo('receptionist');
  });

  const reveal = (id: PersonId, changes: Partial<RouteRequest<'people.reveal'>> = {}) =>
    desk.call('people.reveal', {
      personId: id,
      field: 'phone',
      ordinal: 0,
      why: WHY,
      pin: PINS.receptionist,
      ...changes,
    });
  const verify = (id: PersonId, said: string) =>
    desk.call('people.verify', { personId: id, kind: 'phone', said, pin: PINS.receptionist });
  const ask = (about: AccessHistoryQuestion['about'], narrowing: Partial<AccessHistoryQuestion> = {}) =>
    desk.call('accessHistory.list', { about, before: null, ...narrowing });
  const trace = async (number: string) =>
    desk.call('accessHistory.number', { number, supervisor: await desk.proofOf('supervisor') });
  const said = (entries: readonly LogEntryView[]): readonly string[] =>
    entries.map(({ action, outcome }) => (outcome === 'done' ? action : `${action} ${outcome}`));
  const logged = (action: string): Promise<readonly LogEntryView[]> => desk.logged(action, 200);

  it('says of a resident who opened, verified, revealed and entered what, when and why, newest first', async () => {
    await desk.call('people.open', { personId });
    clock.advance(MINUTE_MS);
    await verify(personId, phoneOf(99));
    clock.advance(MINUTE_MS);
    await reveal(personId);
    await reveal(otherId);
    await desk.switchTo('supervisor');
    const { whom, summary, entries, next } = await ask({ by: 'person', personId });
    expect(said(entries)).toEqual(['reveal', 'verify no-match', 'open', 'add']);
    expect(entries[0]).toMatchObject({
      staffName: 'Desk One',
      field: 'phone',
      reason: 'repair: leak above',
      ticket: 'WO-17',
      personMask: '张**',
    });
    expect(whom).toMatchObject({ by: 'person', people: [{ personId, mask: '张**' }] });
    expect(whom.people[0]!.rooms).toHaveLength(1);
    expect(summary).toMatchObject({
      total: 4,
      staff: [
        { name: 'Desk One', role: 'receptionist', done: 3, cosigned: 0, clear: 1, last: entries[0]!.time },
        { name: 'Super One', role: 'supervisor', done: 1, clear: 0 },
      ],
    });
    expect(next).toBeNull();
  });

  it('is narrowed by a field and by how it was seen', async () => {
    await desk.call('people.open', { personId });
    await reveal(personId);
    await reveal(personId, { field: 'remark' });
    await desk.switchTo('supervisor');
    const about = { by: 'person', personId } as const;
    expect(said((await ask(about, { field: 'phone' })).entries)).toEqual(['reveal', 'add']);
    expect(said((await ask(about, { field: 'remark', how: 'clear' })).entries)).toEqual(['reveal']);
    expect(said((await ask(about, { how: 'masked' })).entries)).toEqual(['open']);
    expect((await ask(about, { field: 'email' })).summary).toEqual({ total: 0, staff: [] });
  });

  it('counts a co-signer beside whoever asked', async () => {
    await reveal(personId, { field: 'idNumber', cosigner: await desk.proofOf('supervisor') });
    await desk.switchTo('admin');
    const { summary } = await ask({ by: 'person', personId }, { how: 'clear' });
    expect(summary!.staff).toEqual([
      expect.objectContaining({ name: 'Desk One', done: 1, cosigned: 0, clear: 1 }),
      expect.objectContaining({ name: 'Super One', done: 0, cosigned: 1, clear: 1 }),
    ]);
  });

  it('says of a room who opened it and who saw whoever is or was registered there', async () => {
    const { rooms } = await desk.call('rooms.find', { text: '3-2-1806' });
    const { roomId, label } = rooms[0]!;
    await desk.call('rooms.open', { roomId });
    await reveal(personId);
    await reveal(otherId);
    await desk.switchTo('supervisor');
    const { whom, entries } = await ask({ by: 'room', roomId });
    expect(whom.roomLabel).toBe(label);
    expect(said(entries)).toEqual(['reveal', 'open-room', 'add']);
    await desk.answers('not-found', 'accessHistory.list', {
      about: { by: 'room', roomId: 4_000 as RoomId },
      before: null,
    });
  });

  it('says what one of the staff did or co-signed within their days, and what all did in a day', async () => {
    const first = dayOf(clock.now());
    await reveal(personId);
    clock.advance(2 * DAY);
    await desk.switchTo('receptionist');
    await verify(otherId, phoneOf(6));
    await reveal(personId, { field: 'idNumber', cosigner: await desk.proofOf('supervisor') });
    const last = dayOf(clock.now());
    await desk.switchTo('supervisor');
    const { staff } = await desk.call('log.staff', {});
    const idOf = (name: string) => staff.find((one) => one.name === name)!.staffId;
    const of = async (name: string, from: string, to: string) =>
      said((await ask({ by: 'staff', staffId: idOf(name), from, to })).entries);
    expect(await of('Desk One', first, last)).toEqual(['reveal', 'verify match', 'reveal']);
    expect(await of('Desk One', last, last)).toEqual(['reveal', 'verify match']);
    expect(await of('Super One', last, last)).toEqual(['reveal']);
    expect(said((await ask({ by: 'day', day: first })).entries)).toEqual(['reveal', 'add', 'add']);
    for (const [from, to] of [
      [last, first],
      ['2026-01-01', '2026-02-01'],
    ])
      await desk.answers('bad-request', 'accessHistory.list', {
        about: { by: 'staff', staffId: idOf('Desk One'), from, to },
        before: null,
      });
  });

  it('goes on where a page ended', async () => {
    for (let n = 0; n < WHO_SAW_PAGE + 20; n++) await desk.call('people.open', { personId });
    await desk.switchTo('supervisor');
    const first = await ask({ by: 'person', personId });
    expect(first.entries).toHaveLength(WHO_SAW_PAGE);
    expect(first.summary!.total).toBe(WHO_SAW_PAGE + 21);
    const rest = await desk.call('accessHistory.list', {
      about: { by: 'person', personId },
      before: first.next,
    });
    expect([rest.entries.length, rest.next, rest.summary]).toEqual([21, null, null]);
    expect(await logged('access-history')).toHaveLength(1);
  });

  it('is of a record that was merged into the resident as well', async () => {
    await reveal(otherId);
    await desk.switchTo('supervisor');
    const { version } = await desk.call('people.open', { personId });
    const other = await desk.call('people.open', { personId: otherId });
    await desk.merge(
      { personId, version },
      { personId: otherId, version: other.version },
      { pin: PINS.supervisor, why: { reason: 'correction' } },
    );
    const { entries } = await ask({ by: 'person', personId }, { how: 'clear' });
    expect(said(entries)).toEqual(['reveal']);
    expect(entries[0]!.personId).toBe(otherId);
  });

  describe('a phone number', () => {
    it('is traced to whoever had it in clear, and to nobody who only opened the record or guessed wrong', async () => {
      await desk.call('people.open', { personId: otherId });
      await verify(otherId, phoneOf(98));
      await verify(otherId, phoneOf(6));
      await reveal(otherId);
      await reveal(otherId, { field: 'idNumber', cosigner: await desk.proofOf('supervisor') });
      await reveal(personId);
      await desk.switchTo('supervisor');
      const { whom, summary, entries } = await trace(` ${phoneOf(6).slice(0, 3)} ${phoneOf(6).slice(3)}`);
      expect(whom.people).toEqual([{ personId: otherId, mask: '欧阳**', rooms: [expect.any(String)] }]);
      expect(said(entries)).toEqual(['reveal', 'verify match', 'add']);
      expect(summary!.staff.map(({ name, done }) => [name, done])).toEqual([
        ['Desk One', 2],
        ['Super One', 1],
      ]);
      const narrowed = await ask({ by: 'number' }, { how: 'compared' });
      expect(said(narrowed.entries)).toEqual(['verify match']);
    });

    it('is traced to whoever imported it', async () => {
      const rows = [
        ['房号', '业主名称', '手机号'],
        ['5-1-101', '覃小芳', phoneOf(77)],
      ];
      await (await previewRows(desk, rows)).apply();
      await desk.switchTo('supervisor');
      const { whom, entries } = await trace(phoneOf(77));
      expect(said(entries)).toEqual(['import']);
      expect(entries[0]).toMatchObject({ staffName: 'Desk One', cosignerName: 'Super One' });
      const about = { by: 'person', personId: whom.people[0]!.personId } as const;
      expect(said((await ask(about)).entries)).toEqual(['import']);
      expect(said((await ask(about, { field: 'email' })).entries)).toEqual([]);
    });

    it('that nobody has is answered with nobody, and each trace is an entry without the number', async () => {
      await desk.switchTo('supervisor');
      const { whom, entries } = await trace(phoneOf(4321));
      expect([whom.people, entries]).toEqual([[], []]);
      await trace(phoneOf(6));
      const found = await logged('access-history-number');
      expect(found.map(({ personId: id, detail, signed }) => [id, detail, signed])).toEqual([
        [otherId, { found: 1 }, true],
        [null, { found: 0 }, true],
      ]);
      const all = JSON.stringify((await desk.call('log.list', { before: null, limit: 200 })).entries);
      for (const number of [phoneOf(4321), phoneOf(6)]) expect(all).not.toContain(number);
    });

    /** As the supervisor, who is signed in. */
    const replace = async (field: 'phone' | 'idNumber', value: string | null) => {
      const { version } = await desk.call('people.open', { personId: otherId });
      await desk.edit(
        { personId: otherId, version },
        { sealed: [{ field, ordinal: 0, value }] },
        { pin: PINS.supervisor, why: WHY },
      );
    };

    it('that was replaced is traced to whoever had it while it was on the record, and not to who had the next', async () => {
      const from = clock.now();
      await reveal(otherId);
      clock.advance(MINUTE_MS);
      await desk.switchTo('supervisor');
      const until = clock.now();
      await replace('phone', phoneOf(8));
      clock.advance(MINUTE_MS);
      await reveal(otherId, { pin: PINS.supervisor });
      const { whom, summary, entries } = await trace(phoneOf(6));
      expect(whom).toMatchObject({
        people: [],
        former: [{ personId: otherId, mask: '欧阳**', from, until }],
      });
      expect(said(entries)).toEqual(['reveal', 'add']);
      expect(summary!.staff.map(({ name, clear }) => [name, clear])).toEqual([
        ['Desk One', 1],
        ['Super One', 0],
      ]);
      expect((await logged('access-history-number'))[0]).toMatchObject({
        personId: otherId,
        detail: { found: 1 },
      });
      expect((await trace(phoneOf(8))).whom).toMatchObject({ people: [{ personId: otherId }], former: [] });
    });

    it('that was replaced is traced after its thirty days, when no value and no other tag of it is left', async () => {
      await desk.switchTo('supervisor');
      await replace('phone', phoneOf(8));
      for (const day of [16, 16]) {
        clock.advance(day * 24 * 60 * MINUTE_MS);
        await desk.switchTo('admin');
        await desk.switchTo('supervisor');
      }
      expect((await desk.call('people.replaced', { personId: otherId })).values).toEqual([]);
      expect((await trace(phoneOf(6))).whom.former).toMatchObject([{ personId: otherId }]);
    });

    it('that was put back is one of now', async () => {
      await desk.switchTo('supervisor');
      await replace('phone', phoneOf(8));
      const [gone] = (await desk.call('people.replaced', { personId: otherId })).values;
      const { version } = await desk.call('people.open', { personId: otherId });
      await desk.call('people.restore', {
        personId: otherId,
        version,
        valueId: gone!.valueId,
        pin: PINS.supervisor,
        why: WHY,
      });
      expect((await trace(phoneOf(6))).whom).toMatchObject({ people: [{ personId: otherId }], former: [] });
      expect((await trace(phoneOf(8))).whom).toMatchObject({ people: [], former: [{ personId: otherId }] });
    });

    it('that was replaced finds nobody at the counter: by whole ID number, by phone, in an import', async () => {
      await desk.switchTo('supervisor');
      await replace('idNumber', idNumberOf(9));
      await replace('phone', null);
      const supervisor = await desk.proofOf('supervisor');
      const found = async (idNumber: string) =>
        (await desk.call('people.findById', { idNumber, supervisor })).rows.length;
      expect([await found(idNumberOf(6)), await found(idNumberOf(9))]).toEqual([0, 1]);
      expect((await trace(idNumberOf(6))).whom).toMatchObject({
        people: [],
        former: [{ personId: otherId }],
      });
      expect((await trace(phoneOf(6))).whom).toMatchObject({ people: [], former: [{ personId: otherId }] });
      expect((await trace(idNumberOf(9))).whom).toMatchObject({
        people: [{ personId: otherId }],
        former: [],
      });
    });

    it('that a merged record had leads to the record that stayed, and back with the undo', async () => {
      await desk.switchTo('supervisor');
      await replace('phone', phoneOf(8));
      const [keep, other] = await Promise.all(
        [personId, otherId].map((id) => desk.call('people.open', { personId: id })),
      );
      await desk.merge(
        { personId, version: keep!.version },
        { personId: otherId, version: other!.version },
        { pin: PINS.supervisor, why: { reason: 'correction' } },
      );
      expect((await trace(phoneOf(6))).whom.former).toMatchObject([{ personId }]);
      const { merges } = await desk.call('people.merges', { personId });
      await desk.call('people.undoMerge', {
        personId,
        version: (await desk.call('people.open', { personId })).version,
        mergeId: merges[0]!.mergeId,
        keepEdited: false,
        pin: PINS.supervisor,
        why: { reason: 'correction' },
      });
      expect((await trace(phoneOf(6))).whom.former).toMatchObject([{ personId: otherId }]);
    });

    it('takes a supervisor, whose wrong PINs are counted', async () => {
      await desk.switchTo('admin');
      const codeOf = async (role: 'admin' | 'supervisor', pin?: string) => {
        const proof = await desk.proofOf(role);
        return desk.codeOf('accessHistory.number', {
          number: phoneOf(6),
          supervisor: { ...proof, pin: pin ?? proof.pin },
        });
      };
      expect(await codeOf('admin')).toBe('needs-supervisor');
      for (let tries = 0; tries < 5; tries++) await codeOf('supervisor', 'not the PIN');
      expect(await codeOf('supervisor')).toBe('must-wait');
      expect(await logged('access-history-number')).toEqual([]);
      expect((await logged('pin-failed')).length).toBeGreaterThanOrEqual(5);
    });

    it('is refused where it is none, and not asked about again before one was traced', async () => {
      await desk.switchTo('supervisor');
      const supervisor = await desk.proofOf('supervisor');
      await desk.answers('invalid-value', 'accessHistory.number', { number: 'abc-de', supervisor });
      await desk.answers('not-found', 'accessHistory.list', { about: { by: 'number' }, before: null });
      await trace(phoneOf(6));
      await desk.switchTo('admin');
      await desk.answers('not-found', 'accessHistory.list', { about: { by: 'number' }, before: null });
    });
  });

  it('is nobody’s to ask at the counter', async () => {
    await desk.answers('not-allowed', 'accessHistory.list', {
      about: { by: 'person', personId },
      before: null,
    });
    await desk.answers('not-allowed', 'accessHistory.print', { about: { by: 'person', personId } });
  });

  it('enters what was asked about, and which resident and field', async () => {
    await desk.switchTo('supervisor');
    await ask({ by: 'person', personId }, { field: 'phone' });
    const [entry] = await logged('access-history');
    expect(entry).toMatchObject({
      personId,
      field: 'phone',
      detail: { by: 'person', room: null, staff: null },
    });
  });

  describe('on paper', () => {
    it('is entered before it is printed, and given out once', async () => {
      await reveal(personId);
      await desk.switchTo('supervisor');
      expect(await desk.vault.paper('access-history')).toBeNull();
      await desk.call('accessHistory.print', { about: { by: 'person', personId }, field: 'phone' });
      const paper = await desk.vault.paper('access-history');
      expect(paper).toMatchObject({
        kind: 'access-history',
        sheet: {
          whom: { people: [{ mask: '张**' }] },
          narrowed: { field: 'phone', how: null },
          summary: { total: 2 },
          printed: { by: 'Super One', at: clock.now() },
        },
      });
      expect(await desk.vault.paper('access-history')).toBeNull();
      expect(await logged('access-history-print')).toMatchObject([
        { personId, detail: { by: 'person', entries: 2 } },
      ]);
      expect(JSON.stringify(paper)).not.toContain(phoneOf(5));
    });

    it('is not there where the log takes no entry', async () => {
      await desk.switchTo('supervisor');
      desk.keychain.refusing = true;
      await desk.answers('log-unavailable', 'accessHistory.print', { about: { by: 'person', personId } });
      expect(
        await desk.codeOf('accessHistory.answer', { personId, supervisor: await desk.proofOf('supervisor') }),
      ).not.toBe('ok');
      expect([
        await desk.vault.paper('access-history'),
        await desk.vault.paper('access-history-answer'),
      ]).toEqual([null, null]);
      desk.keychain.refusing = false;
    });

    it('answers the resident with roles, times and reasons, and with nobody’s name or words', async () => {
      await reveal(personId);
      await desk.switchTo('supervisor');
      await desk.answers('needs-supervisor', 'accessHistory.answer', {
        personId,
        supervisor: await desk.proofOf('admin'),
      });
      await desk.call('accessHistory.answer', { personId, supervisor: await desk.proofOf('supervisor') });
      const paper = await desk.vault.paper('access-history-answer');
      expect(paper).toMatchObject({
        sheet: {
          person: { mask: '张**' },
          total: 2,
          acts: [
            { action: 'reveal', field: 'phone', roles: ['receptionist'], reason: 'repair' },
            { action: 'add', roles: ['supervisor'] },
          ],
        },
      });
      const text = JSON.stringify(paper);
      for (const words of ['Desk One', 'Super One', WHY.words, WHY.ticket, phoneOf(5)])
        expect(text).not.toContain(words);
      expect(await logged('access-history-answer')).toMatchObject([
        { personId, detail: { entries: 2 }, signed: true },
      ]);
    });
  });
});
