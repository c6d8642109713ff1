/** Details of counter tasks, notes and emergencies. */
import { z } from 'zod';
import { NOTE_OUTCOMES } from '../tasks.ts';
import { ROOM_ANSWERS } from '../views.ts';
import type { TASK_ACTIONS } from './actions.ts';
import { noDetail, numberSchema } from './parts.ts';
import type { DetailSchemas } from './parts.ts';

export const taskDetails = {
  note: z.strictObject({ outcome: z.enum(NOTE_OUTCOMES) }),
  'room-check': z.strictObject({ answer: z.enum(ROOM_ANSWERS) }),
  'break-glass': noDetail,
  /** `entry`: the first of the emergency; `alone`: by whoever had opened it, since there is no other supervisor. */
  'glass-seen': z.strictObject({ entry: numberSchema, alone: z.boolean() }),
} satisfies DetailSchemas<(typeof TASK_ACTIONS)[number]>;
