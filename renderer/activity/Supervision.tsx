/** The monthly spot check and the quarterly report: when each was made last, when it is due, and what there is to look at. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { LOOKED_AT, MAX_PROBLEMS, type Supervision as What } from '../../contract/activity/lists.ts';
import type { SupervisionView } from '../../contract/activity/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { ledTo } from '../pages/lead-store.ts';
import { useDraft } from '../pages/use-draft.ts';
import { WordsForm } from '../pages/WordsForm.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import css from './activity.module.css';
import { supervisionStore } from './stores.ts';

export function Supervision() {
  const { t } = useTranslation();
  const { view, read, show } = useStore(supervisionStore);
  const [open, setOpen] = useState<What | null>(() => ledTo('spot-check', 'quarterly-report'));
  useEffect(() => void read(), [read]);
  if (view === null) return null;
  const close = (changed?: SupervisionView): void => {
    setOpen(null);
    if (changed !== undefined) show(changed);
  };
  return (
    <section aria-label={t('activity.supervision.title')} data-testid="supervision">
      <h2>{t('activity.supervision.title')}</h2>
      {(['spot-check', 'quarterly-report'] as const).map((what) => (
        <Line key={what} what={what} view={view} onOpen={() => setOpen(what)} />
      ))}
      {open === 'spot-check' && <SpotCheckForm view={view} onClose={close} />}
      {open === 'quarterly-report' && <ReportForm onClose={close} />}
    </section>
  );
}

interface LineProps {
  readonly what: What;
  readonly view: SupervisionView;
  readonly onOpen: () => void;
}

function Line({ what, view, onOpen }: LineProps) {
  const { t } = useTranslation();
  const { last, dueOn } = what === 'spot-check' ? view.spotCheck : view.report;
  return (
    <div className={cx('line4', css.duty)} data-testid={`supervision-${what}`}>
      <p>
        {t(`activity.supervision.names.${what}`)}{' '}
        <span className="quiet">
          {last === null
            ? t('activity.supervision.never')
            : t('activity.supervision.last', {
                time: formatMoment(last.at),
                name: last.by,
                due: dueOn ?? '',
              })}
        </span>
      </p>
      <Button data-testid={`supervision-${what}-go`} onClick={onOpen}>
        {t(`activity.supervision.do.${what}`)}
      </Button>
    </div>
  );
}

type FormProps = { readonly onClose: (changed?: SupervisionView) => void };

function SpotCheckForm({ view, onClose }: FormProps & { readonly view: SupervisionView }) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ problems: 0 });
  const counts = LOOKED_AT.map((what) =>
    t(`activity.supervision.looked.${what}`, { count: view.looked[what] }),
  );
  return (
    <WordsForm
      name="supervision"
      title={t('activity.supervision.names.spot-check')}
      lead={t('activity.supervision.spotLead', { counts: counts.join(t('activity.supervision.and')) })}
      words={t('activity.supervision.spotWords')}
      yes={t('activity.supervision.sign')}
      gathers
      send={(said) => bridge.vault['activity.spotCheck']({ ...said, problems: draft.problems })}
      onClose={onClose}
    >
      <SelectField
        {...of('problems')}
        label={t('activity.supervision.problems')}
        choices={choicesOf(
          Array.from({ length: MAX_PROBLEMS + 1 }, (_, count) => count),
          String,
        )}
        testId="supervision-problems"
      />
    </WordsForm>
  );
}

function ReportForm({ onClose }: FormProps) {
  const { t } = useTranslation();
  return (
    <WordsForm
      name="supervision"
      title={t('activity.supervision.names.quarterly-report')}
      lead={t('activity.supervision.reportLead')}
      words={t('activity.supervision.reportWords')}
      yes={t('activity.supervision.sign')}
      gathers
      send={bridge.vault['activity.report']}
      onClose={onClose}
    />
  );
}
