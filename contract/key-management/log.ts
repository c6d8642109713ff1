/**
 * Log details of rotations and of the ceremony after a theft. `rotation-begun` names what the header will say
 * once the rotation is done, so that a switch interrupted by a crash is recognised.
 */
import { z } from 'zod';
import { type Actions, signedCoordinated, unsigned } from '../manifest.ts';
import { SEALED_TIERS } from '../fields.ts';
import { ROTATED_KEYS } from './lists.ts';
import { codeSchema, noDetail } from '../log/parts.ts';
import { countSchema, deskSchema, numberSchema } from '../numbers.ts';

/** Head of the roster at that time: its number and the first 8 bytes of its hash in hexadecimal. */
const rosterSchema = z.strictObject({ n: numberSchema, hash: z.string().regex(/^[0-9a-f]{16}$/) });
/** First 8 hexadecimal digits of a device secret's id. */
const itemSchema = z.string().regex(/^[0-9a-f]{8}$/);
const tierSchema = z.enum(SEALED_TIERS);
const made = { end: z.literal('made') } as const;
/** Written at the next sign-in after a crash between switch and log entry. */
const late = { end: z.literal('made-late') } as const;

const aboutDesk = {
  detail: z.strictObject({ desk: deskSchema }),
  signing: 'own',
  group: 'keys',
  duties: ['encryption-and-keys'],
} as const;

/** Each action of rotations and of the ceremony after a theft. */
export const keyActions = {
  'rotation-begun': {
    detail: z.discriminatedUnion('key', [
      z.strictObject({ key: z.literal('store-key'), epoch: numberSchema, roster: rosterSchema }),
      z.strictObject({ key: z.literal('device-secret'), item: itemSchema }),
      z.strictObject({ key: z.literal('tier-keys'), tiers: z.array(tierSchema).min(1).max(4).readonly() }),
      z.strictObject({ key: z.literal('recovery-sheet'), generation: numberSchema }),
      z.strictObject({ key: z.literal('theft'), roster: rosterSchema }),
    ]),
    decides: true,
    ...signedCoordinated('keys', {}),
    duties: ['encryption-and-keys'],
  },
  rotation: {
    detail: z.union([
      z.strictObject({
        key: z.literal('store-key'),
        ...made,
        epoch: numberSchema,
        tables: countSchema,
        rows: countSchema,
      }),
      z.strictObject({ key: z.literal('store-key'), ...late, epoch: numberSchema }),
      z.strictObject({ key: z.literal('device-secret'), ...made, item: itemSchema, slots: countSchema }),
      z.strictObject({ key: z.literal('device-secret'), ...late, item: itemSchema }),
      z.strictObject({
        key: z.literal('tier-keys'),
        ...made,
        tiers: z
          .array(z.strictObject({ tier: tierSchema, epoch: numberSchema }))
          .min(1)
          .max(4)
          .readonly(),
        values: countSchema,
        /** Values that the old key did not open either; they stay as they were. */
        unreadable: countSchema,
      }),
      /** `opensOlder`: the new sheet also opens backups made under the previous one. */
      z.strictObject({
        key: z.literal('recovery-sheet'),
        ...made,
        generation: numberSchema,
        opensOlder: z.boolean(),
      }),
      z.strictObject({ key: z.literal('theft'), ...made, renewed: countSchema, shutOut: countSchema }),
      /** The previous key stays in force. */
      z.strictObject({ key: z.enum(ROTATED_KEYS), end: z.literal('failed'), code: codeSchema }),
    ]),
    decides: 'anybody',
    signing: ({ field, outcome }) => (outcome === 'done' && field !== 'theft' ? 'own' : 'free'),
    group: 'keys',
    work: 'coordinated',
    writes: {
      attachment: '~',
      former_keys: '+~',
      former_tag: '~',
      match_tag: '+-',
      room_note: '~',
      roster_entry: '+',
      seal_batch: '+-',
      sealed_value: '~',
      tier_grant: '+-',
      tier_key: '+-',
    },
    duties: ['encryption-and-keys'],
  },
  /** Other desks may keep the estate with this one from here on. */
  'desk-begin': { ...aboutDesk, work: 'coordinated', writes: { roster_entry: '+' } },
  /** By it one desk may ask to be let in, within a day. */
  'desk-slip': { ...aboutDesk, work: 'free', writes: {} },
  /** That desk keeps the estate with the others from here on. */
  'desk-admit': {
    ...aboutDesk,
    work: 'coordinated',
    writes: { desk_grant: '+', roster_entry: '+', try_share: '+' },
  },
  /** By the desk itself, with an admin's word on what the recovery sheet opens there. */
  'desk-joined': { ...aboutDesk, work: 'coordinated', writes: { roster_entry: '+' }, besideAny: true },
  /** Nothing of that desk counts any more. */
  'desk-end': { ...aboutDesk, work: 'coordinated', writes: { desk_grant: '+', roster_entry: '+' } },
  /** Whoever signs in works here: other desks are asked for what they have of the tries of their PIN. */
  'tries-ask': { detail: noDetail, ...unsigned('keys', { try_share: '+' }), byTheClock: true },
  /** That desk has some of the tries that this one had of so many people's PINs. */
  'tries-give': {
    detail: z.strictObject({ desk: deskSchema, people: countSchema }),
    ...unsigned('keys', { try_share: '+' }),
    byTheClock: true,
  },
} as const satisfies Actions;
