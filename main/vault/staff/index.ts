/** Who works here: slots and PINs as an admin gives and takes them, and the shift that is handed over. */
import { defineFeature } from '../feature.ts';
import { describePin } from '../keys/pin-rules.ts';
import { ASKED_MS, followSecondLog } from '../second-log/follow.ts';
import { changePin } from './change-pin.ts';
import { changeScope } from './change-scope.ts';
import { accountEvidence } from './evidence.ts';
import { addStaff, changeRole, resetPin } from './change-staff.ts';
import { removeStaff } from './leave.ts';
import { linkStaff } from './link.ts';
import { listAreas } from './list-areas.ts';
import { listStaff } from './list-staff.ts';
import { openSlot } from './open-slot.ts';
import { accountPart } from './pack.ts';
import { renameStaff } from './rename.ts';
import { handOver, readShift } from './shift.ts';

export const staffFeature = defineFeature(() => ({
  evidence: accountEvidence,
  packParts: accountPart,
  handlers: {
    'staff.list': listStaff,
    'staff.checkPin': async (_session, request) => describePin(request),
    'staff.add': addStaff,
    'staff.changeRole': changeRole,
    'staff.reset': resetPin,
    'staff.rename': renameStaff,
    'staff.link': linkStaff,
    'staff.remove': removeStaff,
    'staff.openSlot': openSlot,
    'staff.changePin': changePin,
    'staff.areas': listAreas,
    'staff.changeScope': changeScope,
    'shift.read': readShift,
    'shift.handOver': async (session, request) => {
      await handOver(session, request);
      // The lock that follows ends this process: the day's head goes to the second place now, if its drive answers.
      await followSecondLog(session, ASKED_MS).catch(() => undefined);
    },
  },
}));
