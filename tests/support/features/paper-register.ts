/** The register of paper in the tests that go over every feature. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileId } from '../../../contract/ids.ts';
import type { PaperFacts, PaperView } from '../../../contract/paper-register/routes.ts';
import type { AtDesk, FeatureFlow, Look } from '../../screens/screen-list.ts';
import { click, get, showing } from '../../screens/steps.ts';
import { DESK_STAFF } from '../desk-driver.ts';
import { lookAtNothing } from '../look-at-nothing.ts';
import type { VisitsOf, Walk } from '../route-walk.ts';
import { makeTempDir } from '../temp-dir.ts';

const PHOTO = 'f0'.repeat(16) as FileId;

/** The booklet of the case: what lay at the front desk. */
export const BOOKLET: Omit<PaperFacts, 'custodian'> = {
  sort: 'booklet',
  title: '前台旧业主登记册',
  pages: 62,
  foundAt: '前台抽屉',
  place: '档案柜第二层',
  dueOn: null,
};

// --- the walk over the routes

async function takeInOne(walk: Walk): Promise<PaperView> {
  const { slotId: custodian } = await walk.desk.proofOf(walk.role ?? 'supervisor');
  const { papers } = await walk.ask('papers.takeIn', { paper: { ...BOOKLET, custodian } });
  return papers.toSorted((one, other) => other.paperId - one.paperId)[0]!;
}
const seenOf = ({ paperId, version }: PaperView) => ({ paperId, version });
const keptBy = async (walk: Walk) => ({
  custodian: (await walk.desk.proofOf(walk.role ?? 'supervisor')).slotId,
  place: '档案柜第一层',
});
const lose = async (walk: Walk, paper: PaperView): Promise<PaperView> => {
  const { papers } = await walk.ask('papers.lose', {
    ...seenOf(paper),
    words: '盘点时不在柜里',
    pin: walk.pin,
  });
  return papers.find(({ paperId }) => paperId === paper.paperId)!;
};

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
  'base64',
);

/** One that has a photo. */
async function withPhoto(walk: Walk): Promise<PaperView> {
  const paper = await takeInOne(walk);
  const path = join(makeTempDir(), 'photo.png');
  writeFileSync(path, PIXEL);
  walk.desk.vault.offerFile(PHOTO, path, 'attachment');
  const { papers } = await walk.ask('papers.attach', {
    ...seenOf(paper),
    fileId: PHOTO,
    showsOn: '2026-01-02',
  });
  return papers.find(({ paperId }) => paperId === paper.paperId)!;
}

export const visits: VisitsOf<'papers'> = {
  'papers.takeIn': takeInOne,
  'papers.change': async (walk) => {
    const paper = await takeInOne(walk);
    const { custodian } = await keptBy(walk);
    return walk.ask('papers.change', { ...seenOf(paper), paper: { ...BOOKLET, custodian, place: '岗亭' } });
  },
  'papers.extend': async (walk) =>
    walk.ask('papers.extend', {
      ...seenOf(await takeInOne(walk)),
      dueOn: '2199-12-31',
      words: '等待清点完毕',
      pin: walk.pin,
    }),
  'papers.giveBack': async (walk) =>
    walk.ask('papers.giveBack', { ...seenOf(await takeInOne(walk)), ...(await keptBy(walk)) }),
  'papers.destroy': async (walk) =>
    walk.ask('papers.destroy', {
      ...seenOf(await takeInOne(walk)),
      how: 'shredded',
      pin: walk.pin,
      witness: await walk.desk.proofOf(walk.role === 'supervisor' ? 'admin' : 'supervisor'),
    }),
  'papers.lose': async (walk) => lose(walk, await takeInOne(walk)),
  'papers.find': async (walk) => {
    const lost = await lose(walk, await takeInOne(walk));
    return walk.ask('papers.find', { ...seenOf(lost), ...(await keptBy(walk)) });
  },
  'papers.count': async (walk) => {
    const { paperId } = await takeInOne(walk);
    return walk.ask('papers.count', { counted: [paperId], there: [paperId], pin: walk.pin });
  },
  'papers.stateNone': (walk) =>
    walk.elsewhere(async (fresh) => {
      await fresh.desk.setUpAs(fresh.role ?? 'supervisor');
      await fresh.ask('papers.stateNone', { pin: fresh.pin });
    }),
  'papers.attach': (walk) => withPhoto(walk),
  'papers.detach': async (walk) => {
    const paper = await withPhoto(walk);
    await walk.ask('papers.detach', { ...seenOf(paper), attachmentId: paper.photos[0]!.attachmentId });
  },
  'papers.record': async (walk) => {
    const { paperId, version } = await takeInOne(walk);
    await walk.ask('papers.destroy', {
      paperId,
      version,
      how: 'shredded',
      pin: walk.pin,
      witness: await walk.desk.proofOf(walk.role === 'supervisor' ? 'admin' : 'supervisor'),
    });
    await walk.ask('papers.record', { paperId });
  },
};

// --- the screens

const SCREENS = {
  ...showing(['page:paper-register'], 'papers-none', 'papers-state-none', 'papers-stated', 'papers-take-in'),
  ...showing(['page:paper-register'], 'papers', 'papers-one', 'papers-extend', 'papers-count'),
  ...showing(['page:paper-register'], 'papers-destroy', 'papers-destroyed'),
} as const;

async function submit(walk: AtDesk): Promise<void> {
  await click(walk, 'paper-submit');
  await get(walk, 'paper-form').waitFor({ state: 'detached', timeout: 20_000 });
}

/** At the page, before there is any: states that there is none, which the first paper ends. */
async function stateNone(walk: AtDesk, look: Look<typeof SCREENS>): Promise<void> {
  await click(walk, 'paper-state-none');
  await get(walk, 'paper-form').waitFor();
  await look('papers-state-none');
  await get(walk, 'pin-input').fill(DESK_STAFF.supervisor.pin);
  await submit(walk);
  await get(walk, 'paper-stated').waitFor();
  await look('papers-stated');
}

/** At the page: takes the booklet of the case in. */
export async function takeInBooklet(walk: AtDesk, look: Look<typeof SCREENS> = lookAtNothing): Promise<void> {
  await get(walk, 'papers-none').waitFor();
  await look('papers-none');
  await click(walk, 'paper-take-in');
  await get(walk, 'paper-title').fill(BOOKLET.title);
  await get(walk, 'paper-pages').fill(String(BOOKLET.pages));
  await get(walk, 'paper-foundAt').fill(BOOKLET.foundAt);
  await get(walk, 'paper-place').fill(BOOKLET.place);
  await look('papers-take-in');
  await submit(walk);
  await get(walk, 'paper-row').waitFor();
}

/** As the supervisor: counts what lies in the cabinet, and all is there. */
export async function countPapers(walk: AtDesk, look: Look<typeof SCREENS> = lookAtNothing): Promise<void> {
  await click(walk, 'paper-count');
  await look('papers-count');
  for (const there of await walk.desk.page.locator('[data-testid^=paper-count-][data-testid$=-there]').all())
    await there.click();
  await get(walk, 'pin-input').fill(DESK_STAFF.supervisor.pin);
  await submit(walk);
}

/** As the supervisor, before an admin: destroys the first of the list. */
export async function destroyFirst(walk: AtDesk, look: Look<typeof SCREENS> = lookAtNothing): Promise<void> {
  await act(walk, 'destroy');
  await get(walk, 'pin-input').fill(DESK_STAFF.supervisor.pin);
  await walk.desk.choose('paper-witness-choice', { words: DESK_STAFF.admin.name });
  await get(walk, 'paper-witness-pin-input').fill(DESK_STAFF.admin.pin);
  await look('papers-destroy');
  await submit(walk);
  await get(walk, 'paper-row').waitFor();
}

async function act(walk: AtDesk, what: string, look?: () => Promise<void>): Promise<void> {
  await get(walk, 'paper-row').first().getByRole('button').click();
  await get(walk, 'paper-drawer').waitFor();
  await look?.();
  await click(walk, `paper-${what}`);
}

/** A supervisor takes in the booklet, counts it and destroys it before an admin. */
export const flow: FeatureFlow<typeof SCREENS> = {
  place: 180,
  as: 'supervisor',
  screens: SCREENS,
  async run(walk, look, desk) {
    await desk.open('paper-register');
    await stateNone(walk, look);
    await takeInBooklet(walk, look);
    await look('papers');
    await act(walk, 'extend', () => look('papers-one'));
    await get(walk, 'paper-until').fill('2099-12-31');
    await get(walk, 'paper-words').fill('等待业主委员会清点');
    await get(walk, 'pin-input').fill(DESK_STAFF.supervisor.pin);
    await look('papers-extend');
    await submit(walk);
    await countPapers(walk, look);
    await destroyFirst(walk, look);
    await look('papers-destroyed');
    await desk.page.keyboard.press('Escape');
  },
};
