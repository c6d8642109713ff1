/** The one search box. Its text is kept by the input alone; number mode keeps a typed phone out of the main process. */
import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent as ReactKeyboardEvent,
  memo,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
} from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useTranslation } from '../messages/translate.ts';
import { taskOf } from '../../contract/tasks/lists.ts';
import { appStore } from '../stores.ts';
import { deskStore } from '../pages/stores.ts';
import { searchStore } from './stores.ts';
import { taskStore } from '../tasks/stores.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { useSmallWindow } from '../ui/use-small-window.ts';
import css from './counter.module.css';
import { openChosen } from './open-chosen.ts';
import { searchBox } from './search-box.ts';
import { useBoxMode } from './use-box-mode.ts';
import { visitorChoice } from './visitor-choice.ts';

const PAGE = 8;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE };

interface SearchBoxProps {
  /** Whether the results are on the screen, for those who hear it. */
  readonly listed?: boolean;
  /** Enter, where nobody was found. */
  readonly onNobody?: () => void;
}

export const SearchBox = memo(function SearchBox({ listed = true, onNobody }: SearchBoxProps) {
  const { t } = useTranslation();
  const { active, count, asked } = useStore(
    searchStore,
    useShallow((state) => ({ active: state.active, count: state.count, asked: state.asked })),
  );
  const byPlate = useStore(
    taskStore,
    (state) => state.task !== null && taskOf(state.task).begins === 'plate',
  );
  const isSmall = useSmallWindow();
  const privacy = useStore(appStore, ({ settings }) => settings.privacy);
  const { input, box, mirror, toldMode, ...mode } = useBoxMode();
  const { turnTo, markSpent, clear, beforeKey, beforePaste, afterInput, onScroll } = mode;

  useImperativeHandle(searchBox, () => ({
    focus: () => input.current?.focus(),
    clear,
    markSpent: () => markSpent(true),
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
  // Said by the attribute itself: nothing is painted for it.
  useEffect(
    () => searchStore.subscribe(({ waiting }) => box.current?.setAttribute('aria-busy', String(waiting))),
    [box],
  );
  // On coming back from another page the box begins empty, as the store does not know its text.
  useLayoutEffect(() => input.current?.focus(), [input]);

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
    const { items } = searchStore.getState();
    // On a screen that the visitor sees, nobody is opened out of a list that is not shown.
    if (appStore.getState().settings.privacy && visitorChoice(items).kind !== 'room') return;
    if (!openChosen()) onNobody?.();
  };
  const onPaste = (event: ClipboardEvent) => beforePaste(event.clipboardData.getData('text/plain'));
  const onInput = (event: FormEvent<HTMLInputElement>) => {
    const { value } = event.currentTarget;
    // Asked first: what else follows from a key is done while the vault looks.
    void searchStore.getState().search(value, byPlate ? 'plate' : undefined);
    afterInput(value, (event.nativeEvent as InputEvent).isComposing);
    deskStore.getState().moveOn();
  };

  return (
    <div className={cx('row4', css.search)} ref={box} data-mode={toldMode} data-spent="false" role="search">
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
          placeholder={t(
            privacy
              ? 'searchKinds.room'
              : byPlate
                ? 'task.plate'
                : isSmall
                  ? 'counter.placeholderShort'
                  : 'counter.placeholder',
          )}
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
          onScroll={onScroll}
        />
        <span className={cx(css.mirror)} ref={mirror} aria-hidden="true" />
      </div>
      <span className={cx(css.numberMode)}>{t('counter.number')}</span>
    </div>
  );
});
