/** Facts of a page of the desk, stated once: the menu, the keys, the help, Escape and the desk read nothing else. */
import type { ComponentType } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { Translate } from '../messages/translate.ts';
import type { ChangeTopic } from '../../contract/changes.ts';
import type { Point } from '../../contract/evidence/findings.ts';
import type { Role } from '../../contract/fields.ts';
import type { Key } from '../keys.ts';
import type { Wording, WordTree } from '../../contract/vocabulary/wording.ts';
import type { BroughtDetailWords } from './detail-words.ts';

/** The areas of the work and the tabs of each, in the order in which they are offered. `todo` is what a receptionist has of paper and of compliance. */
export const TABS = {
  counter: ['search', 'shift'],
  records: ['rooms', 'import'],
  oversight: ['pending', 'log', 'tracing'],
  paper: ['papers', 'outgoing', 'cleanup'],
  compliance: ['inspection', 'procedures', 'consent', 'rectification', 'registers', 'todo'],
  system: ['overview', 'staff', 'rules', 'keys'],
} as const;
export type Area = keyof typeof TABS;
/** Name of a tab: what belongs together, a section for each feature. */
export type Tab = (typeof TABS)[Area][number];

/** Words in both languages: a key that one of them lacks does not compile. */
export type Words = (t: Translate) => string;

interface Press {
  readonly role: Role;
  readonly event: Pick<KeyboardEvent, 'code'>;
}

export interface PageKey extends Key {
  /** Effect, as the help says it. */
  readonly words: Words;
  /** It works while a visitor looks at the screen, too. */
  readonly inVisitorView?: true;
  /** It works while a dialog is open or the page cannot be left. */
  readonly always?: true;
  /** `open` shows the page to whoever may. Else does what the key is for: false leaves it to whatever else hears it. Absent where that is all there is. */
  readonly press?: 'open' | ((press: Press) => boolean);
}

/** What else people call it: in Chinese, told apart by spaces, and in English, by commas. The palette finds it by them. */
type Called = Wording;

/** Something to do that is offered beside the tabs of an area, and in the palette. */
export interface PageAction {
  /** Told from all other actions. */
  readonly id: string;
  readonly words: Words;
  readonly called?: Called;
  /** For whom it is there, where that is not everybody who may open the page. */
  readonly roles?: readonly Role[];
  readonly shortcut?: Pick<Key, 'shown'>;
  readonly run: () => void;
}

export interface Around {
  readonly t: Translate;
  /** Of whoever is signed in. */
  readonly role: Role;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Where an alert comes from. */
export interface AlertSource {
  /** Reads it anew from the vault. */
  readonly ask: (role: Role) => Promise<void>;
  /** Hears of every change of what was read. */
  readonly subscribe: (listener: () => void) => () => void;
  /** By what was read last; null where nothing is overdue. */
  readonly alertOf: (around: Around) => Alert | null;
}

/** An alert by what a store has read; `read` has it read anew. */
export const alertFrom = <State>(
  store: StoreApi<State>,
  read: (state: State) => Promise<void>,
  alertOf: AlertSource['alertOf'],
): AlertSource => ({
  ask: () => read(store.getState()),
  subscribe: (listener) => store.subscribe(listener),
  alertOf,
});

/** One that is asked for by supervisors and admins alone: a receptionist can do nothing about it, and is not told. */
export const oversightAlert = <State>(...about: Parameters<typeof alertFrom<State>>): AlertSource => {
  const alert = alertFrom(...about);
  return { ...alert, ask: async (role) => (role === 'receptionist' ? undefined : alert.ask(role)) };
};

/** Something overdue or alarming: one line of the bell. */
export interface Alert {
  /** Told from all other alerts. */
  readonly id: string;
  readonly tone: 'harm' | 'amber';
  readonly words: string;
  /** Advice to whoever is signed in and may not see to it themselves. */
  readonly hint?: string;
  /** Where it is seen to, for whoever may; null for somebody who can only be told. */
  readonly page: PageName | null;
  /** The deed that the page begins with. */
  readonly begins?: Point;
}

/** Work under way that keeps its page: neither a key nor the menu leaves it. */
export interface Hold {
  readonly isHeld: () => boolean;
  readonly subscribe: StoreApi<unknown>['subscribe'];
}

/** Holds the page while `isHeld` says so of the state of the store. */
export const holdWhile = <State>(store: StoreApi<State>, isHeld: (state: State) => boolean): Hold => ({
  isHeld: () => isHeld(store.getState()),
  subscribe: (listener) => store.subscribe(listener as () => void),
});

/** A question before something is lost: to stay, or to leave it. */
type UnsavedWords = Readonly<Record<'title' | 'lead' | 'stay' | 'discard', string>>;

/** Who sees to a duty on a page. */
export interface Mending {
  /** Of those who see the duties; everybody else is told who does. */
  readonly by: 'supervisor' | 'admin' | 'both';
  /** Whoever cannot see to it may open the page all the same, and look. */
  readonly isOpenToBoth?: true;
}

interface PageFacts<Name extends string, Keys extends string> {
  readonly name: Name;
  /** The tab that it is a section of, and its place among the sections, the smallest first; `aside`: a button leads to it, and it is no choice among them until it is shown. */
  readonly at: { readonly tab: Exclude<Tab, 'todo'>; readonly place: number; readonly aside?: true };
  /** Who may open it. */
  readonly roles: readonly Role[];
  readonly title: Words;
  readonly called: Called;
  /** On its switch among the sections, where that is shorter than the title. */
  readonly section?: Words;
  readonly actions?: readonly PageAction[];
  /** Asks again when a request has changed something, on this screen or by the clock. */
  readonly follows?: Readonly<Partial<Record<ChangeTopic, () => Promise<void>>>>;
  /** Asks again for what changes with the hours, too, on the way to any page. */
  readonly timely?: readonly ChangeTopic[];
  /** The duties that are seen to on it. */
  readonly mends?: Readonly<Partial<Record<Point, Mending>>>;
  /** Reads whether something of it is overdue or alarming. */
  readonly alert?: AlertSource | readonly AlertSource[];
  /** The keys that it brings, by the name that tells each from all others. */
  readonly keys?: [Keys] extends [never] ? never : Readonly<Record<Keys, PageKey>>;
  /** Takes one step back within the page; false where there is none, and Escape leaves it. */
  readonly escape?: () => boolean;
  /** Takes a character that was typed where nothing takes text. */
  readonly receive?: (event: KeyboardEvent) => void;
  readonly hold?: Hold;
  /** While it is so, the other sections of its tab give it their room. */
  readonly alone?: Hold;
  /** What is asked before something is lost, where it is no form that is filled in. */
  readonly unsaved?: (t: Translate) => UnsavedWords;
  /** The words that come with it; desk/word-list.ts makes their keys known. */
  readonly messages?: WordTree;
  /** Words of the log for the entries that are made on it, of each action whose words it brings. */
  readonly log?: BroughtDetailWords;
  /** Called once it is left. */
  readonly left?: () => void;
}

/** Its component is asked for when the page is opened for the first time; that of the first page comes with the desk. */
export type Page<Name extends string, Keys extends string> = PageFacts<Name, Keys> &
  ({ readonly load: () => Promise<ComponentType> } | { readonly component: ComponentType });

/** Any page. */
export type AnyPage = Page<string, string>;

/** A page as its feature says it, checked, with its name and the names of its keys as types. */
export const definePage = <const Name extends string, const Keys extends string = never>(
  page: Page<Name, Keys>,
): Page<Name, Keys> => page;

/** Filled by what joins the pages (desk/pages.ts). */
// oxlint-disable-next-line typescript/no-empty-interface
export interface Joined {}
/** The name of a page that there is. Conditional, so that it is resolved where it is used and no sooner: pages name one another. */
export type PageName = Joined extends { readonly name: infer Name extends string } ? Name : never;
