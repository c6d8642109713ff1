/** Log details of counter tasks, notes and emergency openings. */
import { z } from 'zod';
import { type Actions, unsigned, signed } from '../manifest.ts';
import { EMERGENCY_ENDS, NOTE_OUTCOMES } from './lists.ts';
import { ROOM_ANSWERS, buildingSchema } from './views.ts';
import { noDetail } from '../log/parts.ts';
import { numberSchema } from '../numbers.ts';

/** Schema of `detail` for each task action. */
export const taskActions = {
  note: {
    detail: z.strictObject({ outcome: z.enum(NOTE_OUTCOMES) }),
    ...unsigned('records', { counter_note: '+', room_note: '+', seal_batch: '+', sealed_value: '+' }),
  },
  'room-check': { detail: z.strictObject({ answer: z.enum(ROOM_ANSWERS) }), ...unsigned('reveal', {}) },
  /**
   * `first`: number of the first entry of the emergency that it belongs to. The record that the emergency began with has its building instead; null where nobody
   * lives in one, and in a log from before.
   */
  'emergency-access': {
    detail: z.union([noDetail, z.strictObject({ first: numberSchema }), buildingSchema]),
    decides: true,
    ...signed('reveal', {}),
  },
  /** `entry`: number of the first entry of the emergency; `records`: how many were opened from then on. */
  'emergency-end': {
    detail: z.strictObject({ entry: numberSchema, records: numberSchema, why: z.enum(EMERGENCY_ENDS) }),
    decides: true,
    ...unsigned('reveal', {}),
    byTheClock: true,
  },
  /**
   * `entry`: number of the first entry of the emergency; `alone`: acknowledged by the person who opened it,
   * because there is no other supervisor.
   */
  'emergency-seen': {
    detail: z.strictObject({ entry: numberSchema, alone: z.boolean() }),
    decides: true,
    ...signed('reveal', {}),
    duties: ['access-oversight'],
  },
} as const satisfies Actions;
