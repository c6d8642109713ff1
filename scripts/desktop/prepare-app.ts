/** From sources to something that can be started: built, with a runtime, laid out for the user who runs it. */
import { buildApp } from '../build/build-app.ts';
import { resolveElectron } from '../setup/electron-runtime.mjs';
import { ensureAppUser } from './app-user.ts';
import { type StagedApp, stageApp } from './stage.ts';

let prepared: Promise<StagedApp> | undefined;

/** Done once for each process that asks; a second process finds it all in place. */
export function prepareApp(): Promise<StagedApp> {
  prepared ??= prepare();
  return prepared;
}

async function prepare(): Promise<StagedApp> {
  const buildHash = await buildApp();
  return stageApp(await resolveElectron(), ensureAppUser(), buildHash);
}
