/** Handovers of an estate: ordered by two, stopped by anybody, one file, a receipt, then deletion here. */
import { useEffect, useRef, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { VaultEvent } from '../../contract/events.ts';
import { handoverNumber } from '../../contract/handover/lists.ts';
import type { HandoverList, HandoverView } from '../../contract/handover/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { deskStore } from '../pages/stores.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import formCss from '../ui/form.module.css';
import { Page, PageBody } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import type { MadeFile } from './MadeNote.tsx';
import { MadeNote } from './MadeNote.tsx';
import { MakeForm } from './MakeForm.tsx';
import { OrderForm } from './OrderForm.tsx';
import { StepForms } from './StepForms.tsx';
import type { Step } from './StepForms.tsx';
import { estateHandoverStore } from './stores.ts';

type Open = { readonly form: 'order' } | { readonly form: Step | 'make'; readonly handover: HandoverView };

export function EstateHandoverPage() {
  const { t } = useTranslation();
  const { register: view, failure, read, show } = useStore(estateHandoverStore);
  const [open, setOpen] = useState<Open | null>(null);
  // The password is here and in no store, and goes with the page.
  const [made, setMade] = useState<MadeFile | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const progress = useProgress();
  useEffect(() => void read(), [read]);
  const close = (next?: HandoverList): void => {
    if (next !== undefined) show(next);
    setOpen(null);
    body.current?.focus();
  };
  return (
    <Page testId="screen-estate-handover" whole={open !== null || made !== null}>
      <PageHeader title={t('handoverOut.title')} lead={t('handoverOut.lead')}>
        {open === null && made === null && (
          <Button
            disabled={view === null || view.people === 0}
            data-testid="handover-order"
            onClick={() => setOpen({ form: 'order' })}
          >
            {t('handoverOut.order')}
          </Button>
        )}
      </PageHeader>
      <ReadFailure failure={failure} testId="handovers-again" onAgain={() => void read()} />
      {view === null && failure === null && <Waiting testId="handovers-reading" />}
      {view !== null && (
        <PageBody ref={body} label={t('handoverOut.title')} spaced>
          {progress.shown !== null && open !== null && <Progress progress={progress.shown} />}
          {made !== null && <MadeNote made={made} onDone={() => setMade(null)} />}
          {open?.form === 'order' && <OrderForm view={view} onClose={close} onStale={read} />}
          {open?.form === 'make' && (
            <MakeForm
              handover={open.handover}
              onStale={read}
              onClose={(next) => {
                close(next?.view);
                progress.end();
                if (next !== undefined) setMade(next);
              }}
            />
          )}
          {open !== null && open.form !== 'order' && open.form !== 'make' && (
            <StepForms
              step={open.form}
              handover={open.handover}
              onStale={read}
              onClose={(next) => {
                close(next);
                progress.end();
              }}
            />
          )}
          {open === null && <List view={view} onOpen={setOpen} />}
        </PageBody>
      )}
    </Page>
  );
}

type Told = VaultEvent<'handover.progress'>;

function useProgress() {
  const [shown, setShown] = useState<Told | null>(null);
  useEffect(() => bridge.onVault['handover.progress'](setShown), []);
  return { shown, end: () => setShown(null) };
}

function Progress({ progress }: { readonly progress: Told }) {
  const { t } = useTranslation();
  return (
    <section className={cx(pageCss.section)} data-testid="handover-progress">
      <ProgressBar
        share={progress.total === 0 ? null : progress.done / progress.total}
        label={t('handoverOut.making')}
      />
      <p className="quiet">{t('handoverOut.progress', { done: progress.done, total: progress.total })}</p>
      <div>
        <Button data-testid="handover-cancel-work" onClick={() => void bridge.vault['handover.cancel']({})}>
          {t('handoverOut.cancel')}
        </Button>
      </div>
    </section>
  );
}

interface ListProps {
  readonly view: HandoverList;
  readonly onOpen: (open: Open) => void;
}

function List({ view: { handovers }, onOpen }: ListProps) {
  const { t } = useTranslation();
  return (
    <>
      {handovers.length === 0 && (
        <EmptyState drawing="sheet" words={t('handoverOut.none')} testId="handovers-none" />
      )}
      {handovers.map((handover) => (
        <OneHandover key={handover.handoverId} handover={handover} onOpen={onOpen} />
      ))}
      <p className="quiet">{t('handoverOut.note')}</p>
    </>
  );
}

function OneHandover({ handover, onOpen }: { readonly handover: HandoverView } & Pick<ListProps, 'onOpen'>) {
  const { t } = useTranslation();
  const number = handoverNumber(handover.handoverId);
  const title = t('handoverOut.title1', { number, scope: handover.estate ?? t('handoverOut.whole') });
  const steps = stepsOf(handover);
  return (
    <section
      className={cx(pageCss.section)}
      aria-label={title}
      data-testid="handover"
      data-state={handover.state}
    >
      <h2>
        {title}{' '}
        <Badge tone={handover.state === 'ordered' || handover.state === 'writing' ? 'amber' : 'plain'}>
          {t(`handoverOut.states.${handover.state}`)}
        </Badge>
      </h2>
      <Facts layout="columns">
        {factsOf(t, handover).map(([name, words]) => (
          <Fact key={name} name={name}>
            {words}
          </Fact>
        ))}
      </Facts>
      <div className={cx(formCss.actions)}>
        {steps.map((step) => (
          <Button
            key={step}
            weight={step === 'erase' ? 'plainDanger' : 'normal'}
            aria-label={`${t(`handoverOut.${step}`)} · ${number}`}
            data-testid={`handover-${step}`}
            onClick={() => onOpen({ form: step, handover })}
          >
            {t(`handoverOut.${step}`)}
          </Button>
        ))}
        {handover.state === 'erased' && (
          <Button data-testid="handover-certificate" onClick={() => deskStore.getState().go('retention')}>
            {t('handoverOut.toCertificate')}
          </Button>
        )}
      </div>
    </section>
  );
}

function stepsOf({ state, from, until }: HandoverView): readonly (Step | 'make')[] {
  const now = Date.now();
  switch (state) {
    case 'ordered':
    case 'failed':
      return now >= from && now <= until ? ['make', 'stop'] : ['stop'];
    case 'writing':
      return ['stop'];
    case 'given':
      return ['confirm'];
    case 'confirmed':
      return ['erase'];
    case 'stopped':
    case 'erased':
      return [];
  }
}

function factsOf(t: TFunction, one: HandoverView): readonly (readonly [string, string])[] {
  const step = (at: HandoverView['given']): string =>
    at === null ? '' : t('handoverOut.by', { time: formatMoment(at.at), name: at.by });
  const facts: readonly (readonly [string, string])[] = [
    [
      t('handoverOut.facts.to'),
      `${t(`handoverOut.recipients.${one.to}`)} · ${one.recipient} · ${one.officer}`,
    ],
    [t('handoverOut.facts.document'), one.document],
    [
      t('handoverOut.facts.fields'),
      [t('handoverOut.always'), ...one.fields.map((field) => t(`handoverOut.fieldNames.${field}`))].join(
        ' · ',
      ),
    ],
    [t('handoverOut.facts.people'), String(one.people)],
    [
      t('handoverOut.facts.ordered'),
      t('handoverOut.both', {
        time: formatMoment(one.ordered.at),
        name: one.ordered.by,
        other: one.ordered.with,
      }),
    ],
    [
      t('handoverOut.facts.from'),
      one.state === 'ordered' || one.state === 'failed'
        ? t('handoverOut.window', { from: formatMoment(one.from), until: formatMoment(one.until) })
        : '',
    ],
    [t('handoverOut.facts.given'), step(one.given)],
    [t('handoverOut.facts.confirmed'), step(one.confirmed)],
    [t('handoverOut.facts.stopped'), step(one.stopped)],
  ];
  return facts.filter(([, words]) => words !== '');
}
