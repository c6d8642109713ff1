/** Type of a key of the application, and the keys that buttons of several screens name. The page that brings a key says what it does. Pure. */

export const KEY_GROUPS = ['find', 'person', 'all'] as const;

export interface Chord {
  readonly with: 'nothing' | 'control' | 'alt';
  /** Physical keys, so that Alt works where it types a sign. */
  readonly codes: readonly string[];
  /** Plus is typed with Shift on most keyboards, so zooming in may have it. */
  readonly mayShift?: true;
}

export interface Key {
  /** Where the help (F1) lists it. */
  readonly group: (typeof KEY_GROUPS)[number];
  /** As it is printed on a keyboard. */
  readonly shown: string;
  /** Null for what the search box, a list, a form or the preload hears by itself. */
  readonly chord: Chord | null;
}

const define = <const T extends Readonly<Record<string, Key>>>(keys: T): T => keys;
export const control = (...codes: readonly string[]): Chord => ({ with: 'control', codes });
export const alt = (...codes: readonly string[]): Chord => ({ with: 'alt', codes });

/** The keys that a button may name wherever it stands. */
export const KEYS = define({
  task: { group: 'person', shown: 'Alt+T', chord: alt('KeyT') },
  verify: { group: 'person', shown: 'Alt+V', chord: alt('KeyV') },
  reveal: { group: 'person', shown: 'Alt+R', chord: alt('KeyR') },
  note: { group: 'person', shown: 'Alt+N', chord: alt('KeyN') },
  edit: { group: 'person', shown: 'Alt+E', chord: alt('KeyE') },
  escape: { group: 'person', shown: 'Esc', chord: null },
  lock: { group: 'all', shown: 'Ctrl+L', chord: null },
});
export type KeyId = keyof typeof KEYS;

/** They work before anybody has signed in, too. */
export const ZOOM_KEYS = define({
  zoomIn: { group: 'all', shown: 'Ctrl++', chord: { ...control('Equal', 'NumpadAdd'), mayShift: true } },
  zoomOut: { group: 'all', shown: 'Ctrl+−', chord: control('Minus', 'NumpadSubtract') },
  zoomReset: { group: 'all', shown: 'Ctrl+0', chord: control('Digit0', 'Numpad0') },
});

export type KeyFacts = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether exactly this was pressed; Command stands in the place of Ctrl. */
export function isStruck({ chord }: Key, event: KeyFacts): boolean {
  const isControl = event.ctrlKey || event.metaKey;
  const held = isControl === event.altKey ? (isControl ? null : 'nothing') : isControl ? 'control' : 'alt';
  return (
    chord !== null &&
    chord.with === held &&
    chord.codes.includes(event.code) &&
    (!event.shiftKey || chord.mayShift === true)
  );
}

/** Which of the keys was pressed, or null. */
export const keyOf = <Id extends string>(keys: Readonly<Record<Id, Key>>, event: KeyFacts): Id | null =>
  (Object.keys(keys) as Id[]).find((id) => isStruck(keys[id], event)) ?? null;
