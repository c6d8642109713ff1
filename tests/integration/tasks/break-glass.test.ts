/** Breaking the glass: what it opens and what it does not, and that a supervisor hears of it until they have said so. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { draftOf, idNumberOf, phoneOf } from '../../support/people-drafts.ts';
import { driveStaff } from '../../support/staff-desk.ts';
import type { VaultHarness } from '../../support/vault-harness.ts';
import { createHarness, PINS } from '../../support/vault-harness.ts';

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
  afterEach(() => desk.dispose());

  const breakGlass = (changes: object = {}) =>
    desk.ask('glass.break', { personId, words: WORDS, pin: PINS.receptionist, ...changes });
  const logged = async () => (await desk.call('log.list', { before: null, limit: 60 })).entries;

  it('opens the emergency contact and the phones in one request with the own PIN, and nothing of the identity tier', async () => {
    const reply = await breakGlass();
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
      { cosigner: await desk.proofOf('supervisor') },
    ]) {
      expect(
        await desk.codeOf('glass.break', { personId, words: WORDS, pin: PINS.receptionist, ...extra }),
      ).toBe('bad-request');
    }
  });

  it('opens nothing where the record has no contact, whatever else it holds', async () => {
    const bare = await desk.call('people.add', {
      person: draftOf(9, { sealed: [{ field: 'idNumber', value: idNumberOf(9) }] }),
      pin: PINS.receptionist,
      cosigner: await desk.proofOf('supervisor'),
    });
    expect(
      await desk.codeOf('glass.break', { personId: bare.personId, words: WORDS, pin: PINS.receptionist }),
    ).toBe('nothing-sealed');
  });

  it('leaves one entry a field, with the words', async () => {
    await breakGlass({ ticket: 'T-1' });
    await desk.switchTo('supervisor');
    expect(
      (await logged())
        .filter((entry) => entry.action === 'break-glass')
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
      expect(await desk.codeOf('glass.break', { personId, words, pin: PINS.receptionist })).toBe(
        'bad-request',
      );
    expect(await desk.codeOf('glass.break', { personId, words: WORDS, pin: '918273' })).toBe('wrong-pin');
    await desk.switchTo('supervisor');
    expect(await desk.call('glass.list', {})).toEqual({ open: [], seen: [] });
    expect((await logged()).some((entry) => entry.action === 'break-glass')).toBe(false);
  });

  it('gives no value where the anchor cannot be written', async () => {
    desk.keychain.refusing = true;
    const reply = await breakGlass();
    desk.keychain.refusing = false;
    expect(reply.ok).toBe(false);
    expect(JSON.stringify(reply)).not.toContain(CONTACT);
  });

  it('is no way for an admin, who may not call it and whose PIN opens no contact', async () => {
    await desk.switchTo('admin');
    expect(await desk.codeOf('glass.break', { personId, words: WORDS, pin: PINS.admin })).toBe('not-allowed');
  });

  it('is shown to supervisors until one has acknowledged it with words, over restarts, and then no more', async () => {
    await breakGlass();
    await desk.lock();
    await desk.lock();
    await desk.unlock('supervisor');
    const { open } = await desk.call('glass.list', {});
    expect(open).toMatchObject([
      {
        staffName: 'Desk One',
        personId,
        personMask: '张**',
        fields: ['emergency', 'phone'],
        words: WORDS,
        seen: null,
      },
    ]);
    const [event] = open;
    expect(
      await desk.codeOf('glass.acknowledge', {
        glassId: event!.glassId,
        words: '已知',
        pin: PINS.supervisor,
      }),
    ).toBe('bad-request');
    expect(
      await desk.codeOf('glass.acknowledge', {
        glassId: event!.glassId,
        words: '已问过当班',
        pin: 'not-this-one',
      }),
    ).toBe('wrong-pin');
    expect((await desk.call('glass.list', {})).open).toHaveLength(1);
    await desk.call('glass.acknowledge', {
      glassId: event!.glassId,
      words: '已问过当班',
      pin: PINS.supervisor,
    });
    const after = await desk.call('glass.list', {});
    expect(after.open).toEqual([]);
    expect(after.seen).toMatchObject([
      { words: WORDS, seen: { staffName: 'Super One', words: '已问过当班' } },
    ]);
    expect((await logged()).find((entry) => entry.action === 'glass-seen')).toMatchObject({
      personId,
      reason: '已问过当班',
      staffName: 'Super One',
      detail: { entry: event!.glassId, alone: false },
    });
    expect(
      await desk.codeOf('glass.acknowledge', {
        glassId: event!.glassId,
        words: '再来一次',
        pin: PINS.supervisor,
      }),
    ).toBe('not-found');
    await desk.switchTo('supervisor');
    expect((await desk.call('glass.list', {})).open).toEqual([]);
  });

  it('is not acknowledged by a receptionist, nor listed to one', async () => {
    await breakGlass();
    expect(await desk.codeOf('glass.list', {})).toBe('not-allowed');
    expect(
      await desk.codeOf('glass.acknowledge', { glassId: 1, words: '已问过当班', pin: PINS.receptionist }),
    ).toBe('not-allowed');
    await desk.switchTo('supervisor');
    expect((await desk.call('glass.list', {})).open).toHaveLength(1);
  });

  it('is acknowledged by that supervisor where there is no other, and the log says so', async () => {
    await desk.switchTo('supervisor');
    await breakGlass({ pin: PINS.supervisor });
    const {
      open: [event],
    } = await desk.call('glass.list', {});
    expect(event).toMatchObject({ staffName: 'Super One', reader: 'you-alone' });
    await desk.call('glass.acknowledge', {
      glassId: event!.glassId,
      words: '已问过当班',
      pin: PINS.supervisor,
    });
    expect((await logged()).find((entry) => entry.action === 'glass-seen')?.detail).toEqual({
      entry: event!.glassId,
      alone: true,
    });
  });

  it('is not acknowledged by the supervisor who broke it where there is another one', async () => {
    await breakGlass();
    await desk.switchTo('admin');
    expect(await driveStaff(desk).add('supervisor', 'Super Two')).toBe('ok');
    await desk.switchTo('supervisor');
    await breakGlass({ pin: PINS.supervisor });
    const { open } = await desk.call('glass.list', {});
    expect(open.map(({ staffName, reader }) => [staffName, reader])).toEqual([
      ['Desk One', 'you'],
      ['Super One', 'another'],
    ]);
    expect(
      await desk.codeOf('glass.acknowledge', {
        glassId: open[1]!.glassId,
        words: '已问过当班',
        pin: PINS.supervisor,
      }),
    ).toBe('own-emergency');
    expect(
      await desk.codeOf('glass.acknowledge', {
        glassId: open[0]!.glassId,
        words: '已问过当班',
        pin: PINS.supervisor,
      }),
    ).toBe('ok');
    expect((await desk.call('glass.list', {})).open.map(({ staffName }) => staffName)).toEqual(['Super One']);
    expect((await logged()).filter((entry) => entry.action === 'glass-seen')).toHaveLength(1);
  });

  it('lists each breaking by itself, those that wait longest first', async () => {
    await breakGlass();
    await breakGlass({ words: '还是联系不上' });
    await desk.switchTo('supervisor');
    const { open } = await desk.call('glass.list', {});
    expect(open.map(({ words, fields }) => [words, fields])).toEqual([
      [WORDS, ['emergency', 'phone']],
      ['还是联系不上', ['emergency', 'phone']],
    ]);
    await desk.call('glass.acknowledge', {
      glassId: open[0]!.glassId,
      words: '已问过当班',
      pin: PINS.supervisor,
    });
    expect((await desk.call('glass.list', {})).open.map(({ words }) => words)).toEqual(['还是联系不上']);
    expect((await desk.call('log.verify', {})).ok).toBe(true);
  });
});

describe('reasons of tasks', () => {
  let desk: VaultHarness;
  let personId: PersonId;
  beforeEach(async () => {
    desk = await createHarness();
    personId = await desk.setUpWith(draftOf(7), 'receptionist');
  });
  afterEach(() => desk.dispose());

  it('an authority is asked for the number of its document', async () => {
    const ask = (ticket?: string) =>
      desk.codeOf('people.reveal', {
        personId,
        field: 'phone',
        ordinal: 0,
        pin: PINS.receptionist,
        why: { reason: 'authority', ...(ticket === undefined ? {} : { ticket }) },
      });
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
    expect(
      (await desk.call('log.list', { before: null, limit: 20 })).entries.find(
        (entry) => entry.action === 'verify',
      ),
    ).toMatchObject({ reason: 'parcel', outcome: 'match' });
  });
});
