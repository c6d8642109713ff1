/** How much each has of something: a bar under each name, the longest first. */
import { scaleBand, scaleLinear } from 'd3-scale';
import { useTranslation } from '../messages/translate.ts';
import { cx } from '../ui/cx.ts';
import css from './activity.module.css';
import { Chart, CountTable } from './Chart.tsx';

const ROW = 48;
/** Where the name stands above its bar, and where the bar begins. */
const NAME = 14;
const BAR = 28;
const THICK = 12;
/** Letters of a name beside its count on the narrowest window; the table has all of it. */
const MAX_LETTERS = 16;

interface Bar {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

interface BarChartProps {
  readonly title: string;
  /** Heading of the column of names in the table: the kind of thing that the bars count. */
  readonly column: string;
  readonly bars: readonly Bar[];
  readonly testId: string;
}

export function BarChart({ title, column, bars, testId }: BarChartProps) {
  const { t } = useTranslation();
  return (
    <Chart
      title={title}
      counts={bars.map(({ count }) => count)}
      none={t('activity.none')}
      testId={testId}
      draw={(width) => ({ height: bars.length * ROW, drawn: drawBars(bars, width) })}
      table={<CountTable heading={column} rows={bars.map(({ id, name, count }) => [id, name, count])} />}
    />
  );
}

function drawBars(bars: readonly Bar[], width: number) {
  const x = scaleLinear([0, Math.max(...bars.map(({ count }) => count))], [0, width]);
  const y = scaleBand(
    bars.map(({ id }) => id),
    [0, bars.length * ROW],
  );
  return bars.map(({ id, name, count }) => {
    const top = y(id) ?? 0;
    return (
      <g key={id} className={cx(css.bar)}>
        <text x={0} y={top + NAME} dominantBaseline="central">
          {shorten(name)}
        </text>
        <text x={width} y={top + NAME} textAnchor="end" dominantBaseline="central">
          {count}
        </text>
        <rect x={0} y={top + BAR} width={x(count)} height={THICK} />
      </g>
    );
  });
}

function shorten(name: string): string {
  const letters = [...name];
  return letters.length <= MAX_LETTERS ? name : `${letters.slice(0, MAX_LETTERS - 1).join('')}…`;
}
