/** Every screen in both languages: in its words, without a violation of WCAG 2.2 AA, whole at 200 %, and the choice kept for the next start. */
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../contract/routes.ts';
import { en } from '../../renderer/messages/en.ts';
import { zhCN } from '../../renderer/messages/zh-CN.ts';
import { outOfReach, runInto, zoomed } from '../screens/fits.ts';
import type { ScreenName } from '../screens/screen-list.ts';
import { ALSO_DARK, ESTATE_RESIDENTS } from '../screens/screen-list.ts';
import { settle, walkScreens } from '../screens/walk-screens.ts';
import { launchApp } from '../support/electron-app.ts';
import type { RunningApp } from '../support/electron-app.ts';
import { DeskDriver } from '../support/desk-driver.ts';
import { RESIDENTS, writeResidents } from '../support/desk-residents.ts';

/** Run in the page by the driver, which no policy of the page holds up. */
const AXE = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
    'axe-core/axe.min.js',
  ),
  'utf8',
);
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WALK_MS = 900_000;

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

async function violationsOf(tab: Tab): Promise<readonly string[]> {
  await tab.evaluate(AXE);
  const violations = (await tab.evaluate(async (tags) => {
    const { axe } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: unknown }> };
    };
    return (await axe.run(document, { runOnly: { type: 'tag', values: tags } })).violations;
  }, RULES)) as readonly Violation[];
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** As the setting does it, without its dialog. */
async function inTheDark<T>(tab: Tab, work: () => Promise<T>): Promise<T> {
  const wear = (theme: string) =>
    tab.evaluate((worn) => {
      document.documentElement.dataset['theme'] = worn;
    }, theme);
  await wear('dark');
  await settle(tab);
  try {
    return await work();
  } finally {
    await wear('light');
  }
}

const MESSAGES = { 'zh-CN': zhCN, en } as const;
type Words = typeof zhCN | typeof en;

/** What a screen has to say, of many. */
const SAYS: Partial<Record<ScreenName, (words: Words) => string>> = {
  'set-up-welcome': (words) => words.setup.welcome.title,
  lock: (words) => words.lock.who,
  'lock-wrong-pin': (words) => words.errors['wrong-pin'].what,
  counter: (words) => words.counter.emptyTitle,
  'import-file': (words) => words.intake.title,
  person: (words) => words.person.verify,
  'search-nothing': (words) => words.counter.nothing,
  keys: (words) => words.help.title,
  settings: (words) => words.settings.title,
  'visitor-ask': (words) => words.visitorView.ask,
  log: (words) => words.log.title,
  'lock-mismatch': (words) => words.errors['store-mismatch'].what,
  'log-failing': (words) => words.common.again,
  trouble: (words) => words.errors['keychain-no-service'].todo,
};

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  const workbook = join(tmpdir(), `resident-vault-language-${process.pid}-${language}.xlsx`);
  let app: RunningApp;
  let desk: DeskDriver;
  const words = MESSAGES[language];
  const texts = new Map<ScreenName, string>();
  const violations: string[] = [];
  const beyond: string[] = [];
  const under: string[] = [];
  beforeAll(async () => {
    writeResidents(workbook, ESTATE_RESIDENTS);
    chmodSync(workbook, 0o644);
    app = await launchApp({ language, idleSeconds: 600 });
    desk = new DeskDriver(app);
    await walkScreens({ app, desk, language, workbook }, look);
  }, WALK_MS);
  afterAll(async () => {
    await app?.dispose();
    rmSync(workbook, { force: true });
  });
  const get = (id: string) => desk.page.getByTestId(id);
  const says = async (text: string): Promise<void> => {
    await expect.poll(() => desk.page.locator('body').innerText()).toContain(text);
  };

  async function look(name: ScreenName, tab: Tab): Promise<void> {
    texts.set(name, await tab.locator('body').innerText());
    const judge = async (where: string): Promise<void> => {
      violations.push(...(await violationsOf(tab)).map((violation) => `${where}: ${violation}`));
    };
    await judge(name);
    if (ALSO_DARK.includes(name)) await inTheDark(tab, () => judge(`${name} in the dark`));
    // What floats over the screen for fifteen seconds covers some of it on purpose.
    if (name === 'idle-warning') return;
    under.push(...(await runInto(tab)).map((problem) => `${name}: ${problem}`));
    beyond.push(
      ...(await zoomed(app, 2, async (large) =>
        (await outOfReach(large)).map((problem) => `${name}: ${problem}`),
      )),
    );
  }

  it('each is in its words', async () => {
    for (const [name, said] of Object.entries(SAYS))
      expect(texts.get(name as ScreenName), name).toContain(said(words));
    expect(/[\u4e00-\u9fff]/.test(texts.get('lock-wrong-pin')!.replace(/[主管前甲乙丙]|中文/g, ''))).toBe(
      language === 'zh-CN',
    );
  });

  it('none breaks a rule of accessibility', () => {
    expect(texts.size).toBeGreaterThanOrEqual(60);
    expect(violations).toEqual([]);
  });

  it('none has anything out of reach at 200 % on the smallest monitor', () => {
    expect(beyond).toEqual([]);
  });

  it('none has a text that another runs over', () => {
    expect(under).toEqual([]);
  });

  it("the visitor view shows no mask and nobody's name", () => {
    const { other } = RESIDENTS;
    const shown = [...texts].filter(([name]) => name.startsWith('visitor-')).map(([, text]) => text);
    expect(shown.some((text) => text.replace(/\s/g, '').includes(`${other.building}栋`))).toBe(true);
    for (const text of shown) {
      expect(text).not.toMatch(/\*\*/);
      for (const name of [other.name.slice(0, 2), RESIDENTS.asked.name.slice(0, 1)])
        expect(text).not.toContain(name);
    }
  });

  it('another language is chosen at the lock screen, at once and for the next start', async () => {
    await app.quit();
    await app.keyring.change('unlocked');
    await app.restart();
    await get('screen-lock').waitFor();
    expect(await desk.page.evaluate(() => document.documentElement.lang)).toBe(language);
    const other: Language = language === 'en' ? 'zh-CN' : 'en';
    await get(`language-${other}`).click();
    await expect.poll(() => desk.page.evaluate(() => document.documentElement.lang)).toBe(other);
    await says(MESSAGES[other].lock.who);
    await app.quit();
    await app.restart();
    await get('screen-lock').waitFor();
    await says(MESSAGES[other].lock.who);
    expect(await desk.page.evaluate(() => document.documentElement.lang)).toBe(other);
  });

  it('the size is changed by keys on any screen, and kept for the next start', async () => {
    const width = () => desk.page.evaluate(() => window.innerWidth);
    const usual = await width();
    await desk.page.keyboard.press('Control+Equal');
    await expect.poll(width).toBe(Math.round(usual / 1.1));
    await app.quit();
    await app.restart();
    await get('screen-lock').waitFor();
    await expect.poll(width).toBe(Math.round(usual / 1.1));
    await desk.page.keyboard.press('Control+Digit0');
    await expect.poll(width).toBe(usual);
  });

  it('the rules can be broken', async () => {
    await desk.page.evaluate(() => {
      const picture = document.createElement('img');
      picture.id = 'planted';
      document.body.append(picture);
      const button = document.createElement('button');
      button.textContent = 'planted';
      button.className = 'before-screen';
      button.style.cssText = 'position: fixed; left: 90vw; width: 40vw; height: 40px';
      document.body.append(button);
    });
    expect(await violationsOf(desk.page)).toEqual([expect.stringContaining('image-alt: #planted')]);
    expect(await outOfReach(desk.page)).toEqual([expect.stringContaining('planted is at')]);
    await desk.page.evaluate(() => {
      const line = document.body.appendChild(document.createElement('p'));
      line.style.cssText = 'position: fixed; top: 0; left: 0';
      const [first, second] = ['first', 'second'].map((word) => {
        const text = line.appendChild(document.createElement('b'));
        text.textContent = word;
        return text;
      });
      first!.style.marginRight = '-1em';
      second!.style.background = 'white';
    });
    expect(await runInto(desk.page)).toContain('first is under second');
  });
});
