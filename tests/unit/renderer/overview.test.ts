/** What the tiles of the overview say, and the steps of the first day. */
import { describe, expect, it } from 'vitest';
import type { Translate } from '../../../renderer/messages/translate.ts';
import { ROTATED_KEYS } from '../../../contract/key-management/lists.ts';
import type { KeyView } from '../../../contract/key-management/views.ts';
import type { OtherSystem } from '../../../contract/other-systems/routes.ts';
import type { StaffMember } from '../../../contract/staff/views.ts';
import { FIRST_DAY_STEPS } from '../../../renderer/first-day/steps.ts';
import { readBackups, readKeys, readStaff, readSystems } from '../../../renderer/overview/readings.ts';
import { pageOf } from '../../support/page-registry.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 4, 16, 9);
/** The key and what is put into it. */
const t = ((key: string, values: object = {}) =>
  [key, ...Object.values(values)].join(' ')) as unknown as Translate;

describe('the tile of the keys', () => {
  const [first, second] = ROTATED_KEYS;
  const keyDue = (key: KeyView['key'], days: number): KeyView => ({
    key,
    madeAt: 0,
    rotated: false,
    dueAt: NOW + days * DAY_MS,
    history: [],
  });
  it.each([
    ['the one that is due first', 400, 200, 'good later', 200],
    ['one within thirty days', 29, 200, 'amber soon', 29],
    ['one that is over', 90, -3, 'harm over', 3],
  ])('goes by the worst: %s', (_, one, other, says, days) => {
    const reading = readKeys(t, { keys: [keyDue(first, one), keyDue(second, other)] }, null, NOW)!;
    expect(`${reading.tone} ${reading.state}`).toBe(says.replace(' ', ' overview.keys.'));
    expect(reading.fact).toContain(`names.${one < other ? first : second} ${days} `);
  });

  it('says what the bell says of them before any date', () => {
    expect(readKeys(t, { keys: [keyDue(first, 400)] }, 'since somebody left', NOW)).toEqual({
      tone: 'harm',
      state: 'overview.keys.urgent',
      fact: 'since somebody left',
    });
  });
});

describe('the tile of the backups', () => {
  it.each([
    ['never', null, 'harm'],
    ['overdue', NOW, 'harm'],
    ['same-disk', NOW, 'amber'],
    [null, null, 'amber'],
    [null, NOW, 'good'],
  ] as const)('says of %s, last at %s: %s', (warning, lastAt, tone) => {
    const reading = readBackups(t, { warning, lastAt });
    expect(reading.tone).toBe(tone);
    expect(reading.fact).toMatch(lastAt === null ? /neverFact/u : /last 2026-05-16/u);
  });
});

describe('the tile of the staff', () => {
  const member = (role: StaffMember['role'], changes: Partial<StaffMember> = {}): StaffMember => ({
    ...({ staffId: 'a', displayName: '管理员', since: 0, lastSignInAt: null } as unknown as StaffMember),
    slotId: 'b' as StaffMember['slotId'],
    suspended: false,
    role,
    ...changes,
  });
  it.each([
    ['one admin', [], 'amber', '2 1'],
    ['a second admin', [member('admin')], 'good', '3 2'],
    ['a second admin who is suspended', [member('admin', { suspended: true })], 'amber', '2 1'],
    ['a second admin without a way in', [member('admin', { slotId: null })], 'amber', '2 1'],
  ] as const)('counts who can sign in: %s', (_, more, tone, counts) => {
    const reading = readStaff(t, [member('admin'), member('receptionist'), ...more]);
    expect([reading.tone, reading.fact]).toEqual([tone, `overview.staff.fact ${counts}`]);
  });
});

describe('the tile of the other systems', () => {
  const system = (state: OtherSystem['check']['state']): OtherSystem =>
    ({ check: { state } }) as unknown as OtherSystem;
  it.each([
    ['none', [], 'amber', 'noneFact 0'],
    ['one never checked and one overdue', ['never', 'overdue', 'soon', 'fine'], 'harm', 'dueFact 2'],
    ['one that is due soon', ['soon', 'fine'], 'amber', 'soonFact 1'],
    ['all checked', ['fine', 'fine'], 'good', 'fineFact 2'],
  ] as const)('is read of: %s', (_, states, tone, fact) => {
    const reading = readSystems(t, states.map(system));
    expect([reading.tone, reading.fact]).toEqual([tone, `overview.systems.${fact}`]);
  });
});

it('each step of the first day that is done on a page is for those who may open it', () => {
  for (const step of FIRST_DAY_STEPS)
    if (step.id !== 'practice')
      expect(pageOf(step.page).roles, step.id).toEqual(expect.arrayContaining([...step.roles]));
});
