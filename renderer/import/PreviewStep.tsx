/** Step that previews the effect of each row, before anything is written. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { importStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Switch } from '../ui/Switch.tsx';
import css from './import.module.css';
import { countOpen, countWritten } from './import-store.ts';
import { MissingList } from './MissingList.tsx';
import { PlanRows, groupedBy, rowKey } from './PlanRows.tsx';
import { QuestionList } from './QuestionList.tsx';
import { SupervisorProof } from './SupervisorProof.tsx';

/** The numbers of result and undo, and what of the list they come from. */
const COUNTS = ['newPeople', 'changedPeople', 'rooms', 'newRooms', 'vehicles', 'spaces'] as const;
const TABS = ['ambiguous', 'new', 'changed', 'same', 'rejected'] as const;
type Tab = 'all' | 'flagged' | 'missing' | (typeof TABS)[number];

export function PreviewStep() {
  const { t } = useTranslation();
  const state = useStore(importStore);
  const { plan, busy, apply, backTo, despite, goOnDespite, missing, failure } = state;
  const [only, setOnly] = useState<Tab>(plan !== null && plan.counts.ambiguous > 0 ? 'ambiguous' : 'all');
  if (plan === null) return null;
  const open = countOpen(state);
  const writable = countWritten(state);
  const isMissingOpen = plan.missing.count > 0 && missing === null;
  const unanswered = plan.stops.some(({ stop }) => !despite.includes(stop));
  const flags = groupedBy(plan.flags, rowKey);
  const rows = plan.rows.filter(
    (row) => only === 'all' || (only === 'flagged' ? flags.has(rowKey(row)) : row.outcome === only),
  );
  const listed =
    only === 'all' || only === 'missing'
      ? plan.counts.rows - plan.counts.ambiguous
      : only === 'flagged'
        ? flags.size
        : plan.counts[only];
  return (
    <div className={cx('stack4', css.body, css.fill, only === 'ambiguous' && css.asking)}>
      <div className={cx(css.planTitle)}>
        <h2>{t('import.preview.title')}</h2>
        <p title={plan.fileName}>
          {t('import.preview.lead')} <span className="quiet">{plan.fileName}</span>
        </p>
        <dl className={cx(css.counts)}>
          {COUNTS.map((count) => (
            <div key={count}>
              <dt>{t(`import.preview.counts.${count}`)}</dt>
              <dd className="digits" data-testid={`count-${count}`}>
                {plan.counts[count]}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <Chips
        label={t('import.preview.list')}
        testId="preview-filter"
        value={only}
        onChange={setOnly}
        choices={[
          { value: 'all' as const, words: t('import.preview.all'), count: plan.counts.rows },
          ...TABS.map((value) => ({ value, words: t(`outcomes.${value}`), count: plan.counts[value] })),
          { value: 'flagged' as const, words: t('import.flags.title'), count: plan.counts.flagged },
          { value: 'missing' as const, words: t('import.missing.title'), count: plan.missing.count },
        ].flatMap(({ value, words, count }) => (count === 0 ? [] : [{ value, words: `${words} ${count}` }]))}
      />
      {plan.stops.map(({ stop, rooms: torn, sheets }) => (
        <div key={stop} className={cx('row4', css.asks)} data-testid={`stop-${stop}`}>
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
      ) : only === 'missing' ? (
        <MissingList missing={plan.missing} />
      ) : (
        <PlanRows key={only} rows={rows} flags={flags} />
      )}
      {only !== 'ambiguous' && only !== 'missing' && rows.length < listed && (
        <p className={cx('small', 'quiet')}>{t('import.preview.partly')}</p>
      )}
      <SupervisorProof
        title={t('import.preview.confirm')}
        needed={
          unanswered
            ? t('import.stops.needed')
            : isMissingOpen
              ? t('import.missing.needed', { count: plan.missing.count })
              : open > 0
                ? t('import.questions.needed', { count: open })
                : writable === 0
                  ? t('import.preview.nothing')
                  : null
        }
        action={t('import.preview.write', { count: writable })}
        failure={failure}
        disabled={busy || writable === 0 || open > 0 || unanswered || isMissingOpen}
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
