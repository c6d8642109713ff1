/** Step that previews the effect of each row, before anything is written. */
import { useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { PlanRow } from '../../contract/import/views.ts';
import { lineOfSpace, lineOfVehicle } from '../records/record-words.ts';
import { importStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Switch } from '../ui/Switch.tsx';
import css from './import.module.css';
import { countOpen, countWritten } from './import-store.ts';
import { FlagList } from './FlagList.tsx';
import { MissingList } from './MissingList.tsx';
import { QuestionList } from './QuestionList.tsx';
import { SupervisorProof } from './SupervisorProof.tsx';

const COUNTS = [
  'rows',
  'new',
  'changed',
  'same',
  'ambiguous',
  'rejected',
  'rooms',
  'vehicles',
  'spaces',
  'flagged',
] as const;
const TABS = ['ambiguous', 'new', 'changed', 'same', 'rejected'] as const;
type Tab = 'all' | 'flagged' | 'missing' | (typeof TABS)[number];

export function PreviewStep() {
  const { t } = useTranslation();
  const state = useStore(importStore);
  const { plan, busy, apply, backTo, despite, goOnDespite } = state;
  const [only, setOnly] = useState<Tab>(plan !== null && plan.counts.ambiguous > 0 ? 'ambiguous' : 'all');
  if (plan === null) return null;
  const open = countOpen(state);
  const writable = countWritten(state);
  const unanswered = plan.stops.some(({ stop }) => !despite.includes(stop));
  const rows = only === 'all' ? plan.rows : plan.rows.filter((row) => row.outcome === only);
  const listed =
    only === 'all' || only === 'missing' ? plan.counts.rows - plan.counts.ambiguous : plan.counts[only];
  return (
    <div className={cx(css.body, css.fill, only === 'ambiguous' && css.asking)}>
      <h2>{t('import.preview.title')}</h2>
      <p>
        {t('import.preview.lead')} <span className="quiet">{plan.fileName}</span>
      </p>
      <dl className={cx(css.counts)}>
        {COUNTS.map((count) => (
          <div key={count} data-count={count} data-some={plan.counts[count] > 0}>
            <dt>{t(`import.preview.counts.${count}`)}</dt>
            <dd className="digits" data-testid={`count-${count}`}>
              {plan.counts[count]}
            </dd>
          </div>
        ))}
      </dl>
      <Chips
        label={t('import.preview.list')}
        testId="preview-filter"
        value={only}
        onChange={setOnly}
        choices={[
          { value: 'all' as const, words: t('import.preview.all') },
          ...TABS.map((value) => ({
            value,
            words: `${t(`outcomes.${value}`)} ${plan.counts[value]}`,
            disabled: plan.counts[value] === 0,
          })),
          {
            value: 'flagged' as const,
            words: `${t('import.flags.title')} ${plan.counts.flagged}`,
            disabled: plan.counts.flagged === 0,
          },
          {
            value: 'missing' as const,
            words: `${t('import.missing.title')} ${plan.missing.count}`,
            disabled: plan.missing.count === 0,
          },
        ]}
      />
      {plan.stops.map(({ stop, rooms: torn, sheets }) => (
        <div key={stop} className={cx(css.asks)} data-testid={`stop-${stop}`}>
          <p>{t(`import.stops.${stop}`, { rooms: torn, sheets: sheets.join(', ') })}</p>
          <Switch
            label={t('import.stops.goOn')}
            value={despite.includes(stop)}
            onChange={(on) => goOnDespite(stop, on)}
            testId={`despite-${stop}`}
          />
        </div>
      ))}
      {only === 'ambiguous' ? (
        <QuestionList questions={plan.questions} />
      ) : only === 'flagged' ? (
        <FlagList flags={plan.flags} />
      ) : only === 'missing' ? (
        <MissingList missing={plan.missing} />
      ) : (
        <PlanRows key={only} rows={rows} />
      )}
      {only !== 'ambiguous' && only !== 'flagged' && only !== 'missing' && rows.length < listed && (
        <p className={cx('small', 'quiet')}>{t('import.preview.partly')}</p>
      )}
      <SupervisorProof
        title={
          unanswered
            ? t('import.stops.needed')
            : open > 0
              ? t('import.questions.needed', { count: open })
              : writable === 0
                ? t('import.preview.nothing')
                : t('import.preview.confirm')
        }
        action={t('import.preview.write', { count: writable })}
        disabled={busy || writable === 0 || open > 0 || unanswered}
        testId="import-apply"
        onProof={(proof) => void apply(proof)}
      >
        <Button disabled={busy} onClick={() => backTo('columns')}>
          {t('common.back')}
        </Button>
      </SupervisorProof>
    </div>
  );
}

/** Pixels of a row, and of each line below it. */
const ROW = 44;
const LINE = 28;

/** A vehicle or a space a line, as a record shows it. */
const linesOf = (
  t: Translate,
  { vehicles, spaces }: PlanRow,
): readonly { readonly key: string; readonly line: string }[] => [
  ...vehicles.map((vehicle, at) => ({
    key: `vehicle ${at}`,
    line: `${t('recordKinds.vehicle')} ${lineOfVehicle(vehicle)}`,
  })),
  ...spaces.map((space, at) => ({
    key: `space ${at}`,
    line: `${t('recordKinds.space')} ${lineOfSpace(t, space)}`,
  })),
];

/** Why it is rejected, and what was noticed in it. */
const notesOf = (t: Translate, { reason, notes }: PlanRow): string =>
  [
    ...(reason === null ? [] : [t(`rejectReasons.${reason}`)]),
    ...notes.map((note) => t(`rowNotes.${note}`)),
  ].join(' · ');

const linesBelow = (row: PlanRow | undefined): number =>
  row === undefined ? 0 : row.vehicles.length + row.spaces.length;

function PlanRows({ rows }: { readonly rows: readonly PlanRow[] }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW + LINE * linesBelow(rows[index]),
    overscan: 6,
    initialRect: { width: 800, height: 300 },
  });
  return (
    <div
      className={cx(css.planRows)}
      ref={scroller}
      // A scrolled region has to be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="list"
      aria-label={t('import.preview.list')}
      data-testid="plan-rows"
    >
      <div className={cx(css.planList)} style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={index}
              role="listitem"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={cx(css.planRow)}
              data-outcome={row.outcome}
              data-testid="plan-row"
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              <span className={cx('quiet', 'digits')}>
                {row.sheet} · {t('import.preview.row', { row: row.row })}
              </span>
              <span className={cx(css.outcome)}>{t(`outcomes.${row.outcome}`)}</span>
              <span className="digits">{row.roomLabel}</span>
              <span>{row.nameMask}</span>
              <span className="digits">{row.phoneMask}</span>
              <span className={cx(css.notes)} title={notesOf(t, row)}>
                {notesOf(t, row)}
              </span>
              {linesOf(t, row).map(({ key, line }) => (
                <span key={key} className={cx(css.planLine, 'digits')} data-testid="plan-car">
                  {line}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
