/** Results in groups, as a virtual list: only the rows in view exist. */
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { MaskedPersonRow } from '../../contract/search/views.ts';
import type { SearchKind } from '../../contract/search/lists.ts';
import { SEARCH_KINDS } from '../../contract/search/lists.ts';
import { splitHighlight } from '../messages/format.ts';
import { openPerson } from '../opened/open-person.ts';
import { searchStore } from './stores.ts';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import css from './counter.module.css';
import { IdSearch } from './IdSearch.tsx';
import type { IdSearchProps } from './IdSearch.tsx';
import type { FoundBy } from './search-store.ts';

const HEADING = 36;
const ROW = 64;
const NEXT = 44;
const FIRST_RECT = { width: 420, height: 560 };

interface ResultListProps extends IdSearchProps {
  readonly onNarrow: (only: SearchKind | null) => void;
}

export function ResultList({ onNarrow, ...idSearch }: ResultListProps) {
  const { t } = useTranslation();
  const { items, count, active, asked, failure, only, next, id } = useStore(
    searchStore,
    useShallow(({ seq: _, waiting: __, ...shown }) => shown),
  );
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length + (next === null ? 0 : 1),
    getScrollElement: () => scroller.current,
    overscan: 4,
    initialRect: FIRST_RECT,
    estimateSize: (index) =>
      items[index] === undefined ? NEXT : items[index].type === 'heading' ? HEADING : ROW,
  });

  useEffect(() => virtual.measure(), [items, next, virtual]);
  // The next fifty are added behind the first row, which stays.
  const first = items[1];
  useEffect(() => scroller.current?.scrollTo({ top: 0 }), [first]);
  useEffect(() => {
    const index = items.findIndex((item) => item.type === 'row' && item.position === active);
    // With the first row, its heading comes into view as well.
    if (index >= 0) virtual.scrollToIndex(active === 0 ? 0 : index, { align: 'auto' });
  }, [active, items, virtual]);

  return (
    <section className={cx(css.results)} aria-label={t('counter.results')}>
      <SearchWait />
      <FailureNote failure={failure} />
      {!asked && failure === null && <Examples />}
      {asked && id !== 'none' && count === 0 && failure === null && (
        <IdSearch {...idSearch} answered={id === 'answered'} />
      )}
      {asked && id === 'none' && count === 0 && failure === null && (
        <div className={cx(css.empty)} data-testid="no-results">
          <h2>{t('counter.nothing')}</h2>
          <p>{t('counter.nothingTodo')}</p>
        </div>
      )}
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
            const style = { height: size, transform: `translateY(${start}px)` };
            if (item === undefined)
              return next === null || only === null ? null : (
                <Next key="next" style={style} kind={only} onNext={() => onNarrow(only)} />
              );
            return item.type === 'heading' ? (
              <div
                key={`${item.kind}-heading`}
                className={cx(css.group)}
                style={style}
                role="presentation"
                aria-hidden="true"
                data-testid={`result-group-${item.kind}`}
              >
                <span>{item.kind === 'idNumber' ? t('fields.idNumber') : t(`searchKinds.${item.kind}`)}</span>
                {item.kind !== 'idNumber' && (
                  <Narrow kind={item.kind} more={item.more} only={only} onNarrow={onNarrow} />
                )}
              </div>
            ) : (
              // The keys of this list are those of the search box, which keeps the focus (combobox pattern).
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={`${item.kind}-${item.position}`}
                id={`result-${item.position}`}
                role="option"
                aria-selected={item.position === active}
                aria-setsize={count}
                aria-posinset={item.position + 1}
                className={cx(css.result)}
                style={style}
                data-testid="result-row"
                data-kind={item.kind}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => open(item.position, item.row)}
              >
                <ResultRow row={item.row} kind={item.kind} />
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

const keyOf = (kind: SearchKind): string => `Alt+${SEARCH_KINDS.indexOf(kind) + 1}`;

/** For the mouse, below the last row; the arrow goes on by itself. */
function Next({
  style,
  kind,
  onNext,
}: {
  readonly style: { readonly height: number; readonly transform: string };
  readonly kind: SearchKind;
  readonly onNext: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={cx(css.next)} style={style} role="presentation" aria-hidden="true">
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

/** A line under the search box, once an answer is slow; alone in being painted anew at each question. */
function SearchWait() {
  const waiting = useStore(searchStore, (state) => state.waiting);
  return waiting && <div className={cx(css.wait)} data-testid="search-wait" />;
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

/** Two lines: where and as what; who, by which phone. */
const ResultRow = memo(function ResultRow({
  row,
  kind,
}: {
  readonly row: MaskedPersonRow;
  readonly kind: FoundBy;
}) {
  const { t } = useTranslation();
  return (
    <>
      <span className={cx(css.line)}>
        <b className="digits">
          <Marked
            text={row.roomLabel ?? t('person.noRoom')}
            ranges={row.roomLabel === null ? [] : row.matched.room}
          />
        </b>
        {row.relation !== null && (
          <span className={cx(css.relation)}>
            {row.former
              ? t('counter.former', { relation: t(`relations.${row.relation}`) })
              : t(`relations.${row.relation}`)}
          </span>
        )}
      </span>
      <span className={cx(css.line, css.second)}>
        <span>
          <Marked text={row.nameMask} ranges={row.matched.name} />
        </span>
        {kind === 'plate' && row.plateMask !== null ? (
          <span className="digits">
            <Marked text={row.plateMask} ranges={row.matched.plate} />
          </span>
        ) : (
          row.phoneMask !== null && (
            <span className="digits">
              <Marked text={row.phoneMask} ranges={row.matched.phone} />
            </span>
          )
        )}
      </span>
    </>
  );
});

function Marked({
  text,
  ranges,
}: {
  readonly text: string;
  readonly ranges: readonly (readonly [number, number])[];
}) {
  return splitHighlight(text, ranges).map((segment, index) =>
    // oxlint-disable-next-line react/no-array-index-key -- a segment is its place in the text
    segment.marked ? <mark key={index}>{segment.text}</mark> : segment.text,
  );
}

function Examples() {
  const { t } = useTranslation();
  const kinds: readonly SearchKind[] = ['room', 'name', 'phone', 'plate'];
  return (
    <div className={cx(css.empty)} data-testid="search-empty">
      <h2>{t('counter.emptyTitle')}</h2>
      <p>{t('counter.emptyLead')}</p>
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
