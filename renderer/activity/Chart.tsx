/** A picture of counts under its title, with the table of the same counts behind a button. */
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Table } from '../ui/Table.tsx';
import css from './activity.module.css';
import { useWidth } from './use-width.ts';

interface ChartProps {
  readonly title: string;
  /** All that is drawn. */
  readonly counts: readonly number[];
  /** Words in place of the chart where all counts are zero. */
  readonly none: string;
  readonly testId: string;
  /** `width` in CSS pixels. */
  readonly draw: (width: number) => { readonly height: number; readonly drawn: ReactNode };
  /** Said under the picture. */
  readonly note?: string;
  readonly table: ReactNode;
}

export function Chart({ title, counts, none, testId, draw, note, table }: ChartProps) {
  const { t } = useTranslation();
  const id = useId();
  const [isTable, setTable] = useState(false);
  const isEmpty = counts.every((count) => count === 0);
  return (
    <section className={cx('stack3', css.chart)} aria-labelledby={id} data-testid={testId}>
      <div className={cx('line3', css.heading)}>
        <h2 id={id}>{title}</h2>
        {!isEmpty && (
          <Button
            aria-label={t(isTable ? 'activity.drawingOf' : 'activity.tableOf', { title })}
            data-testid={`${testId}-table`}
            onClick={() => setTable(!isTable)}
          >
            {t(isTable ? 'activity.drawing' : 'activity.table')}
          </Button>
        )}
      </div>
      {isEmpty && <EmptyState drawing="oversight" words={none} small testId={`${testId}-none`} />}
      {!isEmpty && isTable && table}
      {!isEmpty && !isTable && <Picture title={title} counts={counts} draw={draw} testId={testId} />}
      {!isEmpty && note !== undefined && <p className={cx('small', 'quiet')}>{note}</p>}
    </section>
  );
}

interface CountTableProps {
  readonly heading: string;
  /** Each with its key, its name and how many. */
  readonly rows: readonly (readonly [key: string, name: string, count: number])[];
}

export function CountTable({ heading, rows }: CountTableProps) {
  const { t } = useTranslation();
  const words = (one: 'name' | 'count'): string => (one === 'name' ? heading : t('activity.columns.count'));
  return (
    <Table columns={['name', 'count']} words={words} className={css.numbers}>
      {rows.map(([key, name, count]) => (
        <tr key={key}>
          <th scope="row">{name}</th>
          <td>{count}</td>
        </tr>
      ))}
    </Table>
  );
}

function Picture({ title, counts, draw, testId }: Pick<ChartProps, 'title' | 'counts' | 'draw' | 'testId'>) {
  const { t } = useTranslation();
  const [frame, width] = useWidth();
  const { height, drawn } = draw(width);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return (
    <div ref={frame} className={cx(css.picture)}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={t('activity.picture', { title, total, most: Math.max(...counts) })}
        data-testid={`${testId}-picture`}
      >
        {width > 0 && drawn}
      </svg>
    </div>
  );
}
