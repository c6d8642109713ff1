/** Goes through every flow of the list in its order and hands each screen to every looker; a screen that is not what the list says fails. */
import type { Role } from '../../contract/fields.ts';
import type { Page as Tab } from 'playwright-core';
import type { DeskDriver } from '../support/desk-driver.ts';
import type { Looker } from './lookers/looker.ts';
import {
  FLOWS,
  type Flow,
  type Kind,
  type Look,
  type Part,
  type ScreenName,
  type Walk,
} from './screen-list.ts';
import { settle } from '../support/settle.ts';
import { goAlong, type Way } from './steps.ts';

/** The driver's words for a page whose process is gone. */
const PAGE_GONE = /Target crashed|Target page, context or browser has been closed/;

export interface Finding {
  readonly screen: ScreenName;
  /** Name of the looker. */
  readonly looker: string;
  readonly what: string;
}

/** All flows, one after another. */
const WHOLE: Pick<Part, 'before' | 'flows'> = { before: [], flows: FLOWS as unknown as readonly Flow[] };

/**
 * What the lookers found, in the order of the walk. Each looks at every screen, one after another as they are given.
 * Rejects, with what was found until then, where a screen is not what the list says, or the way to the next one is not there.
 */
export async function walkScreens(
  walk: Walk,
  lookers: readonly Looker[],
  { before, flows } = WHOLE,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const flow of before) await take(walk, flow, async () => undefined);
  for (const flow of flows) {
    const seen: ScreenName[] = [];
    try {
      await take(walk, flow, async (name) => {
        seen.push(name as ScreenName);
        await settle(walk.desk.page);
        await expectKinds(walk.desk.page, name, flow.screens[name] ?? []);
        for (const looker of lookers)
          findings.push(...(await lookAt(name as ScreenName, walk.desk.page, looker)));
      });
    } catch (error) {
      throw new Error(stopped(flow, seen, findings, error), { cause: error });
    }
    const unseen = Object.keys(flow.screens).filter((name) => !seen.includes(name as ScreenName));
    if (unseen.length > 0) throw new Error(`not looked at: ${unseen.join(' ')}`);
  }
  return findings;
}

async function take(walk: Walk, flow: Flow, look: Look<Flow['screens']>): Promise<void> {
  if (flow.as !== undefined) await goTo(walk.desk, flow.as);
  const arrive = async (name: string, way: Way = {}): Promise<void> => {
    await goAlong(walk, way);
    await look(name);
  };
  await flow.run(walk, arrive, walk.desk);
}

/**
 * Walks, and begins anew where the page's process ended: pages of the stand-in runtime end by a fault of its own now and then, wherever they are.
 * So many walks at most; `clear` takes away what one that ended has left.
 */
export async function walkUntilWhole<T>(
  walks: number,
  walk: () => Promise<T>,
  clear: () => Promise<void>,
): Promise<T> {
  for (let taken = 1; ; taken++) {
    try {
      return await walk();
    } catch (error) {
      if (taken === walks || !PAGE_GONE.test(String(error))) throw error;
      process.stderr.write(`${String(error)}\nThe page's process ended: walk ${taken + 1} begins.\n`);
      await clear();
    }
  }
}

async function lookAt(screen: ScreenName, tab: Tab, looker: Looker): Promise<readonly Finding[]> {
  try {
    const found = await looker.look(screen, tab);
    return found.map((what) => ({ screen, looker: looker.name, what }));
  } catch (error) {
    throw new Error(`looking for ${looker.name}: ${messageOf(error)}`, { cause: error });
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const describeFinding = ({ screen, looker, what }: Finding): string => `${screen}, ${looker}: ${what}`;

function stopped(
  flow: Flow,
  seen: readonly ScreenName[],
  findings: readonly Finding[],
  error: unknown,
): string {
  const where = seen.at(-1) ?? `the way to ${Object.keys(flow.screens)[0] ?? 'nowhere'}`;
  return [`the walk stopped at ${where}: ${messageOf(error)}`, ...findings.map(describeFinding)].join('\n');
}

/** At an empty counter, or an admin at the overview, signed in in this role. */
async function goTo(desk: DeskDriver, role: Role): Promise<void> {
  if ((await roleAt(desk)) !== role) await desk.switchTo(role);
  for (let tries = 0; tries < 10; tries++) {
    if (await isHome(desk.page)) return;
    const away = desk.page
      .getByTestId('unsaved-discard')
      .or(desk.page.getByTestId('edit-cancel'))
      .or(desk.page.getByTestId('note-cancel'))
      .last();
    if ((await away.count()) > 0) await away.click();
    else await desk.page.keyboard.press('Escape');
    await settle(desk.page);
  }
  throw new Error('the way back to where the role lands was not found');
}

const roleAt = (desk: DeskDriver): Promise<string | null> =>
  desk.page.evaluate(
    () => document.querySelector<HTMLElement>('[data-testid=screen-counter]')?.dataset['role'] ?? null,
  );

const isHome = (tab: Tab): Promise<boolean> =>
  tab.evaluate(() => {
    const desk = document.querySelector<HTMLElement>('[data-testid=screen-counter]')?.dataset;
    if (desk?.['panel'] !== 'none' || desk['dialog'] !== 'none') return false;
    if (desk['role'] === 'admin') return desk['page'] === 'overview';
    const isEmpty =
      document.querySelector('[data-testid=search-empty]') !== null &&
      document.querySelector('[data-testid=person-empty]') !== null &&
      document.querySelector('[data-testid=task-strip]') === null;
    return desk['page'] === 'counter' && isEmpty;
  });

async function expectKinds(tab: Tab, name: string, kinds: readonly Kind[]): Promise<void> {
  const shown = await kindsShown(tab);
  const lacking = kinds.filter((kind) => !shown.includes(kind));
  if (lacking.length > 0)
    throw new Error(`${name} does not show ${lacking.join(' ')} but ${shown.join(' ')}`);
}

const APP_SCREENS: Readonly<Record<string, Kind>> = {
  'screen-leaving': 'app:leaving',
  'screen-setup': 'app:set-up',
  'screen-join': 'app:set-up',
  'screen-recovery': 'app:recovery',
  'screen-lock': 'app:lock',
  'screen-trouble': 'app:trouble',
  'screen-alarm': 'app:alarm',
  'screen-counter': 'app:desk',
};

/** The kinds that the page says it shows. */
async function kindsShown(tab: Tab): Promise<readonly string[]> {
  return tab.evaluate((screens) => {
    const facts: string[] = [];
    for (const [id, kind] of Object.entries(screens)) {
      const found = document.querySelector<HTMLElement>(`[data-testid=${id}]`);
      if (found === null) continue;
      facts.push(kind);
      for (const part of ['page', 'panel', 'dialog', 'privacy'])
        if (found.dataset[part] !== undefined) facts.push(`${part}:${found.dataset[part]}`);
      if (id === 'screen-setup') facts.push(`set-up:${found.dataset['step']}`);
      if (id === 'screen-recovery') facts.push(`recovery:${found.dataset['step']}`);
    }
    const practice = document.querySelector<HTMLElement>('[data-testid=practice]')?.dataset['view'];
    if (practice !== undefined) facts.push(`practice:${practice}`);
    if (document.querySelector('[data-testid=tour]') !== null) facts.push('tour:true');
    const step = document.querySelector<HTMLElement>('[data-testid=screen-import]')?.dataset['step'];
    if (step !== undefined) facts.push(`import:${step}`);
    const ceremony = document.querySelector<HTMLElement>('[data-testid=screen-staff]')?.dataset['ceremony'];
    if (ceremony !== undefined) facts.push(`staff:${ceremony}`);
    const keys = document.querySelector<HTMLElement>('[data-testid=screen-keys]')?.dataset['step'];
    return keys === undefined ? facts : [...facts, `keys:${keys}`];
  }, APP_SCREENS);
}
