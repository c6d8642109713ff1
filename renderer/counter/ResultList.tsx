/** Results by kind of match and by room, as a virtual list: only what is in view exists. */
import { type Ref, memo, useCallback, useEffect, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { RoomId } from '../../contract/ids.ts';
import { assertNever } from '../../contract/result.ts';
import type { MaskedPersonRow, RoomElsewhere } from '../../contract/search/views.ts';
import { SEARCH_KINDS, type SearchKind } from '../../contract/search/lists.ts';
import { NoResidents } from '../first-day/NoResidents.tsx';
import { splitHighlight } from '../messages/format.ts';
import { openPerson } from '../current-record/open-person.ts';
import { openRoom } from '../current-record/open-room.ts';
import { searchStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { LimitFailure } from '../limit-override/LimitFailure.tsx';
import { openUntil } from '../limit-override/scope-store.ts';
import { OwnScope } from '../limit-override/ScopeNotes.tsx';
import { scopeStore } from '../limit-override/stores.ts';
import { linesOf } from './by-room.ts';
import css from './counter.module.css';
import { IdSearch, type IdSearchProps } from './IdSearch.tsx';
import { type FoundBy, type SearchItem, countHomes, isPerson } from './search-store.ts';

/** Fixed, so that nothing has to be measured between a keystroke and its paint. */
const HEIGHTS: Readonly<Record<SearchItem['type'], number>> = {
  heading: 36,
  room: 32,
  within: 40,
  alone: 44,
};
const heightOf = (item: SearchItem): number =>
  HEIGHTS[item.type] * (item.type === 'room' ? linesOf(item.label) : 1);
const NEXT = 44;
const SLOW_MS = 300;
const FIRST_RECT = { width: 420, height: 560 };

interface ResultListProps extends IdSearchProps {
  readonly onNarrow: (only: SearchKind | null) => void;
  /** The first room of another desk. */
  readonly elsewhere: Ref<HTMLButtonElement>;
  /** There is nobody to find yet. */
  readonly isFirstDay: boolean;
}

export const ResultList = memo(function ResultList({
  onNarrow,
  elsewhere: firstElsewhere,
  isFirstDay,
  ...idSearch
}: ResultListProps) {
  const { t } = useTranslation();
  const { items, count, active, asked, failure, elsewhere, only, next, id } = useStore(
    searchStore,
    useShallow(({ seq: _, waiting: __, isFresh: ___, ...shown }) => shown),
  );
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length + (next === null ? 0 : 1),
    getScrollElement: () => scroller.current,
    overscan: 1,
    initialRect: FIRST_RECT,
    estimateSize: (index) => (items[index] === undefined ? NEXT : heightOf(items[index])),
    // Another function for each answer, so that its heights are laid out in the one rendering that shows it.
    getItemKey: useCallback((index: number) => (items[index] === undefined ? 'next' : index), [items]),
  });

  // The next fifty are added behind the first room, which stays.
  const first = items[1];
  useEffect(() => {
    // Where the list stands already it is not told again: each time it would be laid out once more before it is painted.
    if (virtual.scrollOffset !== 0) virtual.scrollToOffset(0);
  }, [first, virtual]);
  const activeBefore = useRef(active);
  useEffect(() => {
    if (active === activeBefore.current) return;
    const index = indexToShow(items, active, active < activeBefore.current);
    activeBefore.current = active;
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [active, items, virtual]);

  return (
    <section className={cx(css.results)} aria-label={t('counter.results')}>
      <SearchWait />
      {/* What was typed is kept nowhere: it is typed once more. */}
      <LimitFailure failure={failure} onLifted={() => void searchStore.getState().search('')} />
      {!asked && failure === null && (
        <div className={cx(css.nothingAsked)} data-testid="search-empty">
          {isFirstDay ? <NoResidents /> : <Examples />}
        </div>
      )}
      {asked && id !== 'none' && count === 0 && failure === null && (
        <IdSearch {...idSearch} answered={id === 'answered'} />
      )}
      {asked && id === 'none' && count === 0 && elsewhere.length === 0 && failure === null && (
        <EmptyState
          drawing="search"
          title={t('counter.nothing')}
          words={t(only === 'plate' ? 'task.noPlate' : 'counter.nothingTodo')}
          testId="no-results"
        />
      )}
      {elsewhere.length > 0 && <Elsewhere rooms={elsewhere} first={firstElsewhere} />}
      <p className="hidden-text" role="status">
        {asked
          ? `${t('counter.found', { count })} ${next === null || only === null ? '' : t('counter.goesOn', { key: keyOf(only) })}`
          : ''}
      </p>
      <div
        id="results"
        role="listbox"
        aria-label={t('counter.results')}
        className={cx(css.scroller)}
        ref={scroller}
        tabIndex={-1}
        data-testid="result-scroller"
      >
        <div role="presentation" className={cx(css.list)} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, size }) => {
            const item = items[index];
            if (item === undefined)
              return next === null || only === null ? null : (
                <Next key="next" start={start} size={size} kind={only} onNext={() => onNarrow(only)} />
              );
            switch (item.type) {
              case 'heading':
                return (
                  <Heading
                    key={`${item.kind}-heading`}
                    item={item}
                    homes={countHomes(items, item.kind)}
                    start={start}
                    size={size}
                    only={only}
                    onNarrow={onNarrow}
                  />
                );
              case 'room':
                return (
                  <RoomLine
                    key={`${item.kind}-room-${item.first}`}
                    t={t}
                    item={item}
                    start={start}
                    size={size}
                  />
                );
              case 'within':
              case 'alone':
                return (
                  <Option
                    key={`${item.kind}-${item.position}`}
                    t={t}
                    item={item}
                    start={start}
                    size={size}
                    count={count}
                    isActive={item.position === active}
                  />
                );
              default:
                return assertNever(item);
            }
          })}
        </div>
      </div>
    </section>
  );
});

type ItemOf<T extends SearchItem['type']> = SearchItem & { readonly type: T };

/** Where an item lies in the list, in pixels. */
interface Placed {
  readonly start: number;
  readonly size: number;
}
/** A line that is painted anew with each answer: it is given the words, as asking for them costs more than the line. */
interface LineProps<Item> extends Placed {
  readonly t: Translate;
  readonly item: Item;
}
// Not moved by a transform: the paint of each line would be a piece of its own.
const placeOf = ({ start, size }: Placed) => ({ height: size, top: start });

/**
 * The item that has to be in view for the chosen row: on the way up the room's line above it, which says where
 * the people below it live, and with the very first row the heading as well. -1 where there is no such row.
 */
function indexToShow(items: readonly SearchItem[], active: number, isGoingUp: boolean): number {
  const index = items.findIndex((item) => isPerson(item) && item.position === active);
  if (index < 0 || active === 0) return Math.min(index, 0);
  return isGoingUp && items[index - 1]?.type === 'room' ? index - 1 : index;
}

const keyOf = (kind: SearchKind): string => `Alt+${SEARCH_KINDS.indexOf(kind) + 1}`;

/** For the mouse, below the last row; the arrow goes on by itself. */
function Next({
  kind,
  onNext,
  ...placed
}: Placed & { readonly kind: SearchKind; readonly onNext: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={cx(css.next)} style={placeOf(placed)} role="presentation" aria-hidden="true">
      <button
        type="button"
        tabIndex={-1}
        className={cx(css.narrow)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onNext}
        data-testid="next-fifty"
      >
        {t('counter.nextFifty')} <kbd>{keyOf(kind)}</kbd>
      </button>
    </div>
  );
}

interface HeadingProps extends Placed {
  readonly item: ItemOf<'heading'>;
  /** Rooms that are listed. */
  readonly homes: number;
  readonly only: SearchKind | null;
  readonly onNarrow: (only: SearchKind | null) => void;
}

function Heading({ item: { kind, more }, homes, only, onNarrow, ...placed }: HeadingProps) {
  const { t } = useTranslation();
  return (
    <div
      className={cx(css.group)}
      style={placeOf(placed)}
      role="presentation"
      aria-hidden="true"
      data-testid={`result-group-${kind}`}
    >
      <span>
        {kind === 'idNumber' ? t('fields.idNumber') : t(`searchKinds.${kind}`)} ·{' '}
        {more ? t('counter.homesAndMore', { homes }) : t('counter.homes', { count: homes })}
      </span>
      {kind !== 'idNumber' && <Narrow kind={kind} more={more} only={only} onNarrow={onNarrow} />}
    </div>
  );
}

/** A line under the search box, once an answer is slow: nothing is painted for one that comes at once. */
function SearchWait() {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = searchStore.subscribe(({ waiting }, before) => {
      if (waiting === before.waiting) return;
      clearTimeout(timer);
      if (waiting) timer = setTimeout(() => setSlow(true), SLOW_MS);
      else setSlow(false);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return isSlow && <div className={cx(css.wait)} data-testid="search-wait" />;
}

/** For the mouse; the keys are Alt+1 to Alt+4 and Alt+0, so that the search box keeps the focus. */
function Narrow({
  kind,
  more,
  only,
  onNarrow,
}: {
  readonly kind: SearchKind;
  readonly more: boolean;
  readonly only: SearchKind | null;
  readonly onNarrow: (only: SearchKind | null) => void;
}) {
  const { t } = useTranslation();
  if (only === null && !more) return null;
  const [text, next, key] =
    only === null
      ? ([t('counter.moreOf'), kind, keyOf(kind)] as const)
      : ([t('counter.allKinds'), null, 'Alt+0'] as const);
  return (
    <span>
      <button
        type="button"
        tabIndex={-1}
        className={cx(css.narrow)}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onNarrow(next)}
        data-testid={`narrow-${kind}`}
      >
        {text} <kbd>{key}</kbd>
      </button>
    </span>
  );
}

function open(position: number, row: MaskedPersonRow): void {
  searchStore.getState().choose(position);
  openPerson(row.personId);
}

/** Where those below it live, once. For the eye: each option says its room itself to a screen reader, as this line may be out of the list. */
const RoomLine = memo(function RoomLine({
  t,
  item: { label, matched },
  ...placed
}: LineProps<ItemOf<'room'>>) {
  return (
    <div
      className={cx(css.room, 'room-number')}
      style={placeOf(placed)}
      role="presentation"
      aria-hidden="true"
      data-testid="result-room"
    >
      {marked(label ?? t('counter.noRoom'), matched)}
    </div>
  );
});

interface OptionProps extends LineProps<ItemOf<'within' | 'alone'>> {
  readonly count: number;
  readonly isActive: boolean;
}

const Option = memo(function Option({ t, item, count, isActive, ...placed }: OptionProps) {
  const { type, row, kind, position } = item;
  return (
    // The keys of this list are those of the search box, which keeps the focus (combobox pattern).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={`result-${position}`}
      role="option"
      aria-selected={isActive}
      aria-setsize={count}
      aria-posinset={position + 1}
      aria-label={type === 'within' ? said(t, row, kind) : undefined}
      className={cx('row2', css.result)}
      style={placeOf(placed)}
      data-testid="result-row"
      data-kind={kind}
      data-former={row.former}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => open(position, row)}
    >
      {partsOf(t, row, kind, type === 'alone')}
    </div>
  );
});

const relationOf = (t: Translate, { relation, former }: MaskedPersonRow): string | null => {
  if (relation === null) return null;
  const word = t(`relations.${relation}`);
  return former ? t('counter.former', { relation: word }) : word;
};

/** The number that tells this person from others: the plate where a plate was typed, else the phone. */
const numberOf = ({ plateMask, phoneMask, matched }: MaskedPersonRow, kind: FoundBy) =>
  kind === 'plate' && plateMask !== null
    ? { text: plateMask, ranges: matched.plate }
    : { text: phoneMask, ranges: matched.phone };

/** The room is seen once above all of its people, and said of each. */
const said = (t: Translate, row: MaskedPersonRow, kind: FoundBy): string =>
  [row.nameMask, relationOf(t, row), numberOf(row, kind).text, row.roomLabel ?? t('counter.noRoom')]
    .filter((part) => part !== null)
    .join(' ');

/** Where somebody lives who is alone there; who, as what, by which number. */
function partsOf(t: Translate, row: MaskedPersonRow, kind: FoundBy, isAlone: boolean) {
  const relation = relationOf(t, row);
  const { text, ranges } = numberOf(row, kind);
  return (
    <>
      {isAlone && (
        <span className={cx(css.where, 'room-number')} data-testid="result-room">
          {marked(row.roomLabel ?? t('counter.noRoom'), row.roomLabel === null ? [] : row.matched.room)}
        </span>
      )}
      <span className={cx(css.name)}>{marked(row.nameMask, row.matched.name)}</span>{' '}
      {relation !== null && (
        <span className={cx(css.relation)} title={relation}>
          {relation}
        </span>
      )}{' '}
      {text !== null && <span className={cx(css.number, 'digits')}>{marked(text, ranges)}</span>}
    </>
  );
}

/** No component of its own, nor is the line's content: each line would be five of them at each key. */
const marked = (text: string, ranges: readonly (readonly [number, number])[]) =>
  ranges.length === 0
    ? text
    : splitHighlight(text, ranges).map((segment, index) =>
        // oxlint-disable-next-line react/no-array-index-key -- a segment is its place in the text
        segment.marked ? <mark key={index}>{segment.text}</mark> : segment.text,
      );

/** Rooms that are another desk's: which and whose, and one way to each. */
function Elsewhere({
  rooms,
  first,
}: {
  readonly rooms: readonly RoomElsewhere[];
  readonly first: Ref<HTMLButtonElement>;
}) {
  const { t } = useTranslation();
  const opened = useStore(scopeStore, (state) => state.opened);
  const wayTo = (roomId: RoomId): string =>
    t(openUntil(opened, { personId: null, rooms: [roomId] }) === null ? 'scope.ask' : 'scope.again');
  return (
    <ul className={cx(css.elsewhere)} aria-label={t('scope.elsewhere')} data-testid="elsewhere">
      {rooms.map(({ roomId, label, desk }, index) => (
        <li key={roomId} data-testid="elsewhere-room">
          <b className="room-number">{label}</b>
          <span className="quiet">{desk === '' ? t('scope.notYours') : t('scope.belongsTo', { desk })}</span>
          <Button
            ref={index === 0 ? first : undefined}
            aria-label={`${wayTo(roomId)} · ${label}`}
            data-testid="elsewhere-open"
            onClick={() => openRoom(roomId)}
          >
            {wayTo(roomId)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Examples() {
  const { t } = useTranslation();
  const kinds: readonly SearchKind[] = ['room', 'name', 'phone', 'plate'];
  return (
    <div className={cx('stack2', css.empty)}>
      <h2>{t('counter.emptyTitle')}</h2>
      <p>{t('counter.emptyLead')}</p>
      <OwnScope />
      <dl className={cx(css.examples)}>
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{t(`searchKinds.${kind}`)}</dt>
            <dd className="digits">{t(`counter.examples.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
