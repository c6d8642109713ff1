/** Each screen on each monitor, at each zoom, in each face, and its colours in both themes. */
import type { Page as Tab } from 'playwright-core';
import type { RunningApp } from '../../support/electron-app.ts';
import { DISPLAYS, type Face, LAYOUTS, inFace } from '../displays.ts';
import { belowTheFold, cutOff, keepingScroll, laidOut, outOfReach, runInto } from '../fits.ts';
import { inTheDark } from '../in-the-dark.ts';
import { settle } from '../../support/settle.ts';
import { foreignColours } from '../system.ts';
import { violationsOf } from './accessibility.ts';
import type { Looker } from './looker.ts';
import { COVERED_ON_PURPOSE } from './reach.ts';

/** What is looked at in each layout and face; the first two as the screen stands, before anything is scrolled to. */
const FITS = {
  fold: belowTheFold,
  cut: cutOff,
  overlap: runInto,
  reach: outOfReach,
} as const satisfies Readonly<Record<string, (tab: Tab) => Promise<readonly string[]>>>;

/** What is looked at in each theme, on the smallest monitor at both zooms, where everything is that a larger one shows. */
const THEMED = {
  rules: (tab: Tab) => violationsOf(tab),
  tokens: foreignColours,
} as const;

export type DisplayCheck = keyof typeof FITS | keyof typeof THEMED;

/** How a finding of that check in that face begins. */
export const headOf = (check: DisplayCheck, face: Face): string => `${check} in ${face}, `;

/** `running` is asked at each screen: the application may have been started anew. */
export const createDisplays = (running: () => RunningApp, faces: readonly Face[]): Looker => ({
  name: 'displays',
  async look(screen) {
    if (screen === COVERED_ON_PURPOSE) return [];
    const lines: string[] = [];
    for (const face of faces)
      lines.push(...(await inFace(running().page(), face, () => lookInFace(running(), face))));
    return lines;
  },
});

async function lookInFace(app: RunningApp, face: Face): Promise<readonly string[]> {
  const lines: string[] = [];
  const note = (check: DisplayCheck, where: string, found: readonly string[]): void => {
    for (const what of found) lines.push(`${headOf(check, face)}${where}: ${what}`);
  };
  for (const layout of DISPLAYS.slice(0, 2))
    await laidOut(app, layout, (tab) =>
      keepingScroll(tab, async () => {
        await noteInTheme(tab, (check, found) => note(check, `${layout.name}, light`, found));
        await inTheDark(tab, () =>
          noteInTheme(tab, (check, found) => note(check, `${layout.name}, dark`, found)),
        );
      }),
    );
  for (const layout of LAYOUTS)
    await laidOut(app, layout, (tab) =>
      keepingScroll(tab, async () => {
        await showFocus(tab);
        for (const [check, look] of Object.entries(FITS))
          note(check as DisplayCheck, layout.name, await look(tab));
      }),
    );
  return lines;
}

/** As the focus has scrolled where the screen was opened in this layout. */
const showFocus = (tab: Tab): Promise<void> =>
  tab.evaluate(() => {
    if (document.activeElement !== document.body)
      document.activeElement?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  });

async function noteInTheme(
  tab: Tab,
  note: (check: DisplayCheck, found: readonly string[]) => void,
): Promise<void> {
  await settle(tab);
  for (const [check, look] of Object.entries(THEMED)) note(check as DisplayCheck, await look(tab));
}
