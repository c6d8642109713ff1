/** Everything that the palette offers to a role, and what of it is found by what was typed: by what it is called on the screen or by people, in either language. */
import type { Role } from '../../contract/fields.ts';
import { LANGUAGES } from '../../contract/shell/settings.ts';
import { type Wording, inChinese, inEnglish } from '../../contract/vocabulary/wording.ts';
import { i18n } from '../messages/i18n.ts';
import { type Translate, translateOf } from '../messages/translate.ts';
import type { AnyPage, PageAction, PageName, Tab } from '../pages/define-page.ts';
import { deskStore } from '../pages/stores.ts';
import { appStore } from '../stores.ts';
import { actionsOf, areasOf } from './areas.ts';
import { PALETTE_COMMANDS } from './desk-commands.ts';
import { PAGES } from './pages.ts';
import { type Spelling, gradeOf, spellingOf } from './palette-spellings.ts';

interface Entry {
  readonly id: string;
  /** Of a page. */
  readonly tab: Tab | null;
  readonly words: string;
  readonly shortcut: string | undefined;
  /** Its own name before what else it is called. */
  readonly names: readonly (readonly Spelling[])[];
  readonly run: () => void;
}

const inBoth = (words: (t: Translate) => string): readonly Spelling[] =>
  LANGUAGES.map((language) => spellingOf(words(i18n.getFixedT(language) as unknown as Translate)));

const calledOf = (called: Wording | undefined): readonly Spelling[] =>
  called === undefined
    ? []
    : [...inChinese(called).split(' '), ...inEnglish(called).split(', ')].map(spellingOf);

const pageEntry = (tab: Tab, { name, title, section = title, called }: AnyPage): Entry => ({
  id: name,
  tab,
  words: title(translateOf(i18n)),
  shortcut: undefined,
  names: [inBoth(title), inBoth(section), calledOf(called)],
  run: () => deskStore.getState().go(name as PageName),
});

const actionEntry = ({ id, words, called, shortcut, run }: PageAction): Entry => ({
  id,
  tab: null,
  words: words(translateOf(i18n)),
  shortcut: shortcut?.shown,
  names: [inBoth(words), [], calledOf(called)],
  run,
});

/** In the order of the tabs; actions after the pages. */
export function paletteEntries(role: Role): readonly Entry[] {
  const tabs = areasOf(PAGES, role).flatMap((area) => area.tabs);
  // To damaged records nothing is added.
  const isReadOnly = appStore.getState().status?.readOnly === true;
  const actions = actionsOf(isReadOnly ? [] : tabs.flatMap(({ sections }) => sections), role);
  return [
    ...tabs.flatMap(({ tab, sections }) => sections.map((page) => pageEntry(tab, page))),
    ...[...actions, ...PALETTE_COMMANDS].map(actionEntry),
  ];
}

/** Those that fit, the best first; all of them where nothing was typed. */
export function findEntries(entries: readonly Entry[], typed: string): readonly Entry[] {
  if (typed.trim() === '') return entries;
  return entries
    .map((entry) => ({ entry, grade: bestOf(entry, typed) }))
    .filter(({ grade }) => grade < Infinity)
    .toSorted((one, other) => one.grade - other.grade)
    .map(({ entry }) => entry);
}

/** Of two names that fit alike, the entry's own is the better. */
const bestOf = ({ names }: Entry, typed: string): number =>
  Math.min(
    ...names.flatMap((spellings, kind) =>
      spellings.map((spelling) => gradeOf(spelling, typed) * names.length + kind),
    ),
  );
