/**
 * What somebody at the desk does for each duty, from the button of the dashboard on: an e2e goes through them from an empty vault until nothing is
 * missing. A step begins on the page that the button has led to, and ends with what is there done; the driver goes back to the dashboard itself.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Duty } from '../../../contract/evidence/lists.ts';
import type { Role } from '../../../contract/fields.ts';
import { DESK_STAFF, type DeskDriver } from '../desk-driver.ts';
import { makeSpotCheck } from '../features/activity.ts';
import { findChildren, postNotice, putNoticeInForce } from '../features/consent.ts';
import { fillIn } from '../features/forms.ts';
import { playDrill, stateNone } from '../features/incidents.ts';
import { registerGate } from '../features/other-systems.ts';
import { countPapers, destroyFirst, takeInBooklet } from '../features/paper-register.ts';
import { publishTemplates, signAll } from '../features/procedures.ts';
import { confirmTimes } from '../features/retention.ts';
import { awaitSweep, beginSweep } from '../features/sweep.ts';
import { learnAnswers, passQuiz } from '../features/training.ts';
import { enterWalk } from '../features/walk-round.ts';
import { words } from '../words.ts';

/** What the steps work with. */
export interface MendWalk {
  readonly desk: DeskDriver;
  /** Empty, for whatever a step writes: every user of the computer may write to it, as to a drive. */
  readonly folder: string;
  /** Residents are recorded, and there is a booklet of before that is to go. */
  readonly isLivedIn: boolean;
}

/** How one duty is seen to. */
export interface MendStep {
  readonly duty: Duty;
  /** Who presses the button of the dashboard. */
  readonly as: Extract<Role, 'supervisor' | 'admin'>;
  /** Duties that are no longer missing once it is done, where that is more than its own. */
  readonly also?: readonly Duty[];
  run(walk: MendWalk): Promise<void>;
}

const get = ({ desk }: Pick<MendWalk, 'desk'>, id: string) => desk.page.getByTestId(id);

/** A folder of its own that everybody may write to. */
export function sharedFolder({ folder }: Pick<MendWalk, 'folder'>, name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o1777);
  return path;
}

/** From the templates to what is in force, all at once, and what the supervisor signs of it. */
const procedures: MendStep = {
  duty: 'management-system',
  as: 'supervisor',
  also: words('responsible-persons counter-procedures incident-plan undertakings resident-notices sign-offs'),
  async run(walk) {
    await publishTemplates(walk);
    await signAll(walk, 'supervisor');
  },
};

const training: MendStep = {
  duty: 'training',
  as: 'supervisor',
  run: async (walk) => passQuiz(walk, 'supervisor', await learnAnswers(walk)),
};

const otherSystems: MendStep = { duty: 'other-systems', as: 'admin', run: (walk) => registerGate(walk) };

/** Put in force, hung in the whole estate, and children looked for. */
const notice: MendStep = {
  duty: 'notice-and-consent',
  as: 'supervisor',
  async run(walk) {
    await putNoticeInForce(walk);
    await postNotice(walk, 0);
    await findChildren(walk);
  },
};

/** The booklet is taken in; that of the case is destroyed before a witness, another is counted and stays. */
const paper: MendStep = {
  duty: 'paper',
  as: 'supervisor',
  async run(walk) {
    await takeInBooklet(walk);
    await (walk.isLivedIn ? destroyFirst(walk) : countPapers(walk));
  },
};

const walkRound: MendStep = {
  duty: 'walk-round',
  as: 'supervisor',
  run: (walk) => enterWalk(walk, undefined, true),
};

const leftoverFiles: MendStep = {
  duty: 'leftover-files',
  as: 'supervisor',
  async run(walk) {
    await beginSweep(walk, sharedFolder(walk, 'leftover'));
    await awaitSweep(walk);
  },
};

const drill: MendStep = { duty: 'incident-drill', as: 'supervisor', run: (walk) => playDrill(walk) };

/** Where nothing was ever heard of, that is stated. */
const incidents: MendStep = {
  duty: 'incidents',
  as: 'supervisor',
  run: (walk) => stateNone(walk),
};

const spotCheck: MendStep = {
  duty: 'spot-check',
  as: 'supervisor',
  also: ['quarterly-report'],
  run: (walk) => makeSpotCheck(walk),
};

const FORM_SUBJECTS = {
  'impact-assessment': '业主资料的日常查询',
  'self-audit': '',
  'computer-checklist': '前台 1 号机',
} as const satisfies Partial<Record<Duty, string>>;

const formOf = (duty: keyof typeof FORM_SUBJECTS): MendStep => ({
  duty,
  as: 'supervisor',
  run: (walk) => fillIn(walk, duty, FORM_SUBJECTS[duty]),
});

const computerChecks: MendStep = {
  duty: 'computer-checks',
  as: 'supervisor',
  async run(walk) {
    await get(walk, 'computer-check').click();
    await get(walk, 'computer-last').waitFor({ timeout: 60_000 });
  },
};

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

const retention: MendStep = { duty: 'retention', as: 'admin', run: (walk) => confirmTimes(walk) };

/** In the order in which they are gone through: what an admin does stands together, so that the desk changes hands seldom. */
export const MEND_STEPS: readonly MendStep[] = [
  procedures,
  training,
  notice,
  paper,
  walkRound,
  leftoverFiles,
  drill,
  incidents,
  spotCheck,
  formOf('impact-assessment'),
  formOf('self-audit'),
  formOf('computer-checklist'),
  computerChecks,
  otherSystems,
  retention,
  backups,
];
