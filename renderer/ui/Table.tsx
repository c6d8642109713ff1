/** A list in columns whose rows do not open: `tr` elements under a line of headings. */
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './table.module.css';

interface TableProps<Column extends string | number> {
  readonly columns: readonly Column[];
  /** The heading of a column. */
  readonly words: (column: Column) => string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Table<Column extends string | number>({
  columns,
  words,
  className,
  children,
}: TableProps<Column>) {
  return (
    <table className={cx(css.table, css.wide, className)}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {words(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
