/** The keys of the vault: what is due, the rotations, and the ceremony after a theft. */
import { defineFeature, longWorkOf } from '../feature.ts';
import { createAdmission } from './admit-desk.ts';
import { beginEstate, drawKeeper } from './begin-estate.ts';
import { listDesks } from './desks.ts';
import { keyEvidence } from './evidence.ts';
import { createJoinDesk } from './join-desk.ts';
import { createKeyDesk } from './key-desk.ts';
import { listDue } from './list-due.ts';
import { keyPart } from './pack.ts';
import { shutOut } from './shut-out.ts';
import { beginTheft, endTheft, readTheft } from './theft.ts';

export const keyManagementFeature = defineFeature((context) => {
  const { engine, keychainWriter } = context;
  const keys = createKeyDesk({
    rotations: longWorkOf(context, 'keys.progress'),
    engine,
    keychainWriter,
  });
  const admission = createAdmission(context);
  return {
    paper: (kind) => (kind === 'recovery-sheet' ? keys.paper() : null),
    evidence: keyEvidence,
    packParts: keyPart,
    handlers: {
      'keys.due': listDue,
      'keys.list': keys.list,
      'keys.checkStoreKey': keys.checkStoreKey,
      'keys.rotateStoreKey': keys.rotateStoreKey,
      'keys.rotateDeviceSecret': keys.rotateDeviceSecret,
      'keys.rotateTierKeys': keys.rotateTierKeys,
      'keys.beginSheet': (session) => keys.beginSheet(session),
      'keys.finishSheet': keys.finishSheet,
      'keys.cancel': () => keys.cancel(),
      'keys.desks': (session) => listDesks(context.carrier, session),
      'keys.drawKeeper': drawKeeper,
      'keys.beginEstate': (session, request) => beginEstate(context, session, request),
      'keys.inviteDesk': admission.invite,
      'keys.admitDesk': admission.admit,
      'keys.endDesk': admission.end,
      ...createJoinDesk(context),
      'theft.read': readTheft,
      'theft.begin': beginTheft,
      'theft.shutOut': shutOut,
      'theft.end': endTheft,
    },
  };
});
