/**
 * The tests of every screen in one language, over one walk with planted residents: no clear sealed value, full name or plate before its
 * reveal, in document or accessibility tree; the words of the language; no violation of WCAG 2.2 AA; whole at 200 %; no text under another or cut off; no colour
 * that the theme does not have.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../contract/shell/settings.ts';
import { en, zhCN } from '../../renderer/messages/words.ts';
import { findClear } from '../support/clear-values.ts';
import { DeskDriver } from '../support/desk-driver.ts';
import { RESIDENTS } from '../support/desk-residents.ts';
import { type RunningApp, launchApp } from '../support/electron-app.ts';
import { writeSheets } from '../support/fixture-workbooks.ts';
import { PLANTED, plantedSheet } from '../support/planted-people.ts';
import { readPage } from '../support/read-page.ts';
import { testIdsInCode } from '../support/test-ids-in-code.ts';
import { beyondOneRow, cutOff, outOfReach, runInto, tornHeadings } from './fits.ts';
import { accessibility, violationsOf } from './lookers/accessibility.ts';
import { clearValues, PLANTED_SECRETS, SCREENS_WITH_PLANTED } from './lookers/clear-values.ts';
import { type Collected, collectScreens } from './lookers/collectors.ts';
import type { Looker } from './lookers/looker.ts';
import { createLarge, cut, fold, heading, LARGE, overlap, row, together } from './lookers/reach.ts';
import { colours } from './lookers/system.ts';
import { ESTATE_RESIDENTS, PARTS, type Part, type ScreenName } from './screen-list.ts';
import { foreignColours } from './system.ts';
import { type Finding, describeFinding, walkScreens, walkUntilWhole } from './walk-screens.ts';

/** A walk takes three to five minutes, and may be taken twice. */
const WALK_MS = 1_200_000;
/** As for whoever asks their system for less motion: each screen is looked at once it stands still, and there are more than four hundred. */
const STANDS_STILL = '--force-prefers-reduced-motion';
/** Blank, and killed a moment later. */
const NEVER_SEEN = 'screen-leaving';
const MESSAGES = { 'zh-CN': zhCN, en } as const;
type Words = typeof zhCN | typeof en;

/** What a screen has to say, of many. */
const SAYS: Partial<Record<ScreenName, (words: Words) => string>> = {
  'set-up-welcome': (words) => words.setup.welcome.title,
  lock: (words) => words.lock.who,
  'lock-wrong-pin': (words) => words.errors['wrong-pin'].what,
  counter: (words) => words.counter.emptyTitle,
  'import-file': (words) => words.import.title,
  person: (words) => words.person.verify,
  'search-nothing': (words) => words.counter.nothing,
  keys: (words) => words.counter.help,
  settings: (words) => words.counter.settings,
  'visitor-ask': (words) => words.visitorView.ask,
  log: (words) => words.log.title,
  'lock-mismatch': (words) => words.errors['store-mismatch'].what,
  'log-failing': (words) => words.common.again,
  trouble: (words) => words.errors['keychain-no-service'].todo,
};

/** Ways in which a page could hold a value, each by a script that plants it. */
const PLANTINGS: readonly (readonly [string, (value: string) => void])[] = [
  ['text', (value) => document.querySelector('#planted')!.append(value)],
  ['an attribute', (value) => document.querySelector('#planted')!.setAttribute('data-hint', value)],
  [
    'an input',
    (value) => {
      document.querySelector('#planted')!.appendChild(document.createElement('input')).value = value;
    },
  ],
  [
    'spans, a digit in each',
    (value) => {
      for (const digit of value)
        document.querySelector('#planted')!.appendChild(document.createElement('span')).textContent = digit;
    },
  ],
  [
    'a label for a screen reader',
    (value) => {
      document.querySelector('#planted')!.appendChild(document.createElement('button')).ariaLabel = value;
    },
  ],
  [
    'the title',
    (value) => {
      document.title = value;
    },
  ],
];

/** One that was walked to its end; its application is where it ended. */
interface PartWalk {
  readonly app: RunningApp;
  readonly desk: DeskDriver;
  readonly collected: Collected;
  readonly findings: readonly Finding[];
}

/** Walks the flows of a part. `folder`: for its files, made here. */
async function takePart(part: Part, language: Language, folder: string): Promise<PartWalk> {
  mkdirSync(folder);
  chmodSync(folder, 0o1777);
  const workbook = join(folder, `residents-${language}.xlsx`);
  const backupFolder = join(folder, language === 'en' ? 'Backup drive' : '备份盘');
  let app: RunningApp | undefined;
  const clear = async (): Promise<void> => {
    await app?.dispose();
    rmSync(backupFolder, { recursive: true, force: true });
  };
  const walk = async (): Promise<PartWalk> => {
    writeSheets(workbook, [plantedSheet(ESTATE_RESIDENTS)], 'xlsx');
    chmodSync(workbook, 0o644);
    const collected = collectScreens();
    const running = await launchApp({ language, idleSeconds: 600, args: [STANDS_STILL] });
    app = running;
    const desk = new DeskDriver(running);
    const lookers = [
      clearValues,
      ...collected.lookers,
      fold,
      together,
      cut,
      colours,
      accessibility,
      overlap,
      row,
      heading,
      createLarge(() => running),
    ];
    const findings = await walkScreens(
      { app: running, desk, language, workbook, backupFolder },
      lookers,
      part,
    );
    return { app: running, desk, collected, findings };
  };
  return walkUntilWhole(2, walk, clear).catch(async (error: unknown) => {
    // Nobody else knows of it, and others are tested beside it.
    await clear();
    throw error;
  });
}

/** Registers the tests; the walk is taken before the first of them. */
export function testScreens(language: Language): void {
  const words = MESSAGES[language];
  // Its path is shown: digits in it would be those of a plate now and then.
  const folder = mkdtempSync(join(tmpdir(), 'resident-vault-walk-'));
  let app: RunningApp;
  let desk: DeskDriver;
  let collected: Pick<Collected, 'texts' | 'testIds'>;
  let findings: readonly Finding[];
  const get = (id: string) => desk.page.getByTestId(id);
  const foundBy = ({ name }: Pick<Looker, 'name'>): readonly string[] =>
    findings.filter(({ looker }) => looker === name).map(describeFinding);

  beforeAll(async () => {
    chmodSync(folder, 0o1777);
    const taken = PARTS.map((part, index) => takePart(part, language, join(folder, `${index}`)));
    const walks = await Promise.all(taken).catch(async (error: unknown) => {
      // The other goes on for minutes, and whoever waits may look at this meanwhile.
      process.stderr.write(`\n${String(error)}\n`);
      await Promise.allSettled(taken);
      throw error;
    });
    [{ app, desk }] = walks as [PartWalk, ...PartWalk[]];
    findings = walks.flatMap((walk) => walk.findings);
    collected = {
      texts: new Map(walks.flatMap((walk) => [...walk.collected.texts])),
      testIds: new Set(walks.flatMap((walk) => [...walk.collected.testIds])),
    };
    for (const walk of walks.slice(1)) await walk.app.dispose();
  }, WALK_MS);
  afterAll(async () => {
    await app?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  describe(`every screen in ${language}`, () => {
    it('holds nothing that was not revealed, in its document, its inputs or its accessibility tree, and shows the masks of the planted residents', () => {
      expect(foundBy(clearValues)).toEqual([]);
      expect(SCREENS_WITH_PLANTED.filter((name) => !collected.texts.has(name as ScreenName))).toEqual([]);
    });

    it('breaks no rule of accessibility', () => {
      expect(foundBy(accessibility)).toEqual([]);
    });

    it('is in the colours of the theme alone', () => {
      expect(foundBy(colours)).toEqual([]);
    });

    it('was looked at: each screen, dialog, panel and form that the code names', () => {
      expect(testIdsInCode().filter((id) => !collected.testIds.has(id))).toEqual([NEVER_SEEN]);
      expect(testIdsInCode().length).toBeGreaterThan(15);
      expect(collected.texts.size).toBeGreaterThanOrEqual(60);
    });

    it('is in the words of the language', async () => {
      for (const [name, said] of Object.entries(SAYS))
        expect(collected.texts.get(name as ScreenName), name).toContain(said(words));
      const wrongPin = collected.texts.get('lock-wrong-pin')!;
      expect(/[\u4e00-\u9fff]/.test(wrongPin.replace(/[主管前甲乙丙]|中文/g, ''))).toBe(language === 'zh-CN');
    });

    it('has nothing out of reach or cut off at 200 % on the smallest monitor', () => {
      expect(foundBy({ name: LARGE })).toEqual([]);
    });

    it('shows the first field of a form, what went wrong and its main step together', () => {
      expect(foundBy(together)).toEqual([]);
    });

    it('has no step forward below the fold', () => {
      expect(foundBy(fold)).toEqual([]);
    });

    it('cuts no text off', () => {
      expect(foundBy(cut)).toEqual([]);
    });

    it('has its tabs and its sections in one row each', () => {
      expect(foundBy(row)).toEqual([]);
    });

    it('tears no word of a column heading over two lines', () => {
      expect(foundBy(heading)).toEqual([]);
    });

    it('has no text that another runs over', () => {
      expect(foundBy(overlap)).toEqual([]);
    });

    it("shows no mask and nobody's name in the visitor view", () => {
      const { asked, other } = RESIDENTS;
      const shown = [...collected.texts]
        .filter(([name]) => name.startsWith('visitor-'))
        .map(([, text]) => text);
      expect(shown.some((text) => text.replace(/\s/g, '').includes(`${other.building}栋`))).toBe(true);
      for (const text of shown) {
        expect(text).not.toMatch(/\*\*/);
        for (const name of [other.name.slice(0, 2), asked.name.slice(0, 1)]) expect(text).not.toContain(name);
      }
    });
  });

  it.each(PLANTINGS)('a phone in %s would be found', async (_, plant) => {
    const tab = app.page();
    const title = await tab.title();
    const found = async (): Promise<readonly string[]> =>
      findClear(PLANTED_SECRETS, Object.values(await readPage(tab)));
    expect(await found()).toEqual([]);
    await tab.evaluate(() => {
      document.body.appendChild(document.createElement('p')).id = 'planted';
    });
    await tab.evaluate(plant, PLANTED[0].sealed.phone[0].value);
    expect(await found()).toEqual([expect.stringMatching(/^phone of 邢/)]);
    await tab.evaluate((before) => {
      document.querySelector('#planted')!.remove();
      document.title = before;
    }, title);
  });

  it('another language is chosen at the lock screen, at once and for the next start', async () => {
    const says = async (text: string): Promise<void> => {
      await expect.poll(() => desk.page.locator('body').innerText()).toContain(text);
    };
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
    await desk.page.evaluate(() => {
      const box = document.body.appendChild(document.createElement('div'));
      box.style.cssText = 'position: fixed; top: 0; left: 0; width: 20px; height: 40px; overflow: hidden';
      box.style.color = 'rgb(1, 2, 3)';
      box.append('unbreakable');
    });
    expect(await cutOff(desk.page)).toContain('unbreakable');
    await desk.page.evaluate(() => {
      const heading = document.body.appendChild(document.createElement('table')).createTHead().insertRow();
      const cell = heading.appendChild(document.createElement('th'));
      cell.scope = 'col';
      cell.style.cssText = 'display: block; width: 20px; overflow-wrap: anywhere';
      cell.textContent = 'unbreakable';
    });
    expect(await tornHeadings(desk.page)).toEqual(['unbreakable: unbreakable']);
    await desk.page.evaluate(() => {
      const nav = document.body
        .appendChild(document.createElement('main'))
        .appendChild(document.createElement('nav'));
      nav.ariaLabel = 'planted';
      nav.style.cssText = 'display: flex; width: 50px';
      for (const word of ['first', 'second'])
        nav.appendChild(document.createElement('button')).textContent = word;
    });
    expect(await beyondOneRow(desk.page)).toEqual(['planted: 1 rows']);
    expect(await foreignColours(desk.page)).toContain('color rgb(1, 2, 3) of  div');
  });
}
