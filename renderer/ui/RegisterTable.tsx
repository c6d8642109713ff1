/** Table of a register, a row each; one of them is shown in full beside it. */
import { type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { Covered } from './covered.ts';
import { type Column, DataTable, type RowGroup } from './DataTable.tsx';

/** How the rows of a register look, once for each kind; outside of components, so that no row is drawn again for nothing. */
export interface Listing<Row> {
  readonly columns: (t: Translate, language: string) => readonly Column<Row>[];
  readonly idOf: (row: Row) => string | number;
  /** Test hooks: `data-<name>` of a row. */
  readonly marksOf: (row: Row) => Readonly<Record<`data-${string}`, string>>;
  /** Returns the accessible name of the button that opens a row, where the first column does not say it. */
  readonly words?: (t: Translate, row: Row) => string;
}

/** The row that is shown, among the others. */
export interface InList<Row> {
  readonly row: Row;
  readonly rows: readonly Row[];
  /** Shows another, or none. */
  readonly onShow: (row: Row | null) => void;
}

interface RegisterTableProps<Row> {
  readonly label: string;
  readonly listing: Listing<Row>;
  readonly rows?: readonly Row[];
  /** In place of the rows, where they stand under headings. */
  readonly groups?: readonly RowGroup<Row>[];
  /** The id of the row that is shown, where the page around it keeps that. */
  readonly shown?: string | number | null;
  readonly onShow?: (row: Row | null) => void;
  readonly children?: (one: InList<Row>) => ReactNode;
}

export function RegisterTable<Row>(props: RegisterTableProps<Row>) {
  const { label, listing, rows = [], onShow, children } = props;
  const groups = props.groups ?? [{ id: 'all', heading: null, rows }];
  const { columns: columnsIn, idOf, marksOf, words } = listing;
  const { t, i18n } = useTranslation();
  const isCovered = useContext(Covered);
  const [own, setOwn] = useState<string | number | null>(null);
  const shown = props.shown === undefined ? own : props.shown;
  const all = groups.flatMap((group) => group.rows);
  const row = all.find((one) => idOf(one) === shown);
  const show = (one: Row | null): void => {
    setOwn(one === null ? null : idOf(one));
    onShow?.(one);
  };
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  // What a form is about was read; behind it the list is as it is left.
  useEffect(() => {
    if (isCovered) latest.current(null);
  }, [isCovered]);
  const columns = useMemo(() => columnsIn(t, i18n.language), [columnsIn, t, i18n.language]);
  const keyOf = useMemo(() => (one: Row) => String(idOf(one)), [idOf]);
  const shownRow = row === undefined ? null : String(shown);
  const opens = children !== undefined || onShow !== undefined;
  const opening = useMemo(
    () =>
      opens
        ? {
            words: words && ((one: Row) => words(t, one)),
            open: (one: Row) => latest.current(one),
            shown: shownRow,
          }
        : undefined,
    [opens, words, t, shownRow],
  );
  return (
    <>
      <DataTable
        label={label}
        columns={columns}
        groups={groups}
        keyOf={keyOf}
        marksOf={marksOf}
        opening={opening}
      />
      {row !== undefined && !isCovered && children?.({ row, rows: all, onShow: show })}
    </>
  );
}
