/** Forms of the law in the tests that go over every feature. */
import { join } from 'node:path';
import type { FormFill } from '../../../contract/forms/routes.ts';
import type { FileId } from '../../../contract/ids.ts';
import type { RouteName } from '../../../contract/route-names.ts';
import type { AtDesk, FeatureFlow } from '../../screens/screen-list.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { offerAttachment } from '../pictures.ts';
import type { Visit, Walk } from '../route-walk.ts';
import { makeTempDir } from '../temp-dir.ts';

type Name = Extract<RouteName, `forms.${string}`>;

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

export const visits: Readonly<Record<Name, Visit>> = {
  'forms.list': (walk) => walk.ask('forms.list', {}),
  'forms.due': (walk) => walk.ask('forms.due', {}),
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

const get = ({ desk }: AtDesk, id: string) => desk.page.getByTestId(id);

const SCREENS = {
  'forms-list': ['page:forms'],
  'forms-opened': ['page:forms'],
  'forms-articles': ['page:forms'],
  'forms-draft': ['page:forms'],
  'forms-unanswered': ['page:forms'],
  'forms-sign': ['page:forms'],
  'forms-finished-list': ['page:forms'],
  'forms-finished': ['page:forms'],
} as const;

/** Signs as the supervisor what was filled in. */
async function sign(walk: AtDesk): Promise<void> {
  await get(walk, 'form-sign-form').getByTestId('pin-input').fill(DESK_STAFF.supervisor.pin);
  await get(walk, 'form-sign-submit').click();
  await get(walk, 'form-carry').waitFor();
}

/** As the supervisor who is at the page: fills one in, every item with its first result, and signs it. `subject`: of what, where the form asks for it. */
export async function fillIn(walk: AtDesk, form: string, subject: string): Promise<void> {
  await get(walk, `form-row-${form}`).getByRole('button').first().click();
  await get(walk, 'form-begin').click();
  await get(walk, 'form-fill').waitFor();
  if (await get(walk, 'form-subject').isVisible()) await get(walk, 'form-subject').fill(subject);
  const items = walk.desk.page.locator('[data-testid^="form-item-"]');
  for (const item of await items.all()) await item.locator('[data-testid^="choice-"]').first().click();
  await get(walk, 'form-finish').click();
  await sign(walk);
}

/** A supervisor fills in the checklist of a computer, finds one thing wanting, signs and reads it again. */
export const flow: FeatureFlow<typeof SCREENS> = {
  place: 290,
  as: 'supervisor',
  screens: SCREENS,
  async run(walk, look) {
    const { desk } = walk;
    await desk.open('forms');
    await get(walk, `form-row-${FORM}`).waitFor();
    await look('forms-list');
    await get(walk, `form-row-${FORM}`).getByRole('button').first().click();
    await get(walk, 'form-begin').waitFor();
    await look('forms-opened');
    await get(walk, 'form-begin').click();
    await get(walk, 'form-fill').waitFor();
    await get(walk, 'form-articles').first().click();
    await get(walk, 'articles').waitFor();
    await look('forms-articles');
    await get(walk, 'articles-close').click();
    await get(walk, 'form-subject').fill('前台 1 号机');
    await get(walk, 'choice-os-password-yes').click();
    await get(walk, 'words-os-password').fill('每人一个账户');
    await look('forms-draft');
    await get(walk, 'form-finish').click();
    await get(walk, 'form-unanswered').waitFor();
    await look('forms-unanswered');
    const chips = desk.page.locator('[data-testid^="choice-"][data-testid$="-yes"]');
    for (let at = 0; at < (await chips.count()); at += 1) await chips.nth(at).click();
    await get(walk, 'choice-usb-no').click();
    await get(walk, 'words-usb').fill('接口没有封');
    await get(walk, 'form-finish').click();
    await get(walk, 'form-sign-form').waitFor();
    await look('forms-sign');
    await sign(walk);
    await look('forms-finished-list');
    await get(walk, 'form-read').click();
    await get(walk, 'form-finished').waitFor();
    await look('forms-finished');
    await get(walk, 'form-back').click();
    await desk.page.keyboard.press('Escape');
  },
};
