/** When something is done: a cell for each hour of the week, its colour the stronger the more. */
import { scaleBand, scaleQuantize } from 'd3-scale';
import { useTranslation } from '../messages/translate.ts';
import { cx } from '../ui/cx.ts';
import { Table } from '../ui/Table.tsx';
import css from './activity.module.css';
import { Chart } from './Chart.tsx';
import { weekdayNames } from './weekdays.ts';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** Colour levels of a cell; zero has one of its own. */
const LEVELS = [1, 2, 3, 4] as const;

const ROW = 24;
const LABELS = 48;
const HEAD = 24;
/** A narrower cell has no room for its number. */
const NUMBER_FITS = 28;
/** Cells narrower than this have every third hour named. */
const HOUR_FITS = 24;

interface HourChartProps {
  readonly title: string;
  /** Monday to Sunday, each from 00:00 on. */
  readonly hours: readonly (readonly number[])[];
}

export function HourChart({ title, hours }: HourChartProps) {
  const { t, i18n } = useTranslation();
  const days = weekdayNames(i18n.language, 'short');
  const hourOf = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
  return (
    <Chart
      title={title}
      counts={hours.flat()}
      none={t('activity.none')}
      testId="activity-hours"
      draw={(width) => ({ height: HEAD + 7 * ROW, drawn: drawHours(hours, days, width) })}
      note={t('activity.stronger')}
      table={
        <Table
          columns={['hour', ...HOURS.slice(0, 7).map(String)]}
          words={(column) => (column === 'hour' ? t('activity.columns.hour') : (days[Number(column)] ?? ''))}
          className={css.numbers}
        >
          {HOURS.map((hour) => (
            <tr key={hour}>
              <th scope="row">{hourOf(hour)}</th>
              {hours.map((ofDay, weekday) => (
                <td key={days[weekday]}>{ofDay[hour] ?? 0}</td>
              ))}
            </tr>
          ))}
        </Table>
      }
    />
  );
}

function drawHours(hours: HourChartProps['hours'], days: readonly string[], width: number) {
  const x = scaleBand(HOURS, [LABELS, width]).padding(0.06).round(true);
  const y = scaleBand(days, [HEAD, HEAD + 7 * ROW])
    .padding(0.06)
    .round(true);
  const level = scaleQuantize([0, Math.max(...hours.flat())], LEVELS);
  const [wide, high] = [x.bandwidth(), y.bandwidth()];
  return (
    <>
      {days.map((day, weekday) => {
        const top = y(day) ?? 0;
        return (
          <g key={day}>
            <text className={cx(css.label)} x={0} y={top + high / 2} dominantBaseline="central">
              {day}
            </text>
            {HOURS.map((hour) => {
              const [left, count] = [x(hour) ?? 0, hours[weekday]?.[hour] ?? 0];
              return (
                <g key={hour} data-level={count === 0 ? 0 : level(count)} className={cx(css.cell)}>
                  <rect x={left} y={top} width={wide} height={high} />
                  {count > 0 && wide >= NUMBER_FITS && (
                    <text
                      x={left + wide / 2}
                      y={top + high / 2}
                      textAnchor="middle"
                      dominantBaseline="central"
                    >
                      {count}
                    </text>
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
      {HOURS.filter((hour) => wide >= HOUR_FITS || hour % 3 === 0).map((hour) => (
        <text
          key={hour}
          className={cx(css.label)}
          x={(x(hour) ?? 0) + wide / 2}
          y={HEAD / 2}
          textAnchor="middle"
          dominantBaseline="central"
        >
          {hour}
        </text>
      ))}
    </>
  );
}
