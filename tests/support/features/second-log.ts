/** The second place of the log in the tests that go over every feature. */
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import type { FileId } from '../../../contract/ids.ts';
import type { RouteReply } from '../../../contract/routes.ts';
import { click, featureFlow, showing, submitAs } from '../../screens/steps.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';
import { makeTempDir } from '../temp-dir.ts';
import { PINS } from '../vault-harness.ts';

const FOLDER = 'd4'.repeat(16) as FileId;

// --- the walk over the routes

async function choose(walk: Walk): Promise<RouteReply<'second.choose'>> {
  walk.desk.vault.offerFile(FOLDER, makeTempDir(), 'folder');
  return walk.ask('second.choose', { folderId: FOLDER, entries: true, pin: walk.pin });
}

/** As the admin of a desk of its own, so that a supervisor finds a place with entries in it. */
const openSealed = (walk: Walk): Promise<void> =>
  walk.elsewhere(async (fresh) => {
    const lines = await fresh.desk.setUp();
    await fresh.desk.unlock('admin');
    fresh.desk.vault.offerFile(FOLDER, makeTempDir(), 'folder');
    await fresh.desk.call('second.choose', { folderId: FOLDER, entries: true, pin: PINS.admin });
    await fresh.ask('second.open', { sheet: lines.map((groups) => groups.join(' ')).join('\n') });
  });

export const visits: VisitsOf<'second'> = {
  'second.choose': choose,
  'second.stop': (walk) => walk.ask('second.stop', { pin: walk.pin }),
  'second.open': openSealed,
};

// --- the screens

export const flow = featureFlow({
  place: 90,
  as: 'admin',
  screens: {
    ...showing(['page:second-log'], 'second-log-none', 'second-log-choose', 'second-log', 'second-log-open'),
    ...showing(['page:second-log'], 'second-log-stop', 'second-log-away'),
  },
  async run(walk, look) {
    const folder = `${walk.backupFolder}-log`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    await walk.desk.answerDialog(folder);
    await walk.desk.open('second-log');
    await look('second-log-none', { wait: 'second-state' });
    await click(walk, 'second-choose', 'second-pick');
    await look('second-log-choose', { press: 'second-entries' });
    await submitAs(walk, 'admin', 'second-submit');
    await look('second-log', { wait: 'second-written' });
    await look('second-log-open', { press: 'second-open-ask', wait: 'second-open-form' });
    await click(walk, 'second-open-cancel');
    await look('second-log-stop', { press: 'second-stop' });
    await click(walk, 'second-cancel');
    rmSync(folder, { recursive: true, force: true });
    await click(walk, 'second-write');
    await walk.desk.page.locator('[data-testid=screen-second-log][data-state=away]').waitFor();
    await look('second-log-away');
    // What comes later in the walk has no place that is away.
    await click(walk, 'second-stop');
    await submitAs(walk, 'admin', 'second-submit');
    await walk.desk.page.locator('[data-testid=screen-second-log][data-state=none]').waitFor();
    await walk.desk.page.keyboard.press('Escape');
  },
});
