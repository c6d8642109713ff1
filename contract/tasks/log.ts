/** Log details of counter tasks, notes and emergency openings. */
import { z } from 'zod';
import { NOTE_OUTCOMES } from './lists.ts';
import { ROOM_ANSWERS } from './views.ts';
import { noDetail, numberSchema } from '../log/parts.ts';
import type { DetailSchemas } from '../log/parts.ts';

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
