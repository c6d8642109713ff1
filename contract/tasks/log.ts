/** Log details of counter tasks, notes and emergency openings. */
import { z } from 'zod';
import { EMERGENCY_ENDS, NOTE_OUTCOMES } from './lists.ts';
import { ROOM_ANSWERS } from './views.ts';
import { type DetailSchemas, noDetail, numberSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';

/** Schema of `detail` for each task action. */
export const taskDetails = {
  note: z.strictObject({ outcome: z.enum(NOTE_OUTCOMES) }),
  'room-check': z.strictObject({ answer: z.enum(ROOM_ANSWERS) }),
  /** `first`: number of the first entry of the emergency that it belongs to; null for the record that the emergency began with. */
  'emergency-access': z.union([noDetail, z.strictObject({ first: numberSchema })]),
  /** `entry`: number of the first entry of the emergency; `records`: how many were opened from then on. */
  'emergency-end': z.strictObject({
    entry: numberSchema,
    records: numberSchema,
    why: z.enum(EMERGENCY_ENDS),
  }),
  /**
   * `entry`: number of the first entry of the emergency; `alone`: acknowledged by the person who opened it,
   * because there is no other supervisor.
   */
  'emergency-seen': z.strictObject({ entry: numberSchema, alone: z.boolean() }),
} satisfies DetailSchemas;

/** Whose signature an entry of each task needs: notes, the answer about a room and the end of an emergency take no PIN. */
export const taskSigning = {
  note: 'free',
  'room-check': 'free',
  'emergency-access': 'own',
  'emergency-end': 'free',
  'emergency-seen': 'own',
} as const satisfies SigningRules<typeof taskDetails>;
