/** How something goes from week to week: a column for each. */
import { scaleBand, scaleLinear } from 'd3-scale';
import { useTranslation } from '../messages/translate.ts';
import { cx } from '../ui/cx.ts';
import css from './activity.module.css';
import { Chart, CountTable } from './Chart.tsx';

const HIGH = 176;
const HEAD = 24;
const FOOT = 24;
/** Columns narrower than this have every other Monday named. */
const DATE_FITS = 48;
/** About so many lines to read the height by. */
const LINES = 4;
/** Room for what they are called. */
const SCALE = 48;

interface WeekCount {
  /** Its Monday, `YYYY-MM-DD`. */
  readonly from: string;
  readonly count: number;
}

interface WeekChartProps {
  readonly title: string;
  /** Oldest first; the last one is not over yet. */
  readonly weeks: readonly WeekCount[];
}

export function WeekChart({ title, weeks }: WeekChartProps) {
  const { t } = useTranslation();
  return (
    <Chart
      title={title}
      counts={weeks.map(({ count }) => count)}
      none={t('activity.noneWeeks')}
      testId="activity-weeks"
      draw={(width) => ({ height: HEAD + HIGH + FOOT, drawn: drawWeeks(weeks, width) })}
      note={t('activity.unfinished')}
      table={
        <CountTable
          heading={t('activity.columns.week')}
          rows={weeks.map(({ from, count }) => [from, from, count])}
        />
      }
    />
  );
}

function drawWeeks(weeks: readonly WeekCount[], width: number) {
  const x = scaleBand(
    weeks.map(({ from }) => from),
    [SCALE, width],
  ).padding(0.3);
  const y = scaleLinear([0, Math.max(...weeks.map(({ count }) => count))], [HEAD + HIGH, HEAD]).nice(LINES);
  const isNamed = (at: number): boolean => x.step() >= DATE_FITS || (weeks.length - 1 - at) % 2 === 0;
  return (
    <>
      {y
        .ticks(LINES)
        .filter(Number.isInteger)
        .map((count) => (
          <g key={count} className={cx(css.line)}>
            <line x1={SCALE} x2={width} y1={y(count)} y2={y(count)} />
            <text
              className={cx(css.label)}
              x={SCALE - 8}
              y={y(count)}
              textAnchor="end"
              dominantBaseline="central"
            >
              {count}
            </text>
          </g>
        ))}
      {weeks.map(({ from, count }, at) => {
        const [left, middle] = [x(from) ?? 0, (x(from) ?? 0) + x.bandwidth() / 2];
        return (
          <g key={from} className={cx(css.bar)} data-unfinished={at === weeks.length - 1}>
            <rect x={left} y={y(count)} width={x.bandwidth()} height={y(0) - y(count)} />
            {isNamed(at) && (
              <text
                className={cx(css.label)}
                x={middle}
                y={HEAD + HIGH + FOOT / 2}
                textAnchor="middle"
                dominantBaseline="central"
              >
                {from.slice(5)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
