/** Before the first end-to-end test of a run: the application is built and laid out, so that no two test files do it at once. */
import { prepareApp } from '../../scripts/desktop/prepare-app.ts';

export async function setup(): Promise<void> {
  await prepareApp();
}
