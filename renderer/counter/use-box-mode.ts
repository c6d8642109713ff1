/** Text or a number in the search box: of a number the mirror shows what the input hides. */
import { type UIEvent, useRef, useState } from 'react';
import { type BoxMode, endsId, modeAfterInput, modeAfterKey, modeAfterPaste } from './number-mode.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'isComposing' | 'ctrlKey' | 'altKey' | 'metaKey'>;

export function useBoxMode() {
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const mirror = useRef<HTMLSpanElement>(null);
  const mode = useRef<BoxMode>('text');
  /** Mode as React knows it, since it writes the type anew at each rendering; the element changes before that. */
  const [toldMode, tellMode] = useState<BoxMode>('text');
  /** A record was opened from this text: the next character begins a new search, without selecting the old (docs/keys.md). */
  const spent = useRef(false);

  const draw = () =>
    mirror.current?.replaceChildren(...(mode.current === 'number' ? cellsOf(input.current) : []));
  /** Changes the type under the caret: focus stays by itself, the caret has to be put back. */
  const turnTo = (next: BoxMode) => {
    const element = input.current;
    if (element === null || next === mode.current) return;
    const { selectionStart, selectionEnd } = element;
    mode.current = next;
    element.type = next === 'number' ? 'password' : 'text';
    // In an empty box there is no caret to put back, and nothing is laid out for it.
    if (element.value !== '') element.setSelectionRange(selectionStart, selectionEnd);
    tellMode(next);
    element.style.letterSpacing = next === 'number' ? `${widerBy(mirror.current)}em` : '';
    draw();
  };
  const markSpent = (isSpent: boolean) => {
    spent.current = isSpent;
    if (box.current !== null) box.current.dataset['spent'] = String(isSpent);
  };
  const clear = () => {
    if (input.current !== null) input.current.value = '';
    markSpent(false);
    turnTo('text');
    draw();
  };

  const beforeKey = (event: Pressed) => {
    const element = input.current;
    if (element === null) return;
    const composing = event.isComposing || event.key === 'Process';
    const command = event.ctrlKey || event.altKey || event.metaKey;
    const types = composing || (!command && [...event.key].length === 1);
    if (spent.current && types && !event.isComposing) clear();
    else if (['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Backspace', 'Delete'].includes(event.key))
      markSpent(false);
    const all =
      element.value === '' || (element.selectionStart === 0 && element.selectionEnd === element.value.length);
    turnTo(
      modeAfterKey(mode.current, {
        key: event.key,
        composing,
        command,
        first: all,
        endsId: endsId(element.value),
      }),
    );
  };

  const beforePaste = (pasted: string) => {
    if (spent.current) clear();
    turnTo(modeAfterPaste(mode.current, pasted, (input.current?.value ?? '') === ''));
  };
  const afterInput = (value: string, isComposing: boolean) => {
    turnTo(modeAfterInput(mode.current, value, isComposing));
    draw();
  };
  /** Scrolls the digits drawn over the input along with it. */
  const onScroll = (event: UIEvent) => {
    if (mirror.current !== null) mirror.current.scrollLeft = event.currentTarget.scrollLeft;
  };
  return {
    input,
    box,
    mirror,
    toldMode,
    turnTo,
    markSpent,
    clear,
    beforeKey,
    beforePaste,
    afterInput,
    onScroll,
  };
}

/** One element a character, which the style sheet makes as wide as a digit. */
const cellsOf = (input: HTMLInputElement | null): readonly HTMLElement[] =>
  [...(input?.value ?? '')].map((textContent) =>
    Object.assign(document.createElement('span'), { textContent }),
  );

/** By the scale of the screen, as the face of a mirror has it. */
const measured = new Map<number, number>();

/** By how much a digit is wider than a bullet, in ems of the face of the element, which is left with both where it is laid out: once a scale. */
function widerBy(element: HTMLElement | null): number {
  if (element === null) return 0;
  const known = measured.get(devicePixelRatio);
  if (known !== undefined) return known;
  const text = document.createTextNode('0•');
  element.replaceChildren(text);
  const widthAt = (at: number): number => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().width;
  };
  const wider = (widthAt(0) - widthAt(1)) / Number.parseFloat(getComputedStyle(element).fontSize);
  // Not laid out yet: what was measured is nothing.
  if (widthAt(0) > 0) measured.set(devicePixelRatio, wider);
  return wider;
}
