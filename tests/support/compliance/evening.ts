/**
 * The evening as it is led: each person goes by the one button that says what is next, and what may wait is confirmed and signed by one PIN. Each step
 * begins with its deed open, and ends with it done or confirmed; `hand.for` names what is counted.
 */
import type { Locator } from 'playwright-core';
import type { Role } from '../../../contract/fields.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { FACTS, SINCE_FACTS } from '../features/company.ts';
import { GATE, settleAgreement } from '../features/other-systems.ts';
import { BOOKLET } from '../features/paper-register.ts';
import { readToTheEnd } from '../features/procedures.ts';
import { answerQuiz, learnAnswers, type Answers } from '../features/training.ts';
import { type MendWalk, sharedFolder } from './mend-steps.ts';

const WORDS = '逐项看过，没有异常';

/** What hands do besides what is counted for itself. */
type EveningWalk = MendWalk & { readonly begins: (part: string) => void };

const get = ({ desk }: EveningWalk, id: string): Locator => desk.page.getByTestId(id);
const click = async (walk: EveningWalk, ...ids: readonly string[]): Promise<void> => {
  for (const id of ids) await get(walk, id).click();
};
const fill = (walk: EveningWalk, id: string, text: string): Promise<void> => get(walk, id).fill(text);
const gone = (walk: EveningWalk, id: string): Promise<void> =>
  get(walk, id).waitFor({ state: 'detached', timeout: 60_000 });

/** By the one button, which has to lead to this. */
async function next(walk: EveningWalk, point: string, from = 'lead-next'): Promise<void> {
  await walk.desk.page.locator(`[data-testid=${from}][data-point=${point}]`).click();
}

/** What was put aside has led on to this. */
const led = (walk: EveningWalk, point: string): Promise<void> =>
  walk.desk.page.locator(`[data-testid=lead-bar][data-at=${point}]`).waitFor();

/** Sends a form that waits for a signature, or that is done with. */
async function confirm(walk: EveningWalk, form: string): Promise<void> {
  await click(walk, `${form}-submit`);
  await gone(walk, `${form}-form`);
}

/** By whoever is signed in: texts and quiz. */
async function learn(walk: EveningWalk, answers: Answers): Promise<void> {
  await readToTheEnd(walk);
  await confirm(walk, 'procedure-sign');
  await answerQuiz(walk, answers);
  await confirm(walk, 'training-quiz');
}

async function beginLed(walk: EveningWalk, role: Role, first: string): Promise<void> {
  walk.begins('sign-in');
  await walk.desk.signIn(role);
  await get(walk, 'account').waitFor({ timeout: 20_000 });
  walk.begins('the guide');
  await click(walk, 'rail-palette', 'palette-evening');
  await next(walk, first, 'evening-next');
}

/** Who the company is, its rules, its vendors, its times and a backup. */
export async function asAdmin(walk: EveningWalk): Promise<Answers> {
  const { desk, begins } = walk;
  await beginLed(walk, 'admin', 'company');
  begins('company');
  for (const fact of ['company', 'address', 'complaintPhone', 'signatory', 'dutyPhone', 'police'] as const)
    await fill(walk, `company-fact-${fact}`, FACTS[fact]);
  begins('since');
  for (const fact of SINCE_FACTS)
    if (fact === 'faces' || fact === 'cameras')
      await desk.choose(`company-fact-${fact}`, { value: FACTS[fact] });
    else if (fact !== 'estates') await fill(walk, `company-fact-${fact}`, FACTS[fact]);
  await fill(walk, 'pin-input', DESK_STAFF.admin.pin);
  begins('company');
  await click(walk, 'company-submit');
  await gone(walk, 'company-form');
  begins('procedures');
  await led(walk, 'responsible-persons');
  await readToTheEnd(walk, 'publish');
  await fill(walk, 'pin-input', DESK_STAFF.admin.pin);
  await confirm(walk, 'procedure-publish');
  begins('learn');
  const answers = await learnAnswers(walk);
  await led(walk, 'undertakings');
  await learn(walk, answers);
  begins('other-systems');
  await get(walk, 'other-system-form').waitFor();
  for (const fact of ['name', 'vendor', 'contract'] as const)
    await fill(walk, `other-system-${fact}`, GATE[fact]);
  await click(walk, 'other-system-password-changed');
  await click(walk, 'other-system-submit');
  await gone(walk, 'other-system-name');
  await click(walk, 'other-system-submit');
  begins('since');
  await settleAgreement(walk);
  begins('retention');
  await led(walk, 'retention');
  await confirm(walk, 'retention');
  begins('backups');
  await desk.answerDialog(sharedFolder(walk, 'backups'));
  await click(walk, 'backup-pick');
  await fill(walk, 'pin-input', DESK_STAFF.admin.pin);
  await click(walk, 'backup-save');
  await get(walk, 'backup-test-good').waitFor({ timeout: 60_000 });
  begins('sign-in');
  await desk.lock();
  return answers;
}

/** Their own texts and quiz, by one PIN. */
export async function asReceptionist(walk: EveningWalk, answers: Answers): Promise<void> {
  const { desk, begins } = walk;
  begins('sign-in');
  await desk.signIn('receptionist');
  begins('learn');
  await desk.openAlert('procedures-to-sign');
  await readToTheEnd(walk);
  await click(walk, 'procedure-sign-submit');
  await answerQuiz(walk, answers);
  await get(walk, 'signs-also').waitFor();
  await fill(walk, 'pin-input', DESK_STAFF.receptionist.pin);
  await click(walk, 'training-quiz-submit');
  await desk.page.locator('[data-testid=training-done][data-passed=true]').waitFor({ timeout: 20_000 });
  begins('sign-in');
  await desk.lock();
}

/** The records, what was found, and the pack; where it lies. */
export async function asSupervisor(walk: EveningWalk, answers: Answers, workbook: string): Promise<string> {
  const { desk, begins } = walk;
  await beginLed(walk, 'supervisor', 'undertakings');
  begins('learn');
  await learn(walk, answers);
  begins('import');
  const dispose = async (step: string): Promise<void> => {
    if (step !== 'result') return;
    await click(walk, 'dispose', 'dispose-confirm');
    await get(walk, 'original-gone').waitFor({ timeout: 20_000 });
  };
  await desk.importWorkbook(workbook, dispose, { isThere: true });
  begins('notice');
  await next(walk, 'notice-and-consent');
  await confirm(walk, 'consent-version');
  begins('sweep');
  await desk.answerDialog(sharedFolder(walk, 'leftover'));
  await click(walk, 'sweep-add-folder');
  await get(walk, 'sweep-folder').waitFor();
  await click(walk, 'sweep-begin');
  await get(walk, 'sweep-trend').waitFor({ timeout: 180_000 });
  begins('since');
  await next(walk, 'incidents');
  await workThrough(walk, true);
  begins('drill');
  await workThrough(walk, false);
  begins('since');
  for (const what of ['spot-check', 'quarterly-report']) {
    await led(walk, what);
    await fill(walk, 'supervision-words', WORDS);
    await click(walk, 'supervision-submit');
  }
  begins('impact-assessment');
  await led(walk, 'impact-assessment');
  await fillIn(walk, null, {
    'automated-lawful': '没有自动化决策',
    'abroad-lawful': '没有境外业务',
    'other-lawful': '没有其他此类活动',
  });
  begins('walk-round');
  await get(walk, 'walk-form').waitFor();
  for (const place of await desk.page.locator('fieldset').all()) await place.getByTestId('walk-fine').click();
  await confirm(walk, 'walk');
  begins('paper');
  await destroyBooklet(walk);
  begins('computer');
  await led(walk, 'computer-checks');
  await get(walk, 'computer-last').waitFor({ timeout: 60_000 });
  await next(walk, 'computer-checklist');
  await fillIn(walk, '前台 1 号机');
  begins('self-audit');
  await led(walk, 'self-audit');
  await fillIn(walk, null);
  begins('pack');
  const path = `${sharedFolder(walk, 'pack')}/pack.pdf`;
  await desk.answerSaveDialog(path);
  await click(walk, 'pack-place-submit');
  await get(walk, 'signs-also').waitFor();
  await fill(walk, 'pin-input', DESK_STAFF.supervisor.pin);
  await click(walk, 'pack-submit');
  await get(walk, 'pack-made').waitFor({ timeout: 120_000 });
  return path;
}

/** From its registration to its closing, form after form; what a drill proposes is kept. */
async function workThrough(walk: EveningWalk, isReal: boolean): Promise<void> {
  await led(walk, isReal ? 'incidents' : 'incident-drill');
  const submit = () => click(walk, 'incident-submit');
  const at = (id: string) => get(walk, `incident-${id}`).waitFor();
  await submit();
  await at('causes');
  if (isReal) {
    await click(walk, 'incident-field-name', 'incident-field-phone');
    await fill(walk, 'incident-causes', '登记册放在前台，名单存放在无人管理的电脑上。');
    await fill(walk, 'incident-measures', '已收回登记册，名单已导入并擦除原件。');
  }
  await submit();
  await at('scope-everybody');
  await submit();
  await at('words');
  if (isReal) {
    await fill(walk, 'incident-words', '已向派出所口头报告');
    await fill(walk, 'pin-input', DESK_STAFF.supervisor.pin);
  }
  await submit();
  await at('told');
  if (isReal) await tellPeople(walk);
  await submit();
  // Both forms ask for words.
  await gone(walk, 'incident-told');
  await at('words');
  if (isReal) await fill(walk, 'incident-words', '各项已完成，可以结案');
  await submit();
}

/** The notice is given out first; that all of them were told by it, and how, is said by hand. */
async function tellPeople(walk: EveningWalk): Promise<void> {
  await walk.desk.answerSaveDialog(`${sharedFolder(walk, 'notice')}/notice.pdf`);
  await get(walk, 'incident-form').getByTestId('incident-save-people').click();
  await gone(walk, 'incident-give-first');
  await click(walk, 'incident-told-all');
  await fill(walk, 'incident-words', '逐户短信告知，发送记录存档');
  await fill(walk, 'pin-input', DESK_STAFF.supervisor.pin);
}

/** Before an admin; what waits for a signature is signed along with it. */
async function destroyBooklet(walk: EveningWalk): Promise<void> {
  await fill(walk, 'paper-title', BOOKLET.title);
  await fill(walk, 'paper-pages', String(BOOKLET.pages));
  await fill(walk, 'paper-place', BOOKLET.place);
  await click(walk, 'paper-submit');
  await get(walk, 'signs-also').waitFor();
  await fill(walk, 'pin-input', DESK_STAFF.supervisor.pin);
  await walk.desk.choose('paper-witness-choice', { words: DESK_STAFF.admin.name });
  await fill(walk, 'paper-witness-pin-input', DESK_STAFF.admin.pin);
  await click(walk, 'paper-submit');
  await gone(walk, 'paper-form');
}

/** What the product knows stands there; groups that do not occur are answered at once and by a word of why, and the rest one by one. */
async function fillIn(
  walk: EveningWalk,
  subject: string | null,
  groups: Readonly<Record<string, string>> = {},
): Promise<void> {
  await get(walk, 'form-fill').waitFor();
  if (subject !== null) await fill(walk, 'form-subject', subject);
  for (const [item, why] of Object.entries(groups)) {
    await click(walk, `group-${item}`);
    await fill(walk, `words-${item}`, why);
  }
  for (const item of await walk.desk.page.locator('[data-testid^="form-item-"]').all())
    if ((await item.locator('input:checked').count()) === 0)
      await item.locator('[data-testid^="choice-"]').first().click();
  await click(walk, 'form-finish');
}
