/** Before the tests of every monitor: the application is built, and the other Chinese face installed where that may be done. */
import { prepareApp } from '../../../scripts/desktop/prepare-app.ts';
import { ensureOtherFace } from '../../../scripts/setup/system-packages.mjs';

export async function setup(): Promise<void> {
  await ensureOtherFace();
  await prepareApp();
}
