/** Every key of the application, once: the handlers, the words on buttons and the help (F1) read this list. Pure. */

export const KEY_GROUPS = ['find', 'person', 'all'] as const;

interface Chord {
  readonly with: 'nothing' | 'control' | 'alt';
  /** Physical keys, so that Alt works where it types a sign. */
  readonly codes: readonly string[];
}

interface DeskKey {
  readonly group: (typeof KEY_GROUPS)[number];
  /** As it is printed on a keyboard. */
  readonly shown: string;
  /** Null for what the search box, a list, a form or the preload hears by itself. */
  readonly chord: Chord | null;
}

const define = <const T extends Readonly<Record<string, DeskKey>>>(keys: T): T => keys;
const control = (...codes: readonly string[]): Chord => ({ with: 'control', codes });
const alt = (...codes: readonly string[]): Chord => ({ with: 'alt', codes });

export const KEYS = define({
  type: { group: 'find', shown: 'A … Z', chord: null },
  number: { group: 'find', shown: '0 … 9  #', chord: null },
  arrows: { group: 'find', shown: '↑ ↓', chord: null },
  enter: { group: 'find', shown: 'Enter', chord: null },
  narrow: { group: 'find', shown: 'Alt+1 … 4', chord: alt('Digit0', 'Digit1', 'Digit2', 'Digit3', 'Digit4') },
  task: { group: 'person', shown: 'Alt+T', chord: alt('KeyT') },
  verify: { group: 'person', shown: 'Alt+V', chord: alt('KeyV') },
  reveal: { group: 'person', shown: 'Alt+R', chord: alt('KeyR') },
  note: { group: 'person', shown: 'Alt+N', chord: alt('KeyN') },
  escape: { group: 'person', shown: 'Esc', chord: null },
  add: { group: 'all', shown: 'Ctrl+N', chord: control('KeyN') },
  rooms: { group: 'all', shown: 'Alt+H', chord: alt('KeyH') },
  import: { group: 'all', shown: 'Ctrl+I', chord: control('KeyI') },
  privacy: { group: 'all', shown: 'Alt+P', chord: alt('KeyP') },
  handover: { group: 'all', shown: 'Alt+J', chord: alt('KeyJ') },
  lock: { group: 'all', shown: 'Ctrl+L', chord: null },
  zoomIn: { group: 'all', shown: 'Ctrl++', chord: control('Equal', 'NumpadAdd') },
  zoomOut: { group: 'all', shown: 'Ctrl+−', chord: control('Minus', 'NumpadSubtract') },
  zoomReset: { group: 'all', shown: 'Ctrl+0', chord: control('Digit0', 'Numpad0') },
  help: { group: 'all', shown: 'F1', chord: { with: 'nothing', codes: ['F1'] } },
});

export type KeyId = keyof typeof KEYS;
export const KEY_IDS = Object.keys(KEYS) as readonly KeyId[];

/** The keys that are told apart here; a new one does not compile until somebody handles it. */
export type ChordId = { [K in KeyId]: (typeof KEYS)[K]['chord'] extends null ? never : K }[KeyId];

export type KeyFacts = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Which key of the list was pressed. Plus is typed with Shift on most keyboards, so zooming in may have it. */
export function keyOf(event: KeyFacts): ChordId | null {
  const control = event.ctrlKey || event.metaKey;
  const held = control === event.altKey ? (control ? null : 'nothing') : control ? 'control' : 'alt';
  const found = KEY_IDS.find((id) => {
    const chord: Chord | null = KEYS[id].chord;
    return (
      chord !== null &&
      chord.with === held &&
      chord.codes.includes(event.code) &&
      (!event.shiftKey || id === 'zoomIn')
    );
  });
  return (found ?? null) as ChordId | null;
}
