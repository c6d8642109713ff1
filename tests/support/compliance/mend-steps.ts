/**
 * What somebody at the desk does for each duty, from the button of the dashboard on: an e2e goes through them from an empty vault until nothing is
 * missing. A step begins on the page that the button has led to, and ends with what is there done; the driver goes back to the dashboard itself.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Duty } from '../../../contract/evidence/lists.ts';
import type { Role } from '../../../contract/fields.ts';
import type { DeskDriver } from '../desk-driver.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { FACTS } from '../features/procedures.ts';

/** What the steps work with. */
export interface MendWalk {
  readonly desk: DeskDriver;
  /** Empty, for whatever a step writes: every user of the computer may write to it, as to a drive. */
  readonly folder: string;
}

/** How one duty is seen to. */
export interface MendStep {
  readonly duty: Duty;
  /** Who presses the button of the dashboard. */
  readonly as: Extract<Role, 'supervisor' | 'admin'>;
  /** Duties that are there once it is done, where that is more than its own. */
  readonly also?: readonly Duty[];
  run(walk: MendWalk): Promise<void>;
}

const get = ({ desk }: MendWalk, id: string) => desk.page.getByTestId(id);

/** A folder of its own that everybody may write to. */
export function sharedFolder({ folder }: MendWalk, name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o1777);
  return path;
}

const backups: MendStep = {
  duty: 'backups',
  as: 'admin',
  async run(walk) {
    const { desk } = walk;
    await desk.makeBackupHere(sharedFolder(walk, 'backups'), DESK_STAFF.admin.pin);
    await get(walk, 'backup-row').first().getByRole('button').first().click();
    await desk.fillSecret('pin-input', DESK_STAFF.admin.pin);
    await get(walk, 'backup-test').click();
    await get(walk, 'backup-test-good').waitFor({ timeout: 60_000 });
    await get(walk, 'backup-test-close').click();
  },
};

/** From the templates to what is in force, all at once, and what the supervisor signs of it. Everybody else signs later: that is stale, and not missing. */
const procedures: MendStep = {
  duty: 'management-system',
  as: 'supervisor',
  also: [
    'responsible-persons',
    'counter-procedures',
    'incident-plan',
    'undertakings',
    'resident-notices',
    'sign-offs',
  ],
  async run(walk) {
    const { desk } = walk;
    const submit = async (form: string): Promise<void> => {
      await get(walk, `procedure-${form}-submit`).click();
      await get(walk, `procedure-${form}-form`).waitFor({ state: 'detached', timeout: 60_000 });
    };
    await get(walk, 'procedures-templates').click();
    await get(walk, 'procedures-facts').click();
    for (const [name, value] of Object.entries(FACTS)) await get(walk, `procedure-fact-${name}`).fill(value);
    await submit('facts');
    await get(walk, 'procedures-publish-all').click();
    await desk.fillSecret('pin-input', DESK_STAFF.supervisor.pin);
    await submit('publish');
    await get(walk, 'procedure-sign-begin').click();
    await get(walk, 'procedure-text').waitFor();
    while (await get(walk, 'procedure-next').isVisible()) await get(walk, 'procedure-next').click();
    await desk.fillSecret('pin-input', DESK_STAFF.supervisor.pin);
    await submit('sign');
  },
};

const computerChecks: MendStep = {
  duty: 'computer-checks',
  as: 'supervisor',
  async run(walk) {
    await get(walk, 'computer-first').click();
    await get(walk, 'computer-last').waitFor({ timeout: 60_000 });
  },
};

/** In the order in which they are gone through: what an admin does stands together, so that the desk changes hands seldom. */
export const MEND_STEPS: readonly MendStep[] = [backups, procedures, computerChecks];
