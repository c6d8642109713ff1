/** The sentences of before December 2026: those of a real log of then, and by hand the few that it has none of. */
import { describe, expect, it } from 'vitest';
import type { LogAction } from '../../../contract/log/actions.ts';
import { LOG_ACTIONS } from '../../../contract/log/entries.ts';
import { readDetail } from '../../../main/vault/log/detail.ts';
import { readOldLog } from '../../support/old-vault.ts';

/** All that there were: those that came later have never been written as sentences. */
const ACTIONS_OF_NOVEMBER = 56;

const read = (action: LogAction, detail: string | null, columns: { field?: string; outcome?: string } = {}) =>
  readDetail({ action, detail, field: columns.field ?? null, outcome: columns.outcome ?? 'done' });

describe('a log of November 2026', () => {
  it('has no entry whose detail cannot be read', async () => {
    const entries = await readOldLog();
    const unreadable = entries.filter(
      ({ action, ...columns }) => readDetail({ ...columns, action: action as LogAction }) === 'unreadable',
    );
    expect(unreadable).toEqual([]);
    const then = new Set(entries.map(({ action }) => action));
    expect(then.size).toBe(ACTIONS_OF_NOVEMBER);
    expect([...then].filter((action) => !LOG_ACTIONS.some((one) => one === action))).toEqual([]);
  });

  it.each<[number, LogAction, unknown]>([
    [4, 'locked', { why: 'key', at: Date.UTC(2026, 10, 9, 1) }],
    [46, 'sign-in-failed', { count: 1, since: Date.UTC(2026, 10, 9, 1) }],
    [47, 'refused', { of: 'locked', count: 2, since: Date.UTC(2026, 10, 9, 1) }],
    [49, 'refused', { of: 'shell', what: 'permission' }],
    [50, 'refused', { of: 'route', route: 'policy.change', code: 'not-allowed' }],
    [51, 'pin-failed', { of: 'own' }],
    [59, 'search', { of: 'found', kinds: [{ kind: 'room', count: 1, more: false }] }],
    [63, 'search', { of: 'nothing', sought: ['room', 'plate'] }],
    [99, 'glass-seen', { entry: 98, alone: true }],
    [97, 'glass-seen', { entry: 93, alone: false }],
    [149, 'staff-add', { name: 'Admin One', role: 'receptionist', was: null, twoRoles: true, sheet: false }],
    [
      153,
      'staff-role',
      { name: 'Desk Deux', role: 'supervisor', was: 'receptionist', twoRoles: false, sheet: false },
    ],
    [152, 'staff-name', { was: 'Desk Two', became: 'Desk Deux' }],
  ])('entry %i says of %s what was done', async (seq, action, detail) => {
    const entry = (await readOldLog()).find((one) => one.seq === seq)!;
    expect(entry.action).toBe(action);
    expect(readDetail({ ...entry, action })).toEqual(detail);
  });
});

describe('a sentence of before', () => {
  it.each<[LogAction, string, unknown, { field?: string; outcome?: string }?]>([
    ['search', 'none', { of: 'nothing', sought: [] }],
    ['new-day', 'let go 2', { letGo: 2 }],
    ['new-day', 'ended 1, let go 2', { ended: 1, letGo: 2 }],
    [
      'policy',
      'usual → hidden, masks made anew: 3, choice 65536',
      { was: 'usual', became: 'hidden', remasked: 3, choice: 65536 },
    ],
    [
      'policy',
      'usual → hidden, masks made anew: 3',
      { was: 'usual', became: 'hidden', remasked: 3, choice: null },
    ],
    [
      'search',
      'room 3, name 16+',
      {
        of: 'found',
        kinds: [
          { kind: 'room', count: 3, more: false },
          { kind: 'name', count: 16, more: true },
        ],
      },
    ],
    ['refused', 'shell: port frame', { of: 'shell', what: 'port-frame' }],
    ['refused', 'unknown: unknown-route', { of: 'route', route: 'unknown', code: 'unknown-route' }],
    [
      'pin-failed',
      'slot 00112233aabbccdd, 0011223344556677',
      { of: 'other', slots: ['00112233aabbccdd', '0011223344556677'] },
    ],
    ['log-verify', 'truncated', { problem: 'truncated' }, { outcome: 'failed' }],
    [
      'backup',
      'RV-20261109-010203, bytes 10, rows 3, let-go 2, why scheduled',
      { end: 'made', name: 'RV-20261109-010203', bytes: 10, rows: 3, letGo: 2, why: 'scheduled' },
    ],
    [
      'rotation',
      'epoch 4, entered at the next sign-in',
      { key: 'store-key', end: 'made-late', epoch: 4 },
      { field: 'store-key' },
    ],
    [
      'rotation',
      'item 0a1b2c3d, entered at the next sign-in',
      { key: 'device-secret', end: 'made-late', item: '0a1b2c3d' },
      { field: 'device-secret' },
    ],
    [
      'rotation',
      'contact epoch 2, values 10, unreadable 1',
      {
        key: 'tier-keys',
        end: 'made',
        tiers: [{ tier: 'contact', epoch: 2 }],
        values: 10,
        unreadable: 1,
      },
      { field: 'tier-keys' },
    ],
    [
      'rotation',
      'disk-full',
      { key: 'store-key', end: 'failed', code: 'disk-full' },
      { field: 'store-key', outcome: 'failed' },
    ],
    ['recovery', 'anew, sheet 2, people 2, closed 1', { place: 'anew', sheet: 2, people: 2, closed: 1 }],
    [
      'staff-role',
      'supervisor → admin, two roles, recovery sheet: 王: 芳',
      { name: '王: 芳', role: 'admin', was: 'supervisor', twoRoles: true, sheet: true },
    ],
    ['handover', '{"to":"x"}', { to: '{"to":"x"}' }],
  ])('of %s is read: "%s"', (action, sentence, detail, columns) => {
    expect(read(action, sentence, columns)).toEqual(detail);
  });

  it.each<[LogAction, string, { field?: string; outcome?: string }?]>([
    ['policy', 'usual → hidden'],
    ['policy', 'usual → hidden, masks made anew: 1; mask.name'],
    ['policy', 'usual → invented, masks made anew: 1'],
    ['search', 'tea 3'],
    ['search', 'none of tea'],
    ['locked', 'elsewhere at noon'],
    ['locked', 'key at noon'],
    ['pin-failed', 'slot xyz'],
    ['edit', 'shoe 12'],
    ['merge', 'person x merged into this one'],
    ['merge', 'person 7 is apart from this one again, kept 2'],
    ['staff-name', 'a → b → c'],
    ['rotation-begun', 'epoch 4', { field: 'store-key' }],
    ['rotation-begun', 'roster 7 7f7f7f7f7f7f7f7f', { field: 'store-key' }],
    ['rotation-begun', 'epoch 4, roster 7 7f7f7f7f7f7f7f7f'],
    ['rotation', 'epoch 4, tables 2, rows 3', { field: 'theft' }],
    ['rotation', 'nobody-knows', { field: 'store-key', outcome: 'failed' }],
    ['backup', 'RV-1, bytes 10'],
    ['open', 'room 3'],
  ])('of %s that was never written so is unreadable: "%s"', (action, sentence, columns) => {
    expect(read(action, sentence, columns)).toBe('unreadable');
  });
});
