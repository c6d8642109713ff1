/** The recovery sheet used: on this computer, on another one with the folder, or from a backup alone. */
import { findBackups, stageBackup } from '../backup/stage-backup.ts';
import { createBackupWatcher } from '../backup/make-backup.ts';
import { takeBackUnpacked } from '../backup/restore.ts';
import { AppError } from '../app-error.ts';
import { type VaultContext, defineFeature, longWorkOf } from '../feature.ts';
import type { Header } from '../keys/header.ts';
import { describeStatus, problemOf, proveVault } from '../session/vault-state.ts';
import { usePreviousHeader } from './previous-header.ts';
import { createRecoveryDesk } from './recovery-desk.ts';
import { rememberedOf } from '../recovery-by-sheet/remembered.ts';
import { isMendedByPrevious, findRecoveryOptions } from './recovery-options.ts';

export const recoveryFeature = defineFeature((context) => {
  const { vaultDir, place, engine, clock, keychain, state, pickedFiles } = context;
  const recovery = openRecoveryDesk(context);
  const staging = longWorkOf(context, 'backup.progress');
  /** Of a backup that lies in the folder for a recovery that has not ended. */
  let staged: Header | null = null;

  async function takeBackStaged(): Promise<void> {
    if (staged === null) return;
    await takeBackUnpacked(vaultDir, staged);
    staged = null;
    await state.reread();
  }

  return {
    // A sheet that was typed does not stay open beside a session.
    onSignedIn: () => void recovery.cancel(),
    paper: (kind) => (kind === 'recovery-sheet' ? recovery.paper() : null),
    handlers: {
      'recovery.look': () => findRecoveryOptions(vaultDir, keychain, problemOf(state.current())),
      'recovery.checkLine': async (request) => recovery.checkLine(request),
      'recovery.checkPin': async (request) => recovery.checkPin(request),
      'recovery.begin': recovery.begin,
      'recovery.prepare': recovery.prepare,
      'recovery.finish': async (request) => {
        const { keptAs, header, deviceSecret, anchor } = await recovery.finish(request);
        staged = null;
        state.replace(proveVault(context, { header, deviceSecret, anchor }));
        return { status: describeStatus(state.current(), null), keptAs };
      },
      'recovery.cancel': async () => {
        staging.cancel();
        await recovery.cancel();
        await takeBackStaged();
      },
      'recovery.findBackups': async ({ folderId }) => findBackups(pickedFiles.pathOf(folderId, 'folder')),
      'recovery.stageBackup': async ({ folderId, name, sheet: typed }) => {
        const folder = pickedFiles.pathOf(folderId, 'folder');
        const { header, sheet } = await staging.run(({ tell, signal }) =>
          stageBackup(
            { folder, name, typed },
            { vaultDir, place, engine: engine() },
            createBackupWatcher(tell, signal),
          ),
        );
        staged = header;
        await state.reread();
        try {
          return await recovery.begin({ sheet });
        } catch (error) {
          await takeBackStaged();
          throw error;
        }
      },
      'recovery.usePreviousHeader': async () => {
        if (keychain.state !== 'found' || !isMendedByPrevious(problemOf(state.current())))
          throw new AppError('not-allowed');
        await usePreviousHeader(vaultDir, keychain.items.deviceSecrets, clock.now());
        await state.reread();
        return describeStatus(state.current(), null);
      },
    },
  };
});

const openRecoveryDesk = ({ state, keychain, calibrate, ...context }: VaultContext) =>
  createRecoveryDesk({
    vaultDir: context.vaultDir,
    place: context.place,
    engine: context.engine(),
    clock: context.clock,
    keychainWriter: context.keychainWriter,
    ...(calibrate === undefined ? {} : { calibrate }),
    problem: () => problemOf(state.current()),
    remember: (header) => {
      const current = state.current();
      return rememberedOf(keychain, current.kind === 'vault' ? current : null, header);
    },
  });
