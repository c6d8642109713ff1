/** The route `log.list` with a filter: what it takes, what it leaves in the log, who may ask. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '../../../contract/ids.ts';
import { FEATURE_ENGINE_NAMES } from '../../support/engines.ts';
import { draftOf } from '../../support/people-drafts.ts';
import { PINS, type VaultHarness, createHarness } from '../../support/vault-harness.ts';
import { revealOf } from '../../support/requests-of.ts';

const HOSTILE: readonly unknown[] = [
  { from: '2026-02-30' },
  { from: '2026-13-01' },
  { from: "2026-01-01' OR 1=1 --" },
  { to: '' },
  { to: 20_260_131 },
  { staffId: "' OR ''='" },
  { staffId: ['a000000000000001'] },
  { group: 'constructor' },
  { group: '__proto__' },
  { outcome: 'done; DROP TABLE log_entry' },
  { personId: -1 },
  { personId: 2 ** 53 },
  { seq: 1 },
  { from: null },
  [],
  'reveal',
  null,
];

describe.each(FEATURE_ENGINE_NAMES)('a filtered log on %s', (engine) => {
  let desk: VaultHarness;
  let personId: PersonId;

  beforeEach(async () => {
    desk = await createHarness({ engine });
    personId = await desk.setUpWith(draftOf(7), 'receptionist');
    await desk.call('people.reveal', revealOf(personId, 'phone', PINS.receptionist));
    await desk.switchTo('supervisor');
  });

  const list = async (filter: object) =>
    (await desk.call('log.list', { before: null, limit: 50, filter })).entries;

  it('returns only what fits, and says of each entry whether it is signed', async () => {
    const shown = await list({ group: 'reveal' });
    expect(shown).toMatchObject([{ action: 'reveal', staffName: 'Desk One', signed: true }]);
    const about = await list({ personId });
    expect(about.every((entry) => entry.personId === personId)).toBe(true);
    expect(about.map(({ action }) => action)).toEqual(expect.arrayContaining(['add', 'reveal']));
    const { staff } = await desk.call('log.staff', {});
    const { staffId } = staff.find(({ name }) => name === 'Desk One')!;
    const own = await list({ staffId });
    expect(own.length).toBeGreaterThan(1);
    expect(own.every(({ staffName }) => staffName === 'Desk One')).toBe(true);
  });

  it('is an entry that names what it was narrowed by, and of no value but the resident', async () => {
    await list({});
    await list({ group: 'reveal', outcome: 'done', from: '2020-01-01' });
    await list({ personId });
    const readings = (await list({})).filter(({ action }) => action === 'log-read');
    expect(readings.slice(0, 4).map(({ detail, personId: about }) => ({ detail, about }))).toEqual([
      { detail: null, about: null },
      { detail: { by: ['resident'] }, about: personId },
      { detail: { by: ['days', 'group', 'outcome'] }, about: null },
      { detail: null, about: null },
    ]);
    const { seq } = readings[0]!;
    await desk.call('log.list', { before: seq, limit: 5, filter: { outcome: 'done' } });
    expect((await list({})).filter(({ action }) => action === 'log-read')).toHaveLength(readings.length + 1);
  });

  it('refuses what is no filter', async () => {
    for (const filter of HOSTILE)
      expect([filter, await desk.codeOf('log.list', { before: null, limit: 50, filter })]).toEqual([
        filter,
        'bad-request',
      ]);
  });

  it('finds nothing of a year that no computer has seen, of a resident and of staff that there are not', async () => {
    expect(await list({ to: '0001-01-01' })).toEqual([]);
    expect(await list({ from: '9999-12-31' })).toEqual([]);
    expect(await list({ staffId: 'f'.repeat(16) })).toEqual([]);
    // The reading itself stands under the number that it asked for.
    expect((await list({ personId: 4_000 })).map(({ action }) => action)).toEqual(['log-read']);
  });

  it('lists the staff, those who have left last', async () => {
    const { staff } = await desk.call('log.staff', {});
    expect(staff.map(({ name, left }) => [name, left])).toEqual(
      expect.arrayContaining([
        ['Desk One', false],
        ['Super One', false],
        ['Admin One', false],
      ]),
    );
  });

  it('answers a supervisor and an admin, and nobody else', async () => {
    const request = { before: null, limit: 5, filter: { group: 'session' } };
    for (const [role, code] of [
      ['supervisor', 'ok'],
      ['admin', 'ok'],
      ['receptionist', 'not-allowed'],
    ] as const) {
      await desk.switchTo(role);
      expect([role, await desk.codeOf('log.list', request)]).toEqual([role, code]);
      expect([role, await desk.codeOf('log.staff', {})]).toEqual([role, code]);
    }
    await desk.lock();
    expect(await desk.codeOf('log.staff', {})).toBe('locked');
  });
});
