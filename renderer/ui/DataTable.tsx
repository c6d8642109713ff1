/**
 * A list in columns, in groups with a heading each where it is long, whose rows open where there is more of them to see. A plain `table` rather than a grid of React Aria: it keeps the
 * reading commands of screen readers (by cell, row, column), which a grid takes for itself, and a thousand rows need no collection built
 * beside them. What opens a row is one button in its first cell; ↑ ↓ Home End go from button to button, and one of them alone is a tab stop.
 */
import { type KeyboardEvent, type ReactNode, memo, useEffect, useId, useRef, useState } from 'react';
import { cx } from './cx.ts';
import css from './data-table.module.css';
import table from './table.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Kept on one line. */
  readonly narrow?: true;
  /** Figures, at the right edge. */
  readonly number?: true;
  /** Where a row takes two lines, this stands in the second. */
  readonly second?: true;
}

export interface RowGroup<Row> {
  readonly id: string;
  /** Null where the table is one group. */
  readonly heading: string | null;
  readonly rows: readonly Row[];
}

interface DataTableProps<Row> {
  readonly label: string;
  /** The first says which row it is, on its button where the row opens. Kept between renders, so that rows are drawn again only where they changed. */
  readonly columns: readonly Column<Row>[];
  readonly groups: readonly RowGroup<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Attributes of the row for tests and styles: `data-…`. Kept between renders. */
  readonly marksOf: (row: Row) => Readonly<Record<`data-${string}`, string>>;
  /** Where a row opens. */
  readonly opening?: RowOpening<Row> | undefined;
}

interface RowOpening<Row> {
  /** The button's name for who cannot see its row, where it is more than what the first column says, with which it begins. Kept between renders. */
  readonly words?: ((row: Row) => string) | undefined;
  /** The row that is shown in full elsewhere, to which the focus returns. */
  readonly shown: string | null;
  /** Kept between renders. */
  readonly open: (row: Row) => void;
}

export function DataTable<Row>({ label, columns, groups, keyOf, marksOf, opening }: DataTableProps<Row>) {
  const id = useId();
  const shown = opening?.shown ?? null;
  const [current, setCurrent] = useState<string | null>(null);
  useFocusAfter(id, shown);
  const keys = groups.flatMap(({ rows }) => rows.map(keyOf));
  const wanted = shown ?? current;
  const stop = wanted !== null && keys.includes(wanted) ? wanted : (keys[0] ?? null);
  return (
    <table className={cx(table.table, css.table)} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" data-number={column.number}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          {group.heading !== null && (
            <tr className={cx(css.group)}>
              <th scope="rowgroup" colSpan={columns.length}>
                {group.heading}
              </th>
            </tr>
          )}
          {group.rows.map((row) => {
            const key = keyOf(row);
            return (
              <TableRow
                key={key}
                row={row}
                rowKey={key}
                buttonId={buttonId(id, key)}
                isStop={key === stop}
                isShown={key === shown}
                columns={columns as readonly Column<unknown>[]}
                marksOf={marksOf as (row: unknown) => object}
                openWords={opening?.words as ((row: unknown) => string) | undefined}
                onOpen={opening?.open as ((row: unknown) => void) | undefined}
                onFocus={setCurrent}
              />
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

const marksOfColumn = ({ header, narrow, number, second }: Column<unknown>) => ({
  // A figure says nothing by itself where the headings are hidden.
  'data-label': number === true ? header : undefined,
  'data-narrow': narrow,
  'data-number': number,
  'data-second': second,
});

const buttonId = (table: string, key: string): string => `${table}-${key}`;

/** Returns the focus to the row that was shown last, which may be another than the one that was opened. */
function useFocusAfter(table: string, shown: string | null): void {
  const before = useRef<string | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = shown;
    if (shown === null && last !== null) document.getElementById(buttonId(table, last))?.focus();
  }, [table, shown]);
}

interface TableRowProps {
  readonly row: unknown;
  readonly rowKey: string;
  readonly buttonId: string;
  readonly isStop: boolean;
  readonly isShown: boolean;
  readonly columns: readonly Column<unknown>[];
  readonly marksOf: (row: unknown) => object;
  readonly openWords: ((row: unknown) => string) | undefined;
  readonly onOpen: ((row: unknown) => void) | undefined;
  readonly onFocus: (key: string) => void;
}

/** Drawn again only where something of its own changed: ↑ and ↓ change two of a thousand. */
const TableRow = memo(function TableRow({
  row,
  rowKey,
  buttonId,
  isStop,
  isShown,
  columns,
  marksOf,
  openWords,
  onOpen,
  onFocus,
}: TableRowProps) {
  const cells = columns.map((column, at) => {
    const marks = marksOfColumn(column);
    if (at > 0)
      return (
        <td key={column.id} {...marks}>
          {column.cell(row)}
        </td>
      );
    if (onOpen === undefined)
      return (
        <th key={column.id} scope="row" {...marks}>
          {column.cell(row)}
        </th>
      );
    return (
      <td key={column.id} {...marks}>
        <button
          type="button"
          id={buttonId}
          className={cx(css.open)}
          tabIndex={isStop ? 0 : -1}
          aria-label={openWords?.(row)}
          aria-haspopup="dialog"
          data-row-button=""
          onFocus={() => onFocus(rowKey)}
          onKeyDown={goByKey}
        >
          {column.cell(row)}
        </button>
      </td>
    );
  });
  if (onOpen === undefined) return <tr {...marksOf(row)}>{cells}</tr>;
  return (
    // The row's button is for the keyboard; a pointer may press anywhere.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <tr {...marksOf(row)} data-opens="" data-shown={isShown || undefined} onClick={() => onOpen(row)}>
      {cells}
    </tr>
  );
});

function goByKey(event: KeyboardEvent<HTMLElement>): void {
  const table = event.currentTarget.closest('table');
  if (table === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const buttons = [...table.querySelectorAll<HTMLElement>('[data-row-button]')];
  const at = buttons.findIndex((button) => button === event.target);
  const to = at === -1 ? undefined : targetOf(event.key, at, buttons.length);
  if (to === undefined) return;
  event.preventDefault();
  buttons[to]?.focus();
}

function targetOf(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
