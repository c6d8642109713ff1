/** Who works here: slots and PINs as an admin gives and takes them, and the shift that is handed over. */
import { defineFeature } from '../feature.ts';
import { describePin } from '../keys/pin-rules.ts';
import { changePin } from './change-pin.ts';
import { addStaff, changeRole, resetPin } from './change-staff.ts';
import { removeStaff } from './leave.ts';
import { listStaff } from './list-staff.ts';
import { openSlot } from './open-slot.ts';
import { renameStaff } from './rename.ts';
import { handOver, readShift } from './shift.ts';

export const staffFeature = defineFeature(() => ({
  handlers: {
    'staff.list': listStaff,
    'staff.checkPin': async (_session, request) => describePin(request),
    'staff.add': addStaff,
    'staff.changeRole': changeRole,
    'staff.reset': resetPin,
    'staff.rename': renameStaff,
    'staff.remove': removeStaff,
    'staff.openSlot': openSlot,
    'staff.changePin': changePin,
    'shift.read': readShift,
    'shift.handOver': handOver,
  },
}));
