/** What cannot be reached on a screen at 200 %, and which texts something else runs over. */
import type { RunningApp } from '../../support/electron-app.ts';
import { belowTheFold, outOfReach, runInto, zoomed } from '../fits.ts';
import type { ScreenName } from '../screen-list.ts';
import type { Looker } from './looker.ts';

/** What floats over the screen for fifteen seconds covers some of it on purpose. */
const COVERED_ON_PURPOSE: ScreenName = 'idle-warning';

export const overlap: Looker = {
  name: 'text under something',
  look: async (screen, tab) => (screen === COVERED_ON_PURPOSE ? [] : runInto(tab)),
};

/** As somebody finds the screen: nobody has to look for what they are to press. */
export const fold: Looker = {
  name: 'a step forward below the fold',
  look: async (screen, tab) => (screen === COVERED_ON_PURPOSE ? [] : belowTheFold(tab)),
};

/** `running` is asked at each screen: the application may have been started anew. */
export const createReach = (running: () => RunningApp): Looker => ({
  name: 'out of reach at 200 %',
  look: async (screen) => (screen === COVERED_ON_PURPOSE ? [] : zoomed(running(), 2, outOfReach)),
});
