/** What of the planted residents a screen holds in clear that nobody revealed on it, and which of their masks it lacks. */
import { findClear, secretsOf } from '../../support/clear-values.ts';
import { PLANTED } from '../../support/planted-people.ts';
import { readPage } from '../../support/read-page.ts';
import type { ScreenName } from '../screen-list.ts';
import type { Looker } from './looker.ts';

export const PLANTED_SECRETS = secretsOf(PLANTED);
const [full] = PLANTED;

/** What somebody asked to see, with a PIN, on that very screen; on all others nothing is. */
const OPENED: Readonly<Partial<Record<ScreenName, readonly string[]>>> = {
  reveal: [full.sealed.phone[0].value],
  full: [full.name, ...full.plates, ...Object.values(full.sealed).flat()].map(({ value }) => value),
  extract: full.sealed.phone.map(({ value }) => value),
  emergency: [...full.sealed.phone, ...full.sealed.emergency].map(({ value }) => value),
};

/** What the walk itself typed into the search box, where it stands until it is replaced; in inputs alone, and in what a screen reader says of them. */
const TYPED: Readonly<Partial<Record<ScreenName, readonly string[]>>> = {
  'task-plate': [full.plates[0].value],
};

/** Whose masks have to be seen where, so that the walk is known to have walked past the planted residents. */
const SHOWN: Readonly<Partial<Record<ScreenName, readonly string[]>>> = {
  person: [full.name.shown, full.sealed.phone[0].shown, full.sealed.idNumber[0].shown, full.plates[0].shown],
  'import-preview': [full.name.shown, PLANTED[1].name.shown, PLANTED[3].name.shown],
  edit: [full.sealed.phone[0].shown],
  // Of a column that nobody has named yet, a first character is all.
  'import-unknown': ['邢***', '欧***'],
  // Known for names by what they look like.
  'import-no-header': ['邢**'],
  'import-preview-cars': [full.plates[0].shown],
};

/** Every screen on which this looker expects something of its own. */
export const SCREENS_WITH_PLANTED = [...Object.keys(OPENED), ...Object.keys(SHOWN)];

export const clearValues: Looker = {
  name: 'clear values',
  async look(screen, tab) {
    const page = await readPage(tab);
    const leaks = Object.entries(page).flatMap(([where, texts]) =>
      findClear(PLANTED_SECRETS, texts, [
        ...(OPENED[screen] ?? []),
        ...(where === 'document' ? [] : (TYPED[screen] ?? [])),
      ]).map((line) => `${where}: ${line}`),
    );
    const text = page.document.join('\n');
    const unshown = (SHOWN[screen] ?? []).filter((mask) => !text.includes(mask));
    return [...leaks, ...unshown.map((mask) => `not shown: ${mask}`)];
  },
};
