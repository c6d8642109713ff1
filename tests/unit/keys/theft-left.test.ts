/** What is left of the ceremony after a theft, by roster and log: every way in which something may look done and is not. */
import { describe, expect, it } from 'vitest';
import type { SealedTier } from '../../../contract/fields.ts';
import { type RotationEnd, THEFT_STEPS, type TheftStep } from '../../../contract/key-management/lists.ts';
import type { StaffId } from '../../../contract/ids.ts';
import { type Begun, type RotationSubject, rosterOf } from '../../../main/vault/key-change/rotation-log.ts';
import { headOfTheft, theftLeft } from '../../../main/vault/key-management/theft-left.ts';
import type { RosterMember } from '../../../main/vault/keys/roster.ts';

const HEAD = { n: 7, hash: '7f'.repeat(32) };
const hashAt = (n: number): string | undefined =>
  n === HEAD.n ? HEAD.hash : n < 20 ? '00'.repeat(32) : undefined;
const BEGUN: { readonly seq: number; readonly begun: Begun | null } = {
  seq: 100,
  begun: { key: 'theft', roster: rosterOf(HEAD) },
};

const member = (staffId: string, keysFrom: number, suspended = false): readonly [StaffId, RosterMember] => [
  staffId as StaffId,
  {
    staffId: staffId as StaffId,
    displayName: staffId,
    role: 'receptionist',
    receiveKey: new Uint8Array(),
    signKey: new Uint8Array(),
    generation: 1,
    twoRoles: false,
    since: 0,
    keysFrom,
    suspended,
    scope: [],
  },
];
const tierKeys = (
  contact: number,
  identity: number,
): ReadonlyMap<SealedTier, { n: number; epoch: number; publicKey: Uint8Array }> =>
  new Map([
    ['contact', { n: contact, epoch: 2, publicKey: new Uint8Array() }],
    ['identity', { n: identity, epoch: 2, publicKey: new Uint8Array() }],
  ]);
const rotation = (key: RotationSubject, seq: number, end: RotationEnd = 'done') => ({ key, seq, end });
const ALL_KEYS = [rotation('tier-keys', 110), rotation('store-key', 120), rotation('device-secret', 130)];
const EVERYBODY = [member('a', 8), member('b', 9, true)];

const left = ({
  members = EVERYBODY,
  tiers = tierKeys(10, 11),
  rotations = ALL_KEYS,
  begun = BEGUN,
}: {
  readonly members?: readonly (readonly [StaffId, RosterMember])[];
  readonly tiers?: ReturnType<typeof tierKeys>;
  readonly rotations?: readonly ReturnType<typeof rotation>[];
  readonly begun?: typeof BEGUN;
} = {}): readonly TheftStep[] =>
  theftLeft({ members: new Map(members), tierKeys: tiers, hashAt }, begun, rotations).left;

describe('what is left after a theft', () => {
  it('is the end alone when everybody has other keys or is shut out and all three keys were rotated since, in their order', () =>
    expect(left()).toEqual(['end']));

  it('is everything but the beginning when nothing was done', () => {
    expect(left({ members: [member('a', 2), member('b', 7)], tiers: new Map(), rotations: [] })).toEqual(
      THEFT_STEPS.slice(1),
    );
  });

  it.each([
    ['of the entry that was the head', 7, ['people', 'end']],
    ['of the entry after it', 8, ['end']],
  ] as const)('counts keys %s', (_what, keysFrom, expected) => {
    expect(left({ members: [...EVERYBODY, member('c', keysFrom)] })).toEqual(expected);
  });

  it('says of each where they stand', () => {
    const { people } = theftLeft(
      {
        members: new Map([member('a', 8), member('b', 3), member('c', 3, true)]),
        tierKeys: new Map(),
        hashAt,
      },
      BEGUN,
      [],
    );
    expect(people.map(({ state }) => state)).toEqual(['renewed', 'old', 'shut-out']);
  });

  it.each(['cancelled', 'failed', 'interrupted'] as const)('counts no rotation that was %s', (end) => {
    expect(
      left({
        rotations: [
          rotation('tier-keys', 110),
          rotation('store-key', 120, end),
          rotation('device-secret', 130),
        ],
      }),
    ).toEqual(['store-key', 'device-secret', 'end']);
  });

  it.each([
    [
      'that was begun before',
      [rotation('tier-keys', 99), rotation('store-key', 120), rotation('device-secret', 130)],
      ['tier-keys', 'store-key', 'device-secret', 'end'],
    ],
    [
      'that came before the one it follows',
      [rotation('store-key', 105), rotation('tier-keys', 110), rotation('device-secret', 130)],
      ['store-key', 'device-secret', 'end'],
    ],
    [
      'of the sheet',
      [rotation('tier-keys', 110), rotation('recovery-sheet', 115)],
      ['store-key', 'device-secret', 'end'],
    ],
  ] as const)('counts no rotation %s', (_what, rotations, expected) =>
    expect(left({ rotations: [...rotations] })).toEqual(expected),
  );

  it('counts one that was made again in its place', () => {
    expect(left({ rotations: [rotation('store-key', 105), ...ALL_KEYS] })).toEqual(['end']);
    expect(left({ rotations: [rotation('tier-keys', 101, 'failed'), ...ALL_KEYS] })).toEqual(['end']);
  });

  it.each([
    ['of one tier alone', tierKeys(10, 3)],
    ['that the roster does not have', new Map()],
  ] as const)('counts no tier keys %s, whatever the log says', (_what, tiers) => {
    expect(left({ tiers })).toEqual(['tier-keys', 'store-key', 'device-secret', 'end']);
  });
});

describe('the head of the roster in the log', () => {
  it('is known again by number and hash', () => expect(headOfTheft({ hashAt }, BEGUN.begun)).toBe(7));
  it.each<[string, Begun | null]>([
    ['that cannot be read', null],
    ['that is not named', { key: 'device-secret', item: '0a1b2c3d' }],
    ['of another hash', { key: 'theft', roster: { n: 7, hash: '0'.repeat(16) } }],
    ['that this roster does not reach', { key: 'theft', roster: { n: 99, hash: '7f'.repeat(8) } }],
  ])('%s lets nothing count', (_what, begun) => {
    expect(headOfTheft({ hashAt }, begun)).toBe(Number.MAX_SAFE_INTEGER);
    expect(left({ begun: { seq: 100, begun } })).toEqual(
      THEFT_STEPS.slice(1).filter((step) => step !== 'people' || EVERYBODY.some(([, one]) => !one.suspended)),
    );
  });
});
