/** A test of the real application that fails says what was on the screen then, and what the application wrote: a fault that comes once in fifty runs is not seen twice. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach } from 'vitest';
import { type RunningApp, launchedApps } from '../electron-app.ts';

const PICTURES = fileURLToPath(new URL('../../../.cache/reports/failed/', import.meta.url));
/** More of it would hide the failure itself. */
const MAX_TOLD = 2_000;
const ANSWER_MS = 2_000;

beforeEach(({ task, onTestFailed }) => {
  onTestFailed(async () => {
    for (const [index, app] of launchedApps().entries()) {
      const picture = join(PICTURES, `${task.id}-${index}.png`);
      process.stderr.write(
        `\n${task.name}\non the screen (${keepPicture(app, picture)}):\n${(await wordsOf(app)).slice(0, MAX_TOLD)}\nit wrote:\n${app.log().slice(-MAX_TOLD)}\n`,
      );
    }
  });
});

function keepPicture(app: RunningApp, file: string): string {
  try {
    mkdirSync(PICTURES, { recursive: true });
    app.display.screenshot(file);
    return file;
  } catch (error) {
    return `no picture: ${String(error)}`;
  }
}

/** A page that has ended gives no answer, not even a refusal. */
async function wordsOf(app: RunningApp): Promise<string> {
  try {
    const page = app.page();
    const words = page.locator('body').innerText({ timeout: ANSWER_MS });
    return `${page.url()}\n${await words}`;
  } catch (error) {
    return `no words: ${String(error)}`;
  }
}
