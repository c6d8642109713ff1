/** Forms of the law in the tests that go over every feature. */
import { join } from 'node:path';
import type { FormFill } from '../../../contract/forms/routes.ts';
import type { FileId } from '../../../contract/ids.ts';
import type { AtDesk } from '../../screens/screen-list.ts';
import { click, featureFlow, get, showing, submitAs } from '../../screens/steps.ts';
import { offerAttachment } from '../pictures.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';
import { makeTempDir } from '../temp-dir.ts';

const FORM = 'computer-checklist';
const FILE = 'd7'.repeat(16) as FileId;

const begin = (walk: Walk): Promise<FormFill> => walk.ask('forms.begin', { form: FORM, carry: false });
const seenOf = ({ fillId, version }: FormFill) => ({ fillId, version });

/** Every item with its first result, but for those that are found wanting. */
export const answersFor = ({ content }: Pick<FormFill, 'content'>, found: readonly string[] = []) =>
  content.items.map((item) => {
    const options = item.options ?? content.options;
    const option = found.includes(item.id) ? options.find(({ finding }) => finding === true) : options[0];
    return { item: item.id, choice: option?.id ?? null, words: found.includes(item.id) ? '要整改' : '' };
  });

const save = async (walk: Walk): Promise<FormFill> => {
  const fill = await begin(walk);
  return walk.ask('forms.save', {
    ...seenOf(fill),
    subject: '前台 1 号机',
    remark: '',
    answers: answersFor(fill, ['usb']),
  });
};
const attach = async (walk: Walk): Promise<FormFill> =>
  walk.ask('forms.attach', {
    ...seenOf(await save(walk)),
    item: 'usb',
    fileId: offerAttachment(walk.desk),
    showsOn: '2020-03-01',
  });
const finish = async (walk: Walk): Promise<FormFill> =>
  walk.ask('forms.finish', { ...seenOf(await save(walk)), pin: walk.pin });

export const visits: VisitsOf<'forms'> = {
  'forms.open': (walk) => walk.ask('forms.open', { form: FORM }),
  'forms.read': async (walk) => walk.ask('forms.read', { fillId: (await begin(walk)).fillId }),
  'forms.begin': begin,
  'forms.save': save,
  'forms.attach': attach,
  'forms.detach': async (walk) => {
    const fill = await attach(walk);
    const [attached] = fill.answers.flatMap(({ evidence }) => evidence);
    return walk.ask('forms.detach', { ...seenOf(fill), attachmentId: attached!.attachmentId });
  },
  'forms.renew': async (walk) => walk.ask('forms.renew', seenOf(await begin(walk))),
  'forms.discard': async (walk) => walk.ask('forms.discard', seenOf(await begin(walk))),
  'forms.finish': finish,
  'forms.give': async (walk) => {
    walk.desk.vault.offerFile(FILE, join(makeTempDir(), '表.pdf'), 'pdf');
    return walk.ask('forms.give', { fillId: (await save(walk)).fillId, fileId: FILE });
  },
};

// --- the screens

/** Signs as the supervisor what was filled in. */
async function sign(walk: AtDesk): Promise<void> {
  await submitAs(walk, 'supervisor', 'form-sign-submit', 'form-sign-form');
  await get(walk, 'form-carry').waitFor();
}

/** As the supervisor who is at the page: fills one in, every item with its first result, and signs it. `subject`: of what, where the form asks for it. */
export async function fillIn(walk: AtDesk, form: string, subject: string): Promise<void> {
  await get(walk, `form-row-${form}`).getByRole('button').first().click();
  await click(walk, 'form-begin');
  await get(walk, 'form-fill').waitFor();
  if (await get(walk, 'form-subject').isVisible()) await get(walk, 'form-subject').fill(subject);
  const items = walk.desk.page.locator('[data-testid^="form-item-"]');
  for (const item of await items.all()) await item.locator('[data-testid^="choice-"]').first().click();
  await click(walk, 'form-finish');
  await sign(walk);
}

/** A supervisor fills in the checklist of a computer, finds one thing wanting, signs and reads it again. */
export const flow = featureFlow({
  place: 290,
  as: 'supervisor',
  screens: {
    ...showing(['page:forms'], 'forms-list', 'forms-opened', 'forms-articles', 'forms-draft'),
    ...showing(['page:forms'], 'forms-unanswered', 'forms-sign', 'forms-finished-list', 'forms-finished'),
  },
  async run(walk, look, desk) {
    await desk.open('forms');
    await look('forms-list', { wait: `form-row-${FORM}` });
    await get(walk, `form-row-${FORM}`).getByRole('button').first().click();
    await look('forms-opened', { wait: 'form-begin' });
    await click(walk, 'form-begin');
    await get(walk, 'form-fill').waitFor();
    await get(walk, 'form-articles').first().click();
    await look('forms-articles', { wait: 'articles' });
    await click(walk, 'articles-close');
    await get(walk, 'form-subject').fill('前台 1 号机');
    await click(walk, 'choice-os-password-yes');
    await get(walk, 'words-os-password').fill('每人一个账户');
    await look('forms-draft');
    await look('forms-unanswered', { press: 'form-finish', wait: 'form-unanswered' });
    const chips = desk.page.locator('[data-testid^="choice-"][data-testid$="-yes"]');
    for (let at = 0; at < (await chips.count()); at += 1) await chips.nth(at).click();
    await click(walk, 'choice-usb-no');
    await get(walk, 'words-usb').fill('接口没有封');
    await look('forms-sign', { press: 'form-finish', wait: 'form-sign-form' });
    await sign(walk);
    await look('forms-finished-list');
    await look('forms-finished', { press: 'form-read', wait: 'form-finished' });
    await click(walk, 'form-back');
    await desk.page.keyboard.press('Escape');
  },
});
