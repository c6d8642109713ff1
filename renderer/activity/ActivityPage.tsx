/** Page of activity at the desk: today against the usual, by hour, person and reason, and from week to week. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { MEASURES, type Measure, PICTURED, type Pictured } from '../../contract/activity/lists.ts';
import type { ActivityView } from '../../contract/activity/routes.ts';
import { formatClock } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import css from './activity.module.css';
import { HourChart } from './HourChart.tsx';
import { isAboveUsual } from './above-usual.ts';
import { Supervision } from './Supervision.tsx';
import { activityStore } from './stores.ts';
import { weekdayNames } from './weekdays.ts';
import { scaleBand, scaleLinear } from 'd3-scale';
import { Chart, CountTable } from './Chart.tsx';

export function ActivityPage() {
  const { t } = useTranslation();
  const { view, progress, failure, read } = useStore(activityStore);
  useEffect(() => void read(), [read]);
  return (
    <Page testId="screen-activity">
      <PageHeader title={t('activity.title')} lead={t('activity.lead')}>
        <Button data-testid="activity-count" disabled={progress !== null} onClick={() => void read()}>
          {t('activity.again')}
        </Button>
      </PageHeader>
      <ReadFailure failure={failure} testId="activity-again" onAgain={() => void read()} />
      {progress !== null && <Counting {...progress} />}
      {view === null && progress === null && failure === null && <Waiting testId="activity-reading" />}
      {view !== null && (
        <PageBody label={t('activity.title')} spaced>
          <Today view={view} />
          <Pictures view={view} />
          <Supervision />
        </PageBody>
      )}
    </Page>
  );
}

function Counting({ counted, of }: { readonly counted: number; readonly of: number }) {
  const { t } = useTranslation();
  const words = t('activity.counting', { counted, of });
  return (
    <div data-testid="activity-counting">
      <p className={cx('quiet', 'digits')}>{words}</p>
      <ProgressBar share={counted / of} label={words} />
    </div>
  );
}

/** All in one row; what is above the usual says so. */
function Today({ view }: { readonly view: ActivityView }) {
  const { t } = useTranslation();
  return (
    <>
      <dl className={cx(css.figures)}>
        {MEASURES.map((measure) => (
          <Figure key={measure} measure={measure} {...view.tiles[measure]} />
        ))}
      </dl>
      <p className={cx('small', 'quiet')} data-testid="activity-basis">
        {t('activity.until', { time: formatClock(view.at) })} <Basis view={view} /> {t('activity.what')}
      </p>
    </>
  );
}

function Basis({ view: { at, compared } }: { readonly view: ActivityView }) {
  const { t, i18n } = useTranslation();
  if (compared === null) return t('activity.basis.none');
  const weekday = weekdayNames(i18n.language, 'long')[(new Date(at).getDay() + 6) % 7] ?? '';
  return t(`activity.basis.${compared.by}`, { days: compared.days, weekday });
}

interface FigureProps {
  readonly measure: Measure;
  readonly today: number;
  readonly usual: number | null;
}

function Figure({ measure, today, usual }: FigureProps) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{t(`activity.tiles.${measure}`)}</dt>
      <dd data-testid={`activity-${measure}`}>
        <b className="digits">{today}</b>
        {usual !== null && <small>{t('activity.usual', { usual })}</small>}
        {isAboveUsual(today, usual) && (
          <small className={cx(css.above)} data-testid={`activity-${measure}-above`}>
            <Icon name="warn" /> {t('activity.above')}
          </small>
        )}
      </dd>
    </div>
  );
}

function Pictures({ view }: { readonly view: ActivityView }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Pictured>('reveal');
  const what = t(`activity.tiles.${shown}`);
  const people = view.people.map(({ staffId, staffName, count }) => ({
    id: staffId,
    name: staffName,
    count,
  }));
  const beyond =
    view.peopleBeyond === 0 ? [] : [{ id: 'beyond', name: t('activity.beyond'), count: view.peopleBeyond }];
  return (
    <>
      <Chips
        label={t('activity.of')}
        choices={choicesOf(PICTURED, (id) => t(`activity.tiles.${id}`))}
        value={shown}
        onChange={setShown}
        testId="activity-of"
      />
      <HourChart title={t('activity.hours', { what })} hours={view.hours[shown]} />
      <WeekChart
        title={t('activity.weeks', { what })}
        weeks={view.weeks.map((week) => ({ from: week.from, count: week[shown] }))}
      />
      <div className={cx(css.pair)}>
        <BarChart
          title={t('activity.people')}
          column={t('activity.columns.person')}
          bars={[...people, ...beyond]}
          testId="activity-people"
        />
        <BarChart
          title={t('activity.reasons')}
          column={t('activity.columns.reason')}
          bars={view.reasons.map(({ reason, count }) => ({
            id: reason,
            name: t(`reasons.${reason}`),
            count,
          }))}
          testId="activity-reasons"
        />
      </div>
    </>
  );
}

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

/** How much each has of something: a bar under each name, the longest first. */
function BarChart({ title, column, bars, testId }: BarChartProps) {
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
  const x = scaleLinear([0, Math.max(...bars.map(({ count }) => count))]).rangeRound([0, width]);
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

/** How something goes from week to week: a column for each. */
function WeekChart({ title, weeks }: WeekChartProps) {
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
  )
    .padding(0.3)
    .round(true);
  const y = scaleLinear([0, Math.max(...weeks.map(({ count }) => count))])
    .rangeRound([HEAD + HIGH, HEAD])
    .nice(LINES);
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
