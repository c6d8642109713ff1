/** What is put right, and what shows it, in the tests that go over every feature. */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileId } from '../../../contract/ids.ts';
import type { RectificationFacts, RectificationItem } from '../../../contract/rectification/routes.ts';
import type { Walk as ScreenWalk } from '../../screens/screen-list.ts';
import { click, featureFlow, get, showing } from '../../screens/steps.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { makePng, offerAttachment } from '../pictures.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';
import { packPdf } from '../sweep-corpus/pack.ts';
import { makeTempDir } from '../temp-dir.ts';

/** An item as somebody notices it. */
export const NOTICED: RectificationFacts = {
  title: '前台电脑没有开机密码',
  words: '两台电脑开机就进入桌面',
  who: '前台主管',
  dueOn: '2030-06-30',
};

const LETTER = 'd6'.repeat(16) as FileId;
const PDF = packPdf(['Two desks start without a PIN']);

async function addOne(walk: Walk): Promise<RectificationItem> {
  const { open } = await walk.ask('rectification.add', { item: NOTICED });
  return open.toSorted((one, other) => other.rectificationId - one.rectificationId)[0]!;
}
const seenOf = ({ rectificationId, version }: RectificationItem) => ({ rectificationId, version });

async function attach(walk: Walk, bytes: Uint8Array = makePng()) {
  const item = await addOne(walk);
  const { open } = await walk.ask('rectification.attach', {
    ...seenOf(item),
    side: 'before',
    fileId: offerAttachment(walk.desk, bytes),
    showsOn: '2020-03-01',
  });
  const changed = open.find(({ rectificationId }) => rectificationId === item.rectificationId)!;
  const { evidence } = await walk.ask('rectification.open', { rectificationId: item.rectificationId });
  return { item: changed, attachmentId: evidence[0]!.attachment.attachmentId };
}
const beside = async (walk: Walk) =>
  walk.role === 'admin' ? { supervisor: await walk.desk.proofOf('supervisor') } : {};
const finish = async (walk: Walk) =>
  walk.ask('rectification.finish', {
    ...seenOf(await addOne(walk)),
    doneOn: '2020-03-02',
    words: '已设开机密码',
    pin: walk.pin,
  });
let notices = 0;
const takeNotice = (walk: Walk) =>
  walk.ask('rectification.takeNotice', {
    number: `网安检〔2026〕${(notices += 1)} 号`,
    authority: '城东公安分局网安大队',
    receivedOn: '2026-03-01',
    dueOn: '2030-03-15',
    items: ['没有开机密码', '没有安全管理制度'],
    pin: walk.pin,
  });
const offerPdf = (walk: Walk): FileId => {
  walk.desk.vault.offerFile(LETTER, join(makeTempDir(), '函.pdf'), 'pdf');
  return LETTER;
};

export const visits: VisitsOf<'rectification' | 'attachments'> = {
  'attachments.show': async (walk) =>
    walk.ask('attachments.show', {
      attachmentId: (await attach(walk)).attachmentId,
      pin: walk.pin,
      ...(await beside(walk)),
    }),
  'attachments.save': async (walk) =>
    walk.ask('attachments.save', {
      attachmentId: (await attach(walk, PDF)).attachmentId,
      fileId: offerPdf(walk),
      pin: walk.pin,
      ...(await beside(walk)),
    }),
  'rectification.open': async (walk) =>
    walk.ask('rectification.open', { rectificationId: (await addOne(walk)).rectificationId }),
  'rectification.add': addOne,
  'rectification.change': async (walk) =>
    walk.ask('rectification.change', {
      ...seenOf(await addOne(walk)),
      item: { ...NOTICED, who: '夜班领班' },
    }),
  'rectification.attach': (walk) => attach(walk),
  'rectification.detach': async (walk) => {
    const { item, attachmentId } = await attach(walk);
    return walk.ask('rectification.detach', { ...seenOf(item), attachmentId, pin: walk.pin });
  },
  'rectification.finish': finish,
  'rectification.reopen': async (walk) => {
    const { done } = await finish(walk);
    return walk.ask('rectification.reopen', {
      ...seenOf(done.toSorted((one, other) => other.rectificationId - one.rectificationId)[0]!),
      words: '密码又被取消了',
      pin: walk.pin,
    });
  },
  'rectification.takeNotice': takeNotice,
  'rectification.answer': async (walk) => {
    const { notices: all } = await takeNotice(walk);
    const { noticeId, version } = all.find(({ answered }) => answered === null)!;
    return walk.ask('rectification.answer', {
      noticeId,
      version,
      fileId: offerPdf(walk),
      pictures: true,
      pin: walk.pin,
      ...(await beside(walk)),
    });
  },
};

// --- the screens

/** A folder that the application may read from and write to, as another user. */
export function sharedFolder(walk: ScreenWalk, name: string): string {
  const folder = `${walk.backupFolder}-${name}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  chmodSync(folder, 0o1777);
  return folder;
}

/** A supervisor takes a notice in, attaches a picture of before, looks at it, puts the item right and readies the answer. */
export const flow = featureFlow({
  place: 20,
  as: 'supervisor',
  screens: {
    ...showing(['page:rectification'], 'rectification-none', 'rectification-add', 'rectification-notice'),
    ...showing(['page:rectification'], 'rectification-list', 'rectification-item', 'rectification-attach'),
    ...showing(['page:rectification'], 'rectification-look', 'rectification-shown', 'rectification-finish'),
    'rectification-answer': ['page:rectification'],
  },
  async run(walk, look, desk) {
    const { pin } = DESK_STAFF.supervisor;
    const picture = join(sharedFolder(walk, 'evidence'), '整改前.png');
    writeFileSync(picture, makePng(320, 200));
    chmodSync(picture, 0o644);
    await desk.open('rectification');
    await look('rectification-none', { wait: 'rectification-none' });
    await click(walk, 'item-add');
    await get(walk, 'item-title').fill(NOTICED.title);
    await get(walk, 'item-words').fill(NOTICED.words);
    await get(walk, 'item-who').fill(NOTICED.who);
    await get(walk, 'item-dueOn').fill('2030-06-30');
    await look('rectification-add');
    await click(walk, 'item-submit');
    await get(walk, 'rectification-row').waitFor();

    await click(walk, 'notice-take');
    await get(walk, 'notice-number').fill('网安检〔2026〕12 号');
    await get(walk, 'notice-authority').fill('城东公安分局网安大队');
    await get(walk, 'notice-dueOn').fill('2030-03-15');
    await get(walk, 'notice-items').fill('1. 没有安全管理制度\n2. 没有指定网络安全负责人');
    await look('rectification-notice');
    await get(walk, 'notice-form').getByTestId('pin-input').fill(pin);
    await look('rectification-list', { press: 'notice-submit', wait: 'notice' });

    await get(walk, 'rectification-row').first().getByRole('button').first().click();
    await click(walk, 'item-attach-before');
    await desk.answerDialog(picture);
    await click(walk, 'attach-pick');
    await get(walk, 'attach-form').getByText('整改前.png').waitFor();
    await get(walk, 'attach-showsOn').fill('2026-01-31');
    await look('rectification-attach');
    await click(walk, 'attach-submit');
    await get(walk, 'attach-form').waitFor({ state: 'detached' });

    await get(walk, 'rectification-row').first().getByRole('button').first().click();
    await look('rectification-item', { wait: 'attachment' });
    await look('rectification-look', { press: 'attachment-look', wait: 'attachment-form' });
    await get(walk, 'attachment-form').getByTestId('pin-input').fill(pin);
    await click(walk, 'attachment-submit');
    await desk.page.locator('[data-testid="attachment-picture"][data-drawn="true"]').waitFor();
    await look('rectification-shown');
    await click(walk, 'attachment-dialog-close', 'item-finish');
    await get(walk, 'finish-words').fill('制度已印发，全员签收');
    await look('rectification-finish');
    await get(walk, 'finish-form').getByTestId('pin-input').fill(pin);
    await click(walk, 'finish-submit');
    await get(walk, 'finish-form').waitFor({ state: 'detached' });
    await look('rectification-answer', { press: 'notice-answer', wait: 'answer-form' });
    await click(walk, 'answer-cancel');
    await desk.page.keyboard.press('Escape');
  },
});
