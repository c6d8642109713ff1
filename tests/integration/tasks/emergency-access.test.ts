/** Breaking the emergency: what it opens and what it does not, and that a supervisor hears of it until they have said so. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { EmergencyId, PersonId } from '../../../contract/ids.ts';
import { EMERGENCY_MS, EMERGENCY_OVERDUE_MS } from '../../../contract/tasks/lists.ts';
import { allChains } from '../../../main/vault/log/chains.ts';
import { readEmergencies } from '../../../main/vault/session/emergencies.ts';
import { entryOf } from '../../../main/vault/session/session.ts';
import { withSlots } from '../../../main/vault/session/with-slots.ts';
import * as taskDesk from '../../../main/vault/tasks/emergency-access.ts';
import { openBareSession } from '../../support/bare-session.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { driveStaff } from '../../support/staff-desk.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { acknowledgeOf, revealOf } from '../../support/requests-of.ts';

const WORDS = '楼下漏水，业主不在';
const CONTACT = '覃零 14100000000';

describe.each(FEATURE_ENGINE_NAMES)('the glass on %s', (engine) => {
  let desk: VaultHarness;
  let personId: PersonId;

  beforeEach(async () => {
    desk = await createHarness({ engine });
    const draft = draftOf(7);
    personId = await desk.setUpWith(
      {
        ...draft,
        sealed: [
          ...draft.sealed,
          { field: 'phone', value: phoneOf(77) },
          { field: 'emergency', value: CONTACT },
          { field: 'birthday', value: '1893-01-11' },
        ],
      },
      'receptionist',
    );
  });

  const breakEmergency = (changes: object = {}) =>
    desk.ask('emergency.begin', { personId, words: WORDS, pin: PINS.receptionist, ...changes });
  const logged = async () => (await desk.call('log.list', { before: null, limit: 60 })).entries;

  it('opens the emergency contact and the phones in one request with the own PIN, and nothing of the identity tier', async () => {
    const reply = await breakEmergency();
    if (!reply.ok) throw new Error(reply.error.code);
    expect(reply.value.fields.map(({ field, value, seconds }) => [field, value, seconds])).toEqual([
      ['emergency', CONTACT, 60],
      ['phone', phoneOf(7), 60],
      ['phone', phoneOf(77), 60],
    ]);
    expect(JSON.stringify(reply)).not.toContain(idNumberOf(7));
    expect(JSON.stringify(reply)).not.toContain('1893');
  });

  it('takes no field that somebody names, an identity field least of all', async () => {
    for (const extra of [
      { field: 'idNumber' },
      { fields: ['idNumber'] },
      { ordinal: 0 },
      { roomId: 'all' },
    ]) {
      await desk.answers('bad-request', 'emergency.begin', {
        personId,
        words: WORDS,
        pin: PINS.receptionist,
        ...extra,
      });
    }
  });

  it('opens nothing where the record has no contact, whatever else it holds', async () => {
    const bare = await desk.call('people.add', {
      person: draftOf(9, { sealed: [{ field: 'idNumber', value: idNumberOf(9) }] }),
      pin: PINS.receptionist,
      cosigner: await desk.proofOf('supervisor'),
    });
    await desk.answers('nothing-sealed', 'emergency.begin', {
      personId: bare.personId,
      words: WORDS,
      pin: PINS.receptionist,
    });
  });

  it('leaves one entry a field, with the words', async () => {
    await breakEmergency({ ticket: 'T-1' });
    await desk.switchTo('supervisor');
    expect(
      (await logged())
        .filter((entry) => entry.action === 'emergency-access')
        .map(({ field, reason, ticket, personId: whose, staffName }) => [
          field,
          reason,
          ticket,
          whose,
          staffName,
        ]),
    ).toEqual(
      ['phone', 'phone', 'emergency'].map((field) => [
        field,
        `emergency: ${WORDS}`,
        'T-1',
        personId,
        'Desk One',
      ]),
    );
  });

  it('asks for words of four characters, and for the PIN', async () => {
    for (const words of ['', '急', '   急急   '])
      await desk.answers('bad-request', 'emergency.begin', { personId, words, pin: PINS.receptionist });
    expect(await desk.codeOf('emergency.begin', { personId, words: WORDS, pin: '918273' })).toBe('wrong-pin');
    await desk.switchTo('supervisor');
    expect(await desk.call('emergency.list', {})).toEqual({ open: [], seen: [] });
    expect((await logged()).some((entry) => entry.action === 'emergency-access')).toBe(false);
  });

  it('gives no value where the anchor cannot be written', async () => {
    desk.keychain.refusing = true;
    const reply = await breakEmergency();
    desk.keychain.refusing = false;
    expect(reply.ok).toBe(false);
    expect(JSON.stringify(reply)).not.toContain(CONTACT);
  });

  it('is no way for an admin, who may not call it and whose PIN opens no contact', async () => {
    await desk.switchTo('admin');
    await desk.answers('not-allowed', 'emergency.begin', { personId, words: WORDS, pin: PINS.admin });
  });

  it('is shown to supervisors until one has acknowledged it with words, over restarts, and then no more', async () => {
    await breakEmergency();
    await desk.lock();
    await desk.switchTo('supervisor');
    const { open } = await desk.call('emergency.list', {});
    expect(open).toMatchObject([
      {
        staffName: 'Desk One',
        openings: [{ personId, personMask: '张**', fields: ['emergency', 'phone'], words: WORDS }],
        records: 1,
        ended: 'lock',
        overdue: false,
        seen: null,
      },
    ]);
    const [event] = open;
    await desk.answers(
      'bad-request',
      'emergency.acknowledge',
      acknowledgeOf(event!.emergencyId, '已知', PINS.supervisor),
    );
    await desk.answers(
      'wrong-pin',
      'emergency.acknowledge',
      acknowledgeOf(event!.emergencyId, '已问过当班', 'not-this-one'),
    );
    expect((await desk.call('emergency.list', {})).open).toHaveLength(1);
    await desk.call(
      'emergency.acknowledge',
      acknowledgeOf(event!.emergencyId, '已问过当班', PINS.supervisor),
    );
    const after = await desk.call('emergency.list', {});
    expect(after.open).toEqual([]);
    expect(after.seen).toMatchObject([
      { openings: [{ words: WORDS }], seen: { staffName: 'Super One', words: '已问过当班' } },
    ]);
    expect((await logged()).find((entry) => entry.action === 'emergency-seen')).toMatchObject({
      personId,
      reason: '已问过当班',
      staffName: 'Super One',
      detail: { entry: event!.emergencyId, alone: false },
    });
    await desk.answers(
      'not-found',
      'emergency.acknowledge',
      acknowledgeOf(event!.emergencyId, '再来一次', PINS.supervisor),
    );
    await desk.switchTo('supervisor');
    expect((await desk.call('emergency.list', {})).open).toEqual([]);
  });

  it('is not acknowledged by a receptionist, nor listed to one', async () => {
    await breakEmergency();
    expect(await desk.codeOf('emergency.list', {})).toBe('not-allowed');
    const request = { emergencyId: 1, words: '已问过当班', pin: PINS.receptionist };
    await desk.answers('not-allowed', 'emergency.acknowledge', request);
    await desk.switchTo('supervisor');
    expect((await desk.call('emergency.list', {})).open).toHaveLength(1);
  });

  it('is acknowledged by that supervisor where there is no other, and the log says so', async () => {
    await desk.switchTo('supervisor');
    await breakEmergency({ pin: PINS.supervisor });
    const {
      open: [event],
    } = await desk.call('emergency.list', {});
    expect(event).toMatchObject({ staffName: 'Super One', reader: 'you-alone' });
    await desk.call(
      'emergency.acknowledge',
      acknowledgeOf(event!.emergencyId, '已问过当班', PINS.supervisor),
    );
    expect((await logged()).find((entry) => entry.action === 'emergency-seen')?.detail).toEqual({
      entry: event!.emergencyId,
      alone: true,
    });
  });

  it('is not acknowledged by the supervisor who broke it where there is another one', async () => {
    await breakEmergency();
    await desk.switchTo('admin');
    expect(await driveStaff(desk).add('supervisor', 'Super Two')).toBe('ok');
    await desk.switchTo('supervisor');
    await breakEmergency({ pin: PINS.supervisor });
    const { open } = await desk.call('emergency.list', {});
    expect(open.map(({ staffName, reader }) => [staffName, reader])).toEqual([
      ['Desk One', 'you'],
      ['Super One', 'another'],
    ]);
    await desk.answers(
      'own-emergency',
      'emergency.acknowledge',
      acknowledgeOf(open[1]!.emergencyId, '已问过当班', PINS.supervisor),
    );
    await desk.answers(
      'ok',
      'emergency.acknowledge',
      acknowledgeOf(open[0]!.emergencyId, '已问过当班', PINS.supervisor),
    );
    expect((await desk.call('emergency.list', {})).open.map(({ staffName }) => staffName)).toEqual([
      'Super One',
    ]);
    expect((await logged()).filter((entry) => entry.action === 'emergency-seen')).toHaveLength(1);
  });

  it('lists each emergency by itself, those that wait longest first', async () => {
    await breakEmergency();
    await desk.switchTo('supervisor');
    await breakEmergency({ pin: PINS.supervisor, words: '还是联系不上' });
    const { open } = await desk.call('emergency.list', {});
    expect(open.map(({ openings }) => openings.map(({ words, fields }) => [words, fields]))).toEqual([
      [[WORDS, ['emergency', 'phone']]],
      [['还是联系不上', ['emergency', 'phone']]],
    ]);
    await acknowledge(open[0]!.emergencyId);
    expect((await desk.call('emergency.list', {})).open.map(({ openings }) => openings[0]?.words)).toEqual([
      '还是联系不上',
    ]);
    expect((await desk.call('log.verify', {})).ok).toBe(true);
  });

  // --- the end, and no second one

  const acknowledge = (emergencyId: EmergencyId) =>
    desk.codeOf('emergency.acknowledge', { emergencyId, words: '已问过当班', pin: PINS.supervisor });
  const another = async () =>
    (await desk.addPerson(draftOf(8, { sealed: [{ field: 'phone', value: phoneOf(8) }] }), PINS.receptionist))
      .personId;
  const codeOfBreaking = (changes: object = {}) =>
    desk.codeOf('emergency.begin', { personId, words: WORDS, pin: PINS.receptionist, ...changes });
  const ends = async () =>
    (await logged()).filter(({ action }) => action === 'emergency-end').map(({ detail }) => detail);

  it('takes in every record that is opened until it is ended, and says how many', async () => {
    const other = await another();
    await breakEmergency();
    await breakEmergency({ personId: other });
    await breakEmergency({ words: '再打一次' });
    expect(await desk.call('emergency.own', {})).toMatchObject({ running: { records: 2 }, waiting: false });
    expect(await desk.call('emergency.end', {})).toEqual({ running: null, waiting: true });
    await desk.switchTo('supervisor');
    const { open } = await desk.call('emergency.list', {});
    expect(open).toMatchObject([
      { records: 2, ended: 'own', openings: [{ personId }, { personId: other }, { words: '再打一次' }] },
    ]);
    expect(await ends()).toEqual([{ entry: open[0]!.emergencyId, records: 2, why: 'own' }]);
    expect(await acknowledge(open[0]!.emergencyId)).toBe('ok');
    expect((await desk.call('emergency.list', {})).open).toEqual([]);
    expect((await desk.call('log.verify', {})).ok).toBe(true);
  });

  it('is ended once, and not by somebody else', async () => {
    expect(await desk.codeOf('emergency.end', {})).toBe('not-found');
    await breakEmergency();
    expect(await desk.codeOf('emergency.end', { emergencyId: 1 })).toBe('bad-request');
    await desk.switchTo('supervisor');
    expect(await desk.codeOf('emergency.end', {})).toBe('not-found');
    await desk.switchTo('admin');
    expect(await desk.codeOf('emergency.end', {})).toBe('not-allowed');
    await desk.switchTo('receptionist');
    expect(await desk.codeOf('emergency.end', {})).toBe('not-found');
    await desk.switchTo('supervisor');
    expect(await ends()).toMatchObject([{ why: 'lock', records: 1 }]);
  });

  it('is ended once by requests that come together', async () => {
    await breakEmergency();
    const codes = await Promise.all([desk.codeOf('emergency.end', {}), desk.codeOf('emergency.end', {})]);
    expect(codes.toSorted()).toEqual(['not-found', 'ok']);
  });

  it('is no second one until a supervisor has acknowledged the first, over restarts, and not by requests that come together', async () => {
    await breakEmergency();
    await desk.call('emergency.end', {});
    expect(await codeOfBreaking()).toBe('emergency-unacknowledged');
    await desk.switchTo('receptionist');
    expect(await codeOfBreaking()).toBe('emergency-unacknowledged');
    expect(await Promise.all([codeOfBreaking(), codeOfBreaking()])).toEqual([
      'emergency-unacknowledged',
      'emergency-unacknowledged',
    ]);
    await desk.switchTo('supervisor');
    const { open } = await desk.call('emergency.list', {});
    expect(open).toHaveLength(1);
    expect(await acknowledge(open[0]!.emergencyId)).toBe('ok');
    await desk.switchTo('receptionist');
    expect(await codeOfBreaking()).toBe('ok');
  });

  it('is refused before the PIN is tried, so that nobody is shut out by it', async () => {
    await breakEmergency();
    await desk.call('emergency.end', {});
    for (let tries = 0; tries < 7; tries++)
      expect(await codeOfBreaking({ pin: '918273' })).toBe('emergency-unacknowledged');
  });

  it('gives no value where it is ended while the PIN is being tried', async () => {
    await breakEmergency();
    const [opening, ending] = await Promise.all([
      desk.ask('emergency.begin', { personId, words: WORDS, pin: PINS.receptionist }),
      desk.ask('emergency.end', {}),
    ]);
    expect(ending.ok).toBe(true);
    expect(opening).toMatchObject({ ok: false, error: { code: 'emergency-unacknowledged' } });
  });

  it("of one person is in nobody else's way", async () => {
    await breakEmergency();
    await desk.switchTo('supervisor');
    expect(await codeOfBreaking({ pin: PINS.supervisor })).toBe('ok');
  });

  it('ends with a handover, and with the acknowledgement of a supervisor who is alone', async () => {
    await breakEmergency();
    await desk.call('shift.handOver', { next: await desk.slotOf('supervisor') });
    expect(await desk.call('emergency.own', {})).toEqual({ running: null, waiting: true });
    await desk.switchTo('supervisor');
    expect(await ends()).toMatchObject([{ why: 'handover' }]);
    await breakEmergency({ pin: PINS.supervisor });
    const { open } = await desk.call('emergency.list', {});
    expect(await acknowledge(open[1]!.emergencyId)).toBe('ok');
    expect(await ends()).toMatchObject([{ why: 'acknowledged' }, { why: 'handover' }]);
    expect(await codeOfBreaking({ pin: PINS.supervisor })).toBe('ok');
  });

  it('is listed to an admin, who does not acknowledge it', async () => {
    await breakEmergency();
    await desk.switchTo('admin');
    const { open } = await desk.call('emergency.list', {});
    expect(open).toMatchObject([{ reader: 'another', ended: 'lock' }]);
    await desk.answers(
      'not-allowed',
      'emergency.acknowledge',
      acknowledgeOf(open[0]!.emergencyId, '已问过当班', PINS.admin),
    );
  });
});

describe('the time of an emergency', () => {
  const clock = createFakeClock();
  let desk: VaultHarness;
  let personId: PersonId;
  const breakEmergency = () =>
    desk.codeOf('emergency.begin', { personId, words: WORDS, pin: PINS.receptionist });

  beforeEach(async () => {
    desk = await createHarness({ clock });
    personId = await desk.setUpWith(draftOf(7), 'receptionist');
  });

  it('is bounded: half an hour later nothing belongs to it, and another is a second one', async () => {
    await breakEmergency();
    clock.advance(EMERGENCY_MS - 1);
    expect(await breakEmergency()).toBe('ok');
    clock.advance(1);
    expect(await breakEmergency()).toBe('emergency-unacknowledged');
    expect(await desk.codeOf('emergency.end', {})).toBe('not-found');
    await desk.switchTo('supervisor');
    expect((await desk.call('emergency.list', {})).open).toMatchObject([{ ended: 'time', records: 1 }]);
  });

  it('is no longer where the clock is set back', async () => {
    await breakEmergency();
    clock.advance(EMERGENCY_MS / 2);
    await breakEmergency();
    clock.setBy(-EMERGENCY_MS / 4);
    expect(await breakEmergency()).toBe('emergency-unacknowledged');
  });

  it('is no longer for a clock that is set back again and again: the clock that nobody sets counts as well', async () => {
    await desk.vault.close();
    const { session, close } = await openBareSession(desk, 'Desk One', PINS.receptionist);
    await taskDesk.breakEmergency(session, { personId, words: WORDS, pin: PINS.receptionist });
    const noticed = new Map<number, number>();
    const held = { ...session, clock: { now: () => session.clock.now(), monotonic: clock.monotonic } };
    await taskDesk.endWhatIsOver(held, noticed);
    expect((await taskDesk.readOwnEmergency(session)).running).not.toBeNull();
    clock.advance(EMERGENCY_MS);
    await taskDesk.endWhatIsOver(held, noticed);
    expect(await taskDesk.readOwnEmergency(session)).toEqual({ running: null, waiting: true });
    await taskDesk.endWhatIsOver(held, noticed);
    expect((await readEmergencies(session, session.store, allChains)).map(({ ended }) => ended)).toEqual([
      'time',
    ]);
    await close();
  });

  it.each([
    ['which is over', 'Desk One', PINS.receptionist],
    ["which is another's", 'Super One', PINS.supervisor],
  ])('is not joined by an entry that names an emergency %s', async (why, name, pin) => {
    await breakEmergency();
    if (why === 'which is over') await desk.call('emergency.end', {});
    await desk.vault.close();
    const { session, close } = await openBareSession(desk, name, pin);
    const [named] = await readEmergencies(session, session.store, allChains);
    await withSlots(session, [{ slotId: session.signedIn.slotId, pin }], async (signedBy) =>
      session.log.record(session.store, async () => ({
        value: undefined,
        entries: [
          entryOf(session, {
            action: 'emergency-access',
            outcome: 'done',
            personId,
            field: 'phone',
            reason: `emergency: ${WORDS}`,
            detail: { first: named!.first.seq },
            signedBy,
          }),
        ],
      })),
    );
    expect(
      (await readEmergencies(session, session.store, allChains)).map(({ entries }) => entries.length),
    ).toEqual([1, 1]);
    await close();
  });

  it('is overdue a day later, for supervisors and admins, and where the clock stands before its beginning', async () => {
    await breakEmergency();
    for (const [role, by] of [
      ['supervisor', EMERGENCY_OVERDUE_MS - 1],
      ['admin', 1],
      ['supervisor', -2 * EMERGENCY_OVERDUE_MS],
    ] as const) {
      clock.setBy(by);
      await desk.switchTo(role);
      expect((await desk.call('emergency.list', {})).open.map(({ overdue }) => overdue)).toEqual([
        by !== EMERGENCY_OVERDUE_MS - 1,
      ]);
    }
  });
});

describe('reasons of tasks', () => {
  let desk: VaultHarness;
  let personId: PersonId;
  beforeEach(async () => {
    desk = await createHarness();
    personId = await desk.setUpWith(draftOf(7), 'receptionist');
  });

  it('an authority is asked for the number of its document', async () => {
    const ask = (ticket?: string) =>
      desk.codeOf(
        'people.reveal',
        revealOf(personId, 'phone', PINS.receptionist, {
          reason: 'authority',
          ...(ticket === undefined ? {} : { ticket }),
        }),
      );
    expect([await ask(), await ask('  '), await ask('桂公调 2026-17')]).toEqual([
      'invalid-value',
      'invalid-value',
      'ok',
    ]);
  });

  it('a verification says in the log what it was for', async () => {
    await desk.call('people.verify', {
      personId,
      kind: 'phone',
      said: phoneOf(7),
      pin: PINS.receptionist,
      reason: 'parcel',
    });
    await desk.switchTo('supervisor');
    expect((await desk.logged('verify', 20))[0]).toMatchObject({ reason: 'parcel', outcome: 'match' });
  });
});
