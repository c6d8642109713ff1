/** The sign-in routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { slotIdSchema } from '../ids.ts';
import { recoverySheetSchema } from '../recovery/views.ts';
import { EVERYONE, NO_RESIDENT, PLAINLY, PREPARATION, route, SIGNED_OUT, BY_OWN_PIN } from '../route.ts';
import {
  checkPinSchema,
  lineSchema,
  nothing,
  pinProblemsSchema,
  pinSchema,
  sheetAnswersSchema,
  staffNameSchema,
  wordsSchema,
} from '../schemas.ts';
import { ALARMS } from './alarms.ts';
import { signedInSchema, vaultStatusSchema } from './views.ts';

/** A person whom set-up gives a slot. */
const newStaffSchema = z.strictObject({ name: staffNameSchema, pin: pinSchema });

/** Entries of whoever signs in, at once or after an alarm. */
const SIGNED_IN = [
  'sign-in',
  'locked',
  'sign-in-failed',
  'refused',
  'emergency-end',
  'rotation',
  'new-day',
  'second-log',
] as const;

/** Access, request schema and reply schema of each sign-in route. */
export const signInRoutes = {
  'vault.status': route('any', nothing, vaultStatusSchema, {
    ...NO_RESIDENT,
    maskedReadOnly: true,
    beforeAcknowledged: true,
  }),
  'setup.checkPin': route('no-vault', checkPinSchema, pinProblemsSchema, SIGNED_OUT),
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
    { enters: 'preparation', ...BY_OWN_PIN },
  ),
  'setup.finish': route('no-vault', z.strictObject({ answers: sheetAnswersSchema }), vaultStatusSchema, {
    enters: ['set-up'],
    ...PLAINLY,
  }),
  'setup.cancel': route('no-vault', nothing, nothing, PREPARATION),
  'session.unlock': route(
    'locked',
    z.strictObject({ slotId: slotIdSchema, pin: pinSchema }),
    z.strictObject({
      signedIn: signedInSchema,
      /** Wrong PINs on this slot since its last correct one. */
      wrongTries: z.number().int().nonnegative(),
      alarms: z.array(z.enum(ALARMS)).max(ALARMS.length),
    }),
    {
      enters: [...SIGNED_IN],
      ...BY_OWN_PIN,
    },
  ),
  'session.alarms': route(
    EVERYONE,
    nothing,
    z.strictObject({ alarms: z.array(z.enum(ALARMS)).max(ALARMS.length) }),
    { ...NO_RESIDENT, scope: 'nobody', maskedReadOnly: true, beforeAcknowledged: true },
  ),
  'session.acknowledge': route(
    ['supervisor'],
    z.strictObject({ words: wordsSchema, pin: pinSchema }),
    nothing,
    {
      enters: ['acknowledge', 'alarm', ...SIGNED_IN],
      ...BY_OWN_PIN,
      beforeAcknowledged: true,
    },
  ),
};
