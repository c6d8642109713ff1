/** Backups: made by the clock and by hand, tested, restored, and put in the place of a store that does not open. */
import { defineFeature, longWorkOf } from '../feature.ts';
import { provedVault } from '../session/vault-state.ts';
import { createBackupDesk } from './backup-desk.ts';
import { backupEvidence } from './evidence.ts';
import { backupPart } from './pack.ts';
import type { RepairTarget } from './repair.ts';

export const backupFeature = defineFeature((context) => {
  const { vaultDir, clock, engine, pickedFiles, state } = context;
  const backups = createBackupDesk({
    engine,
    work: longWorkOf(context, 'backup.progress'),
    pickedFiles,
  });
  const target = (): RepairTarget => ({ ...provedVault(state), vaultDir, clock, engine: engine() });
  return {
    evidence: backupEvidence,
    packParts: backupPart,
    everyMinuteAtLast: async (session) => {
      if (await backups.follow(session)) context.emit('changed', { topics: ['backups'] });
    },
    handlers: {
      'backup.warning': backups.warning,
      'backup.read': backups.read,
      'backup.choose': backups.choose,
      'backup.make': backups.make,
      'backup.test': backups.test,
      'backup.look': backups.look,
      'backup.restore': backups.restore,
      'backup.cancel': async () => backups.cancel(),
      'repair.find': async (request) => backups.findForRepair(target(), request),
      'repair.restore': async (request) => {
        const { header, createdAt, keptAs } = await backups.repair(target(), request);
        state.replace({ ...provedVault(state), header });
        return { createdAt, keptAs };
      },
    },
  };
});
