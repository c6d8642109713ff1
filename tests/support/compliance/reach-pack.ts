/** From the dashboard's own links to a pack: each duty that is missing is seen to by its button, then a supervisor makes the pack. */
import type { Duty, EvidenceState } from '../../../contract/evidence/lists.ts';
import type { Dashboard } from '../../../contract/evidence/routes.ts';
import type { Role } from '../../../contract/fields.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { readToTheEnd, signAll } from '../features/procedures.ts';
import { answerQuiz, learnAnswers, passQuiz } from '../features/training.ts';
import { MEND_STEPS, type MendStep, type MendWalk, sharedFolder } from './mend-steps.ts';

type By = Extract<Role, 'supervisor' | 'admin'>;

/** The duties of which the dashboard says this, in its order, once it shows what the vault says now: at first it shows what was read before. */
export async function readDuties(
  { desk }: Pick<MendWalk, 'desk'>,
  wanted: EvidenceState,
): Promise<readonly Duty[]> {
  const reply = await desk.request('evidence.read', {});
  if (!reply.ok) throw new Error(`what is there could not be read: ${reply.error?.code}`);
  const { evidence } = reply.value as Dashboard;
  const duties = evidence.filter(({ state }) => state === wanted).map(({ duty }) => duty);
  await desk.page.waitForFunction(
    ([state, names, all]) => {
      const rows = [...document.querySelectorAll<HTMLElement>('tr[data-testid^=duty-]')];
      const shown = rows.filter(({ dataset }) => dataset['state'] === state);
      const found = shown.map(({ dataset }) => dataset['testid']!.slice('duty-'.length));
      return rows.length === all && found.join() === names;
    },
    [wanted, duties.join(), evidence.length] as const,
  );
  return duties;
}

/** Sees to every duty that is missing and that there is a step for; each by its button. Whoever is signed in at the end is said. */
export async function mendAll(walk: MendWalk, steps: readonly MendStep[] = MEND_STEPS): Promise<void> {
  let by: By | null = null;
  for (const step of steps) {
    if (step.as !== by) {
      await signInAs(walk, step.as, by === null);
      by = step.as;
    }
    await walk.desk.open('evidence');
    if (!(await readDuties(walk, 'missing')).includes(step.duty)) continue;
    await walk.desk.page.getByTestId(`mend-${step.duty}`).click();
    await step.run(walk);
  }
}

/** What an admin and a receptionist still have to do themselves: they sign what is theirs to sign, and pass the quiz. */
export async function learnAll(walk: MendWalk): Promise<void> {
  const { desk } = walk;
  await signInAs(walk, 'admin', false);
  const answers = await learnAnswers(walk);
  for (const duty of ['sign-offs', 'training'] as const) {
    await desk.open('evidence');
    await readDuties(walk, 'stale');
    await desk.page.getByTestId(`mend-${duty}`).click();
    await (duty === 'training' ? passQuiz(walk, 'admin', answers) : signAll(walk, 'admin'));
  }
  // A receptionist sees no dashboard: the bell leads to the one, the rail to the other.
  await signInAs(walk, 'receptionist', false);
  await desk.openAlert('procedures-to-sign');
  // The quiz follows, and its PIN signs the texts as well.
  await readToTheEnd(walk);
  await desk.page.getByTestId('procedure-sign-submit').click();
  await answerQuiz(walk, answers);
  await desk.fillSecret('pin-input', DESK_STAFF.receptionist.pin);
  await desk.page.getByTestId('training-quiz-submit').click();
  await desk.page.locator('[data-testid=training-done][data-passed=true]').waitFor({ timeout: 20_000 });
}

/** From the lock screen, or from whoever is signed in. */
export async function signInAs({ desk }: MendWalk, role: Role, fromLock: boolean): Promise<void> {
  if (!fromLock) await desk.lock();
  await desk.signIn(role);
  await desk.page.getByTestId('account').waitFor({ timeout: 20_000 });
}

/** As the supervisor who is signed in: makes the pack, and says where it lies and what the dashboard named missing and stale as it was made. */
export async function makePack(walk: MendWalk): Promise<{
  readonly path: string;
  readonly missing: readonly Duty[];
  readonly stale: readonly Duty[];
}> {
  const { desk } = walk;
  const { page } = desk;
  await desk.open('evidence');
  const missing = await readDuties(walk, 'missing');
  const stale = await readDuties(walk, 'stale');
  const path = `${sharedFolder(walk, 'pack')}/pack.pdf`;
  await page.getByTestId('pack-make').click();
  await desk.answerSaveDialog(path);
  await page.getByTestId('pack-place-submit').click();
  await desk.fillSecret('pin-input', DESK_STAFF.supervisor.pin);
  await page.getByTestId('pack-submit').click();
  await page.getByTestId('pack-made').waitFor({ timeout: 60_000 });
  return { path, missing, stale };
}
