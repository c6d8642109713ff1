/**
 * npm run screens [-- --out DIR] [--language zh-CN|en] [--displays] [--of SCREEN ...]: starts the application on a generated estate and leaves a picture of every screen in
 * out/screens, with index.html that shows all of them side by side. With `--displays` those that are looked at at 200 % are taken on every monitor, in both themes and each face, too.
 * `--of` walks the flows of these screens alone, in a vault that was set up and has its residents.
 * npm run screens -- --shown: takes those anew that lie in docs/screens, which documents show, and no others.
 * npm run screens -- components [NAME ...]: a picture of every component, or of those that are named by their addresses, in out/components.
 */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page as Tab } from 'playwright-core';
import { LANGUAGES, type Language } from '../../contract/shell/settings.ts';
import { projectDir } from '../../scripts/setup/paths.mjs';
import { DeskDriver } from '../support/desk-driver.ts';
import { writeResidents } from '../support/desk-residents.ts';
import { type RunningApp, launchApp } from '../support/electron-app.ts';
import { DISPLAYS, FACES, inFace, isInstalled } from './displays.ts';
import { laidOut, zoomed } from './fits.ts';
import { inTheDark } from './in-the-dark.ts';
import type { Looker } from './lookers/looker.ts';
import { ALSO_DARK, ALSO_LARGE, ESTATE_RESIDENTS, flowsOf } from './screen-list.ts';
import { reviewPage } from './review-page.ts';
import { shrinkPng } from './small-png.ts';
import { takeComponents } from './take-components.ts';
import { walkScreens } from './walk-screens.ts';

const { values, positionals } = parseArgs({
  options: {
    out: { type: 'string' },
    language: { type: 'string' },
    displays: { type: 'boolean' },
    of: { type: 'string', multiple: true },
    shown: { type: 'boolean' },
  },
  allowPositionals: true,
});
const [what, ...named] = positionals;
const ofComponents = what === 'components';
const shownFolder = join(projectDir, 'docs', 'screens');
/** The pictures that are taken; null for all. */
const wanted = values.shown === true ? new Set(readdirSync(shownFolder)) : null;
const out = resolve(
  values.out ?? (wanted ? shownFolder : join(projectDir, 'out', ofComponents ? 'components' : 'screens')),
);
const languages = LANGUAGES.filter((one) => values.language === undefined || one === values.language);

/** Windows that most desks have, in CSS pixels. */
const USUAL_DESKS = [
  [1280, 800],
  [1920, 1080],
] as const;

async function take(tab: Tab, name: string): Promise<void> {
  if (wanted?.has(`${name}.png`) === false) return;
  // Playwright would cut a window that is zoomed at the size of its page.
  const session = await tab.context().newCDPSession(tab);
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  await session.detach();
  writeFileSync(join(out, `${name}.png`), shrinkPng(Buffer.from(data, 'base64')));
}

const pictures = (app: RunningApp, language: Language): Looker => ({
  name: 'pictures',
  async look(name, tab) {
    await take(tab, `${name}.${language}`);
    if (ALSO_DARK.includes(name)) await inTheDark(tab, () => take(tab, `${name}.dark.${language}`));
    if (ALSO_LARGE.includes(name)) {
      await zoomed(app, 2, (large) => take(large, `${name}.200.${language}`));
      for (const [width, height] of USUAL_DESKS)
        await laidOut(app, { width, height, factor: 1 }, (tab) =>
          take(tab, `${name}.${width}x${height}.${language}`),
        );
    }
    if (values.displays === true && ALSO_LARGE.includes(name)) await takeOnDisplays(app, name, language);
    process.stdout.write(`${name}.${language}\n`);
    return [];
  },
});

async function takeOnDisplays(app: RunningApp, name: string, language: Language): Promise<void> {
  for (const face of FACES.filter(isInstalled))
    for (const display of DISPLAYS)
      await inFace(app.page(), face, () =>
        laidOut(app, display, async (tab) => {
          const picture = `${name}.${display.name}.${face}`.replaceAll(/[% ]+/g, '-');
          await take(tab, `${picture}.light.${language}`);
          await inTheDark(tab, () => take(tab, `${picture}.dark.${language}`));
        }),
      );
}

async function takeAll(language: Language, workbook: string): Promise<void> {
  const app = await launchApp({ language, idleSeconds: 600 });
  const backupFolder = join(tmpdir(), language === 'en' ? 'Backup drive' : '备份盘');
  try {
    const walk = { app, desk: new DeskDriver(app), language, workbook, backupFolder };
    await walkScreens(walk, [pictures(app, language)], values.of && flowsOf(values.of));
  } finally {
    await app.dispose();
    rmSync(backupFolder, { recursive: true, force: true });
  }
}

async function takeScreens(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'resident-vault-screens-'));
  chmodSync(folder, 0o755);
  const workbook = join(folder, '业主台账.xlsx');
  writeResidents(workbook, ESTATE_RESIDENTS);
  chmodSync(workbook, 0o644);
  try {
    for (const language of languages) await takeAll(language, workbook);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

mkdirSync(out, { recursive: true });
await (ofComponents ? takeComponents(out, languages, named) : takeScreens());
if (!ofComponents && wanted === null && values.of === undefined)
  writeFileSync(join(out, 'index.html'), reviewPage(readdirSync(out).toSorted()));
