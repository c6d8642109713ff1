/** The tests of every screen in one language on every monitor: 1280×720, 1920×1080 and 3840×2160 at 100 and 200 %, in two faces and both themes. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../contract/shell/settings.ts';
import { DeskDriver } from '../support/desk-driver.ts';
import { writeResidents } from '../support/desk-residents.ts';
import { type RunningApp, launchApp } from '../support/electron-app.ts';
import { FACES, isInstalled } from './displays.ts';
import { type DisplayCheck, createDisplays, headOf } from './lookers/displays.ts';
import type { Looker } from './lookers/looker.ts';
import { ESTATE_RESIDENTS, type ScreenName } from './screen-list.ts';
import { walkScreens, walkUntilWhole } from './walk-screens.ts';

/** Five seconds for each screen, those of the walk itself, and walks that are begun anew. */
const WALK_MS = 3_600_000;
/** Walks at most: the page's process ends by a fault of the stand-in runtime once in a thousand layouts or so, and there are more than two thousand. */
const MAX_WALKS = 5;

const TITLES: Readonly<Record<DisplayCheck, string>> = {
  fold: 'has no step forward below the fold',
  cut: 'cuts no text off',
  overlap: 'has no text that another runs over',
  reach: 'has nothing out of reach',
  rules: 'breaks no rule of accessibility in either theme, as it is and at 200 %',
  tokens: 'is in the colours of the theme alone',
};

/** Registers the tests; the walk is taken before the first of them. */
export function testDisplays(language: Language): void {
  const folder = mkdtempSync(join(tmpdir(), 'resident-vault-displays-'));
  const workbook = join(folder, `residents-${language}.xlsx`);
  const backupFolder = join(folder, language === 'en' ? 'Backup drive' : '备份盘');
  let app: RunningApp | undefined;
  const found = new Map<ScreenName, readonly string[]>();

  beforeAll(async () => {
    writeResidents(workbook, ESTATE_RESIDENTS);
    chmodSync(folder, 0o1777);
    chmodSync(workbook, 0o644);
    await walkUntilWhole(MAX_WALKS, walk, async () => {
      await app?.dispose();
      rmSync(backupFolder, { recursive: true, force: true });
    });
  }, WALK_MS);
  /** Looks at what no walk before it has looked at. */
  const walk = async (): Promise<void> => {
    const running = await launchApp({ language, idleSeconds: 600 });
    app = running;
    const displays = createDisplays(() => running, FACES.filter(isInstalled));
    const looker: Looker = {
      ...displays,
      async look(screen, tab) {
        if (!found.has(screen)) found.set(screen, await displays.look(screen, tab));
        return [];
      },
    };
    const desk = new DeskDriver(running);
    await walkScreens({ app: running, desk, language, workbook, backupFolder }, [looker]);
  };
  afterAll(async () => {
    await app?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(FACES)(`every screen in ${language} in %s, on every monitor,`, (face) => {
    it.skipIf(!isInstalled(face)).each(Object.entries(TITLES))('%s: %s', (check) => {
      const head = headOf(check as DisplayCheck, face);
      expect(found.size).toBeGreaterThan(150);
      expect(
        [...found].flatMap(([screen, lines]) =>
          lines
            .filter((line) => line.startsWith(head))
            .map((line) => `${screen}: ${line.slice(head.length)}`),
        ),
      ).toEqual([]);
    });
  });
}
