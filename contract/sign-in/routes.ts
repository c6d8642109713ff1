/** The sign-in routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { recoverySheetSchema } from '../recovery/views.ts';
import { EVERYONE, type Routes, route } from '../route.ts';
import {
  checkPinSchema,
  lineSchema,
  nothing,
  pinProblemsSchema,
  pinSchema,
  proofSchema,
  sheetAnswersSchema,
  staffNameSchema,
  wordsSchema,
} from '../schemas.ts';
import { ALARMS } from './alarms.ts';
import { signedInSchema, vaultStatusSchema } from './views.ts';

/** A person whom set-up gives a slot. */
export const newStaffSchema = z.strictObject({ name: staffNameSchema, pin: pinSchema });

/** Access, request schema and reply schema of each sign-in route. */
export const signInRoutes = {
  'vault.status': route('any', nothing, vaultStatusSchema, {
    showsMasksAlone: true,
    beforeAcknowledged: true,
  }),
  'setup.checkPin': route('no-vault', checkPinSchema, pinProblemsSchema),
  'setup.begin': route(
    'no-vault',
    z.strictObject({
      estateName: lineSchema(1, 60),
      admin: newStaffSchema,
      supervisor: newStaffSchema,
      receptionist: newStaffSchema,
      /**
       * One person has both roles, with two slots and two PINs; allowed with a warning and flagged in the
       * roster.
       */
      adminIsSupervisor: z.boolean(),
    }),
    recoverySheetSchema,
  ),
  'setup.finish': route('no-vault', z.strictObject({ answers: sheetAnswersSchema }), vaultStatusSchema),
  'setup.cancel': route('no-vault', nothing, nothing),
  'session.unlock': route(
    'locked',
    proofSchema,
    z.strictObject({
      signedIn: signedInSchema,
      /** Wrong PINs on this slot since its last correct one. */
      wrongTries: z.number().int().nonnegative(),
      alarms: z.array(z.enum(ALARMS)).max(ALARMS.length),
    }),
  ),
  'session.alarms': route(
    EVERYONE,
    nothing,
    z.strictObject({ alarms: z.array(z.enum(ALARMS)).max(ALARMS.length) }),
    { showsMasksAlone: true, beforeAcknowledged: true },
  ),
  'session.acknowledge': route(
    ['supervisor'],
    z.strictObject({ words: wordsSchema, pin: pinSchema }),
    nothing,
    { beforeAcknowledged: true },
  ),
} as const satisfies Routes;
