/** The sentences of before December 2026: those of a real log of then, and by hand the few that it has none of. */
import { describe, expect, it } from 'vitest';
import { LOG_ACTIONS, type LogAction } from '../../../contract/log/entries.ts';
import { readDetail } from '../../../main/vault/log/detail.ts';
import { readOldLog } from '../../support/old-vault.ts';

/** All that there were: those that came later have never been written as sentences. */
const ACTIONS_OF_NOVEMBER = 56;

const read = (action: LogAction, detail: string | null, columns: { field?: string; outcome?: string } = {}) =>
  readDetail({ action, detail, field: columns.field ?? null, outcome: columns.outcome ?? 'done' });

const AT = '2026-11-09T01:00:00.000Z';
const NAME = 'RV-20261109-010203';
const HASH = '7f7f7f7f7f7f7f7f';
const ROSTER = { n: 345, hash: HASH };
const [SLOT, OTHER] = ['00112233aabbccdd', '0011223344556677'] as const;
const STORE_KEY = { field: 'store-key' };
const DEVICE = { field: 'device-secret' };
const TIER_KEYS = { field: 'tier-keys' };
const SHEET = { field: 'recovery-sheet' };
const THEFT = { field: 'theft' };
const FAILED = { outcome: 'failed' };

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
    [99, 'emergency-seen', { entry: 98, alone: true }],
    [97, 'emergency-seen', { entry: 93, alone: false }],
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
    ['new-day', 'let go 2', { pruned: 2 }],
    ['new-day', 'ended 1, let go 2', { ended: 1, pruned: 2 }],
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
      { end: 'made', name: 'RV-20261109-010203', bytes: 10, rows: 3, pruned: 2, why: 'scheduled' },
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

type Form = [LogAction, string, unknown, { field?: string; outcome?: string }?];

/** One of each form, with numbers of several digits. */
const FORMS: Form[] = [
  ['locked', `idle at ${AT}`, { why: 'idle', at: Date.parse(AT) }],
  ['sign-in-failed', `12 since ${AT}`, { count: 12, since: Date.parse(AT) }],
  ['pin-failed', 'own slot', { of: 'own' }],
  ['pin-failed', 'recovery sheet', { of: 'sheet' }],
  ['pin-failed', `slot ${SLOT}`, { of: 'other', slots: [SLOT] }],
  ['pin-failed', `own or slot ${SLOT}`, { of: 'either', slots: [SLOT] }],
  ['pin-failed', `own or slot ${SLOT}, ${OTHER}`, { of: 'either', slots: [SLOT, OTHER] }],
  ['refused', `12 while locked since ${AT}`, { of: 'locked', count: 12, since: Date.parse(AT) }],
  ['new-day', 'let go 12', { pruned: 12 }],
  ['new-day', 'ended 13, let go 12', { ended: 13, pruned: 12 }],
  ['search-id', 'idNumber 12', { found: 12 }],
  ['open-room', 'room 123', { of: 'room', room: 123 }],
  ['add', 'room 123', { of: 'room', room: 123 }],
  ['edit', 'vehicle 123', { of: 'record', kind: 'vehicle', record: 123 }],
  ['end', 'pet 123', { of: 'record', kind: 'pet', record: 123 }],
  ['remove', 'vehicle 123', { of: 'record', kind: 'vehicle', record: 123 }],
  ['reveal', 'note 123 of the room', { of: 'room-note', note: 123 }],
  ['reveal', 'guardian of person 123', { of: 'guardian', ward: 123 }],
  ['open-full', 'guardian of person 123', { of: 'guardian', ward: 123 }],
  ['extract', 'guardian of person 123', { of: 'guardian', ward: 123 }],
  ['replaced-list', '123 values', { values: 123 }],
  ['merge', 'person 123 merged into this one', { side: 'into', other: 123 }],
  ['merge', 'merged into person 123', { side: 'away', other: 123 }],
  ['merge-undo', 'person 123 is apart from this one again, kept 12', { side: 'into', other: 123, kept: 12 }],
  ['merge-undo', 'apart from person 123 again', { side: 'away', other: 123 }],
  ['room-patterns', 'patterns 12, rooms 345, kept 67', { patterns: 12, rooms: 345, kept: 67 }],
  ['emergency-seen', 'entry 123', { entry: 123, alone: false }],
  ['emergency-seen', 'entry 123, self: no other supervisor', { entry: 123, alone: true }],
  ['import-preview', 'rows 123', { rows: 123 }],
  ['import-rejects', 'rows 123', { rows: 123 }],
  [
    'import',
    'import 12, rows 100, new 51, changed 23, same 16, rejected 10',
    { import: 12, rows: 100, new: 51, changed: 23, same: 16, rejected: 10 },
  ],
  [
    'import-undo',
    'import 12, removed 345, restored 67, rooms 89, kept 10',
    { import: 12, removed: 345, restored: 67, rooms: 89, kept: 10 },
  ],
  ['import-dispose', 'bytes 12345', { bytes: 12345 }],
  [
    'policy',
    'usual → hidden, masks made anew: 123, choice 65536',
    { was: 'usual', became: 'hidden', remasked: 123, choice: 65536 },
  ],
  [
    'rotation-begun',
    `epoch 12, roster 345 ${HASH}`,
    { key: 'store-key', epoch: 12, roster: ROSTER },
    STORE_KEY,
  ],
  ['rotation-begun', 'item 0a1b2c3d', { key: 'device-secret', item: '0a1b2c3d' }, DEVICE],
  ['rotation-begun', 'contact, identity', { key: 'tier-keys', tiers: ['contact', 'identity'] }, TIER_KEYS],
  ['rotation-begun', 'generation 12', { key: 'recovery-sheet', generation: 12 }, SHEET],
  ['rotation-begun', `roster 345 ${HASH}`, { key: 'theft', roster: ROSTER }, THEFT],
  [
    'rotation',
    'epoch 12, tables 34, rows 567',
    { key: 'store-key', end: 'made', epoch: 12, tables: 34, rows: 567 },
    STORE_KEY,
  ],
  [
    'rotation',
    'item 0a1b2c3d, slots 12',
    { key: 'device-secret', end: 'made', item: '0a1b2c3d', slots: 12 },
    DEVICE,
  ],
  [
    'rotation',
    'contact epoch 12, identity epoch 34, values 567',
    {
      key: 'tier-keys',
      end: 'made',
      tiers: [
        { tier: 'contact', epoch: 12 },
        { tier: 'identity', epoch: 34 },
      ],
      values: 567,
      unreadable: 0,
    },
    TIER_KEYS,
  ],
  [
    'rotation',
    'contact epoch 12, values 567, unreadable 89',
    { key: 'tier-keys', end: 'made', tiers: [{ tier: 'contact', epoch: 12 }], values: 567, unreadable: 89 },
    TIER_KEYS,
  ],
  [
    'rotation',
    'generation 12',
    { key: 'recovery-sheet', end: 'made', generation: 12, opensOlder: false },
    SHEET,
  ],
  [
    'rotation',
    'generation 12, opens what the one before opened',
    { key: 'recovery-sheet', end: 'made', generation: 12, opensOlder: true },
    SHEET,
  ],
  ['rotation', 'renewed 12, shut out 34', { key: 'theft', end: 'made', renewed: 12, shutOut: 34 }, THEFT],
  [
    'rotation',
    'epoch 12, entered at the next sign-in',
    { key: 'store-key', end: 'made-late', epoch: 12 },
    STORE_KEY,
  ],
  [
    'rotation',
    'item 0a1b2c3d, entered at the next sign-in',
    { key: 'device-secret', end: 'made-late', item: '0a1b2c3d' },
    DEVICE,
  ],
  ['backup', 'disk-full, why scheduled', { end: 'failed', code: 'disk-full', why: 'scheduled' }, FAILED],
  [
    'backup',
    `${NAME}, bytes 1234, rows 345, let-go 12, why scheduled`,
    { end: 'made', name: NAME, bytes: 1234, rows: 345, pruned: 12, why: 'scheduled' },
  ],
  ['backup-settings', 'on, hour 12', { on: true, hour: 12 }],
  ['backup-settings', 'off, hour 12', { on: false, hour: 12 }],
  ['backup-test', `${NAME}, rows 123`, { end: 'good', name: NAME, rows: 123 }],
  [
    'backup-test',
    `${NAME}, why backup-damaged`,
    { end: 'failed', name: NAME, code: 'backup-damaged' },
    FAILED,
  ],
  ['backup-restore', `${NAME}, step begun`, { step: 'begun', name: NAME }],
  [
    'backup-restore',
    `from ${NAME}; the log before ended at 123 ${HASH}`,
    { step: 'restored', name: NAME, before: { seq: 123, hash: HASH } },
  ],
  [
    'backup-restore',
    `${NAME}, why backup-damaged`,
    { step: 'failed', name: NAME, code: 'backup-damaged' },
    FAILED,
  ],
  ['recovery', 'here, sheet 12, people 34, closed 56', { place: 'here', sheet: 12, people: 34, closed: 56 }],
  ['recovery', 'anew, sheet 12, people 34, closed 56', { place: 'anew', sheet: 12, people: 34, closed: 56 }],
];

describe('each form of a sentence of before', () => {
  it.each<Form>(FORMS)('of %s is read as it was meant: "%s"', (action, sentence, detail, columns) => {
    expect(read(action, sentence, columns)).toEqual(detail);
  });

  it.each<Form>(FORMS)(
    'of %s is unreadable with anything before or behind it: "%s"',
    (action, sentence, _detail, columns) => {
      for (const other of [`x${sentence}`, `${sentence}x`, `1 ${sentence}`, `${sentence} 1`])
        expect(read(action, other, columns), other).toBe('unreadable');
    },
  );
});
