/** What of a screen cannot be seen or reached, as it stands and at 200 %. */
import type { RunningApp } from '../../support/electron-app.ts';
import {
  apart,
  belowTheFold,
  beyondOneRow,
  cutOff,
  keepingScroll,
  outOfReach,
  runInto,
  tornHeadings,
  zoomed,
} from '../fits.ts';
import type { ScreenName } from '../screen-list.ts';
import type { Looker } from './looker.ts';

/** What floats over the screen for fifteen seconds covers some of it on purpose. */
export const COVERED_ON_PURPOSE: ScreenName = 'idle-warning';

export const overlap: Looker = {
  name: 'text under something',
  look: async (screen, tab) => (screen === COVERED_ON_PURPOSE ? [] : runInto(tab)),
};

export const cut: Looker = {
  name: 'text cut off',
  look: async (screen, tab) => (screen === COVERED_ON_PURPOSE ? [] : cutOff(tab)),
};

/** As somebody finds the screen: nobody has to look for what they are to press. */
export const fold: Looker = {
  name: 'a step forward below the fold',
  look: async (screen, tab) => (screen === COVERED_ON_PURPOSE ? [] : belowTheFold(tab)),
};

/** First field, error and main button of a form. */
export const together: Looker = {
  name: 'a form that is not in sight together',
  look: async (screen, tab) => (screen === COVERED_ON_PURPOSE ? [] : keepingScroll(tab, () => apart(tab))),
};

/** At the smallest desk, 1280 px wide. */
export const row: Looker = {
  name: 'tabs beyond one row',
  look: async (screen, tab) => (screen === COVERED_ON_PURPOSE ? [] : beyondOneRow(tab)),
};

export const heading: Looker = {
  name: 'a heading torn within a word',
  look: async (_, tab) => tornHeadings(tab),
};

/** Name of what `createLarge` makes. */
export const LARGE = 'at 200 %';

/** Long steps whose main button stays at the foot of the window at 200 %, however far one has scrolled. */
const IN_SIGHT: ReadonlySet<ScreenName> = new Set(['import-columns', 'import-preview', 'import-questions']);

/** Everything that is looked at at 200 %, laid out once for all of it. `running` is asked at each screen: the application may have been started anew. */
export const createLarge = (running: () => RunningApp): Looker => ({
  name: LARGE,
  async look(screen) {
    if (screen === COVERED_ON_PURPOSE) return [];
    return zoomed(running(), 2, async (tab) => [
      ...(IN_SIGHT.has(screen) ? await belowTheFold(tab) : []),
      ...(await cutOff(tab)).map((text) => `cut off: ${text}`),
      ...(await tornHeadings(tab)).map((word) => `torn heading: ${word}`),
      ...(await keepingScroll(tab, () => apart(tab))),
      ...(await outOfReach(tab)),
    ]);
  },
});
