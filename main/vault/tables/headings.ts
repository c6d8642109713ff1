/** Tells under which heading a cell stands, while the rows of its table pass: of several headings above a cell the nearest counts. */
import type { Place } from './text-sink.ts';

/** Finds the headings of tables, whose cells are given row by row. */
export interface Headings<Kind> {
  /** A cell that may be a heading: its text, or its kind where that is known already. */
  take(place: Place, text: string | null, kind: Kind | null): void;
  /** A cell that no row of headings holds. */
  rule(place: Place): void;
  /** Kind of the nearest heading above; null where there is none, or where it says nothing. */
  of(place: Place): Kind | null;
}

interface HeadingOptions<Kind> {
  /** Null for a text that is no heading as far as one can tell. */
  readonly kindOf: (text: string) => Kind | null;
  /** A heading of a column that tells nothing more than that its row is one of headings. */
  readonly plain: Kind;
  /** Whether a cell that is alone in its row heads its column, and is not the title of what follows. */
  readonly headsAlone: (kind: Kind) => boolean;
}

/** Rows from the top of a table in which one known heading is enough. */
const TOP_ROWS = 40;
const MANY_COLUMNS = 65_536;

export function createHeadings<Kind>({ kindOf, plain, headsAlone }: HeadingOptions<Kind>): Headings<Kind> {
  const found = new Map<number, Kind>();
  let [table, row, isRuledOut] = [-1, -1, false];
  // Side by side and kept: most rows are none of headings, and there may be a million.
  const columns: number[] = [];
  const texts: (string | null)[] = [];
  const kinds: (Kind | null)[] = [];
  const clear = (): void => {
    columns.length = texts.length = kinds.length = 0;
  };
  const settle = (): void => {
    for (const [at, text] of texts.entries()) if (text !== null) kinds[at] = kindOf(text);
    const known = kinds.filter((kind) => kind !== null);
    const isHead =
      columns.length > 1
        ? known.length > 1 || (known.length === 1 && row < TOP_ROWS)
        : known.some((kind) => headsAlone(kind));
    if (isHead)
      for (const [at, column] of columns.entries())
        found.set(table * MANY_COLUMNS + column, kinds[at] ?? plain);
    clear();
  };
  const enter = (place: Place): void => {
    if (place.row === row && place.table === table) return;
    if (columns.length > 0) settle();
    table = place.table;
    row = place.row;
    isRuledOut = false;
  };
  return {
    take(place, text, kind) {
      enter(place);
      if (isRuledOut) return;
      columns.push(place.column);
      texts.push(text);
      kinds.push(kind);
    },
    rule(place) {
      enter(place);
      isRuledOut = true;
      if (columns.length > 0) clear();
    },
    of(place) {
      enter(place);
      const kind = found.get(place.table * MANY_COLUMNS + place.column);
      return kind === undefined || kind === plain ? null : kind;
    },
  };
}
