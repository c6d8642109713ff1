/** Details of counter tasks, notes and emergencies. */
import { z } from 'zod';
import { NOTE_OUTCOMES } from './lists.ts';
import { ROOM_ANSWERS } from './views.ts';
import type { TASK_ACTIONS } from '../log/actions.ts';
import { noDetail, numberSchema } from '../log/parts.ts';
import type { DetailSchemas } from '../log/parts.ts';

export const taskDetails = {
  note: z.strictObject({ outcome: z.enum(NOTE_OUTCOMES) }),
  'room-check': z.strictObject({ answer: z.enum(ROOM_ANSWERS) }),
  'break-glass': noDetail,
  /** `entry`: the first of the emergency; `alone`: by whoever had opened it, since there is no other supervisor. */
  'glass-seen': z.strictObject({ entry: numberSchema, alone: z.boolean() }),
} satisfies DetailSchemas<(typeof TASK_ACTIONS)[number]>;
