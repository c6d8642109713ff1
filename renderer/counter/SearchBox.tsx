/** The one search box. Its text is kept by the input alone; number mode keeps a typed phone out of the main process. */
import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent as ReactKeyboardEvent,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useTranslation } from '../messages/translate.ts';
import { taskOf } from '../../contract/tasks/lists.ts';
import { openPerson } from '../current-record/open-person.ts';
import { appStore } from '../stores.ts';
import { deskStore } from '../pages/stores.ts';
import { searchStore } from './stores.ts';
import { taskStore } from '../tasks/stores.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import css from './counter.module.css';
import { type BoxMode, endsId, modeAfterInput, modeAfterKey, modeAfterPaste } from './number-mode.ts';
import { searchBox } from './search-box.ts';
import { rowAt } from './search-store.ts';
import { visitorChoice } from './visitor-choice.ts';

const PAGE = 8;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };

interface SearchBoxProps {
  /** Whether the results are on the screen, for those who hear it. */
  readonly listed?: boolean;
  /** Enter, where nobody was found. */
  readonly onNobody?: () => void;
}

export function SearchBox({ listed = true, onNobody }: SearchBoxProps) {
  const { t } = useTranslation();
  const { active, count, asked } = useStore(
    searchStore,
    useShallow((state) => ({ active: state.active, count: state.count, asked: state.asked })),
  );
  const byPlate = useStore(
    taskStore,
    (state) => state.task !== null && taskOf(state.task).begins === 'plate',
  );
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const mirror = useRef<HTMLSpanElement>(null);
  const mode = useRef<BoxMode>('text');
  /** What React is told of the mode, since it writes the type anew at each rendering; the element changes before that. */
  const [toldMode, tellMode] = useState<BoxMode>('text');
  /** A record was opened from this text: the next character begins a new search, without selecting the old (docs/keys.md). */
  const spent = useRef(false);

  const draw = () => {
    if (mirror.current !== null)
      mirror.current.textContent = mode.current === 'number' ? (input.current?.value ?? '') : '';
  };
  /** Changes the type under the caret: focus stays by itself, the caret has to be put back. */
  const turnTo = (next: BoxMode) => {
    const element = input.current;
    if (element === null || next === mode.current) return;
    const { selectionStart, selectionEnd } = element;
    mode.current = next;
    element.type = next === 'number' ? 'password' : 'text';
    element.setSelectionRange(selectionStart, selectionEnd);
    tellMode(next);
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

  const beforeKey = (
    event: Pick<KeyboardEvent, 'key' | 'isComposing' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  ) => {
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

  useImperativeHandle(searchBox, () => ({
    focus: () => input.current?.focus(),
    clear,
    peek: () => input.current?.value ?? '',
    narrow: (only) => {
      deskStore.getState().moveOn();
      const shown = searchStore.getState();
      // The same again asks for the next fifty of it.
      if (only !== null && only === shown.only && shown.next !== null) return void shown.showNext();
      void searchStore.getState().search(input.current?.value ?? '', only ?? undefined);
    },
    receive: (event) => {
      input.current?.focus();
      beforeKey(event);
    },
  }));
  // On coming back from another page the box begins empty, as the store does not know its text.
  useLayoutEffect(() => input.current?.focus(), []);

  const onKeyDown = (event: ReactKeyboardEvent) => {
    const by = STEPS[event.key];
    if (by !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault();
      const { active: from, count: rows, showNext, move } = searchStore.getState();
      if (from + by >= rows) void showNext();
      return move(by);
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) return void openFound();
    beforeKey(event.nativeEvent);
  };
  /** Enter on the heels of the last digit means what will be found, never whoever the list still shows from before. */
  const openFound = async () => {
    const { waiting, answered } = searchStore.getState();
    if (!waiting || (await answered())) openActive();
  };
  const openActive = () => {
    const { items, active: chosen } = searchStore.getState();
    const row = rowAt(items, chosen);
    if (row === null) return onNobody?.();
    // On a screen that the visitor sees, nobody is opened out of a list that is not shown.
    if (appStore.getState().settings.privacy && visitorChoice(items).kind !== 'room') return;
    markSpent(true);
    openPerson(row.personId);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (spent.current) clear();
    turnTo(
      modeAfterPaste(
        mode.current,
        event.clipboardData.getData('text/plain'),
        (input.current?.value ?? '') === '',
      ),
    );
  };
  const onInput = (event: FormEvent<HTMLInputElement>) => {
    const { value } = event.currentTarget;
    turnTo(modeAfterInput(mode.current, value, (event.nativeEvent as InputEvent).isComposing));
    draw();
    deskStore.getState().moveOn();
    void searchStore.getState().search(value, byPlate ? 'plate' : undefined);
  };

  return (
    <div className={cx(css.search)} ref={box} data-mode={toldMode} data-spent="false" role="search">
      <Icon name="search" />
      <div className={cx(css.searchText)}>
        <input
          ref={input}
          type={toldMode === 'number' ? 'password' : 'text'}
          role="combobox"
          aria-label={t('counter.search')}
          aria-expanded={asked && listed}
          aria-controls={listed ? 'results' : undefined}
          aria-autocomplete="list"
          aria-activedescendant={count > 0 && listed ? `result-${active}` : undefined}
          placeholder={t(byPlate ? 'task.plate' : 'counter.placeholder')}
          maxLength={100}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          data-testid="search-box"
          onKeyDown={onKeyDown}
          onInput={onInput}
          onPaste={onPaste}
          onCompositionStart={() => turnTo('text')}
          onScroll={(event) => {
            if (mirror.current !== null) mirror.current.scrollLeft = event.currentTarget.scrollLeft;
          }}
        />
        <span className={cx(css.mirror)} ref={mirror} aria-hidden="true" />
      </div>
      <span className={cx(css.numberMode)}>{t('counter.number')}</span>
    </div>
  );
}
