/** What the foot of the screens says of the other desks: of several things at once, the one that somebody has to see to. */
import { expect, it } from 'vitest';
import { type CarrierState, NOTHING_KNOWN } from '../../../contract/carrier.ts';
import { desksStateOf } from '../../../main/vault/link/desks-state.ts';
import type { LinkState } from '../../../main/vault/link/desk-link.ts';

const OWN = 0;
const LINK: LinkState = { waiting: 0, place: 7, stopped: null, isRefused: false };
const ON_LINE: CarrierState = { ...NOTHING_KNOWN, trouble: null, since: 1000, last: 7 };
const STOPPED = { why: 'forked', desk: 2 } as const;

it.each<[string, Partial<LinkState>, Partial<CarrierState>, object]>([
  ['is synced where all is sent and taken in', {}, {}, { is: 'synced' }],
  ['waits with what has no place yet', { waiting: 3 }, {}, { is: 'waiting', waiting: 3 }],
  ['receives what is not taken in', { place: 5 }, {}, { is: 'receiving' }],
  ['names the desk that all wait for', { waiting: 1 }, { heldBy: 2 }, { is: 'held', desk: 2, waiting: 1 }],
  ['does not wait for itself', {}, { heldBy: OWN }, { is: 'synced' }],
  ['is offline since the line went', {}, { trouble: 'unreachable' }, { is: 'offline', since: 1000 }],
  ['was never on it', {}, { trouble: 'unreachable', since: 0 }, { is: 'offline', since: null }],
  ['passes over what passes with the next look', {}, { trouble: 'held' }, { is: 'synced' }],
  ['has trouble with another key', { waiting: 2 }, { trouble: 'other-key' }, { is: 'trouble', waiting: 2 }],
  ['has trouble with a mailbox that is full', {}, { trouble: 'full' }, { is: 'trouble' }],
  [
    'is behind a newer program',
    { stopped: { why: 'newer-program', desk: 1 } },
    {},
    { is: 'behind', desk: 1 },
  ],
  [
    'is stopped, on the line or off it',
    { stopped: STOPPED },
    { trouble: 'busy' },
    { is: 'stopped', desk: 2 },
  ],
  ['is refused before all else', { isRefused: true, stopped: STOPPED }, {}, { is: 'refused' }],
])('a desk %s', (_, link, carrier, said) => {
  expect(desksStateOf({ ...LINK, ...link }, { ...ON_LINE, ...carrier }, OWN)).toMatchObject(said);
});
