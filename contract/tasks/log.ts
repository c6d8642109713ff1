/** Log details of counter tasks, notes and emergency openings. */
import { z } from 'zod';
import { NOTE_OUTCOMES } from './lists.ts';
import { ROOM_ANSWERS } from './views.ts';
import { noDetail, numberSchema } from '../log/parts.ts';
import type { DetailSchemas } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';

/** Schema of `detail` for each task action. */
export const taskDetails = {
  note: z.strictObject({ outcome: z.enum(NOTE_OUTCOMES) }),
  'room-check': z.strictObject({ answer: z.enum(ROOM_ANSWERS) }),
  'break-glass': noDetail,
  /**
   * `entry`: number of the first entry of the emergency; `alone`: acknowledged by the person who opened it,
   * because there is no other supervisor.
   */
  'glass-seen': z.strictObject({ entry: numberSchema, alone: z.boolean() }),
} satisfies DetailSchemas;

/** Whose signature an entry of each task needs: notes and the answer about a room take no PIN. */
export const taskSigning = {
  note: 'free',
  'room-check': 'free',
  'break-glass': 'own',
  'glass-seen': 'own',
} as const satisfies SigningRules<typeof taskDetails>;
