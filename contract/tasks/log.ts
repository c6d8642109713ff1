/** Log details of counter tasks, notes and emergency openings. */
import { z } from 'zod';
import { GLASS_ENDS, NOTE_OUTCOMES } from './lists.ts';
import { ROOM_ANSWERS } from './views.ts';
import { noDetail, numberSchema } from '../log/parts.ts';
import type { DetailSchemas } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';

/** Schema of `detail` for each task action. */
export const taskDetails = {
  note: z.strictObject({ outcome: z.enum(NOTE_OUTCOMES) }),
  'room-check': z.strictObject({ answer: z.enum(ROOM_ANSWERS) }),
  /** `first`: number of the first entry of the emergency that it belongs to; null for the record that the emergency began with. */
  'break-glass': z.union([noDetail, z.strictObject({ first: numberSchema })]),
  /** `entry`: number of the first entry of the emergency; `records`: how many were opened from then on. */
  'glass-end': z.strictObject({ entry: numberSchema, records: numberSchema, why: z.enum(GLASS_ENDS) }),
  /**
   * `entry`: number of the first entry of the emergency; `alone`: acknowledged by the person who opened it,
   * because there is no other supervisor.
   */
  'glass-seen': z.strictObject({ entry: numberSchema, alone: z.boolean() }),
} satisfies DetailSchemas;

/** Whose signature an entry of each task needs: notes, the answer about a room and the end of an emergency take no PIN. */
export const taskSigning = {
  note: 'free',
  'room-check': 'free',
  'break-glass': 'own',
  'glass-end': 'free',
  'glass-seen': 'own',
} as const satisfies SigningRules<typeof taskDetails>;
