/** Handovers of an estate: ordered by two, stopped by anybody, one file, a receipt, then deletion here. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { VaultEvent } from '../../contract/events.ts';
import { transferNumber } from '../../contract/estate-transfer/lists.ts';
import type { TransferList, TransferView } from '../../contract/estate-transfer/routes.ts';
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
import { type MadeFile, MadeNote } from './MadeNote.tsx';
import { MakeForm } from './MakeForm.tsx';
import { OrderForm } from './OrderForm.tsx';
import { type Step, StepForms } from './StepForms.tsx';
import { estateTransferStore } from './stores.ts';

type Open = { readonly form: 'order' } | { readonly form: Step | 'make'; readonly transfer: TransferView };

export function EstateTransferPage() {
  const { t } = useTranslation();
  const { register: view, failure, read, show } = useStore(estateTransferStore);
  const [open, setOpen] = useState<Open | null>(null);
  // The password is here and in no store, and goes with the page.
  const [made, setMade] = useState<MadeFile | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const progress = useProgress();
  useEffect(() => void read(), [read]);
  const close = (next?: TransferList): void => {
    if (next !== undefined) show(next);
    setOpen(null);
    body.current?.focus();
  };
  return (
    <Page testId="screen-estate-transfer" whole={open !== null || made !== null}>
      <PageHeader title={t('estateTransfer.title')} lead={t('estateTransfer.lead')}>
        {open === null && made === null && (
          <Button
            disabled={view === null || view.people === 0}
            data-testid="estate-transfer-order"
            onClick={() => setOpen({ form: 'order' })}
          >
            {t('estateTransfer.order')}
          </Button>
        )}
      </PageHeader>
      <ReadFailure failure={failure} testId="handovers-again" onAgain={() => void read()} />
      {view === null && failure === null && <Waiting testId="handovers-reading" />}
      {view !== null && (
        <PageBody ref={body} label={t('estateTransfer.title')} spaced>
          {progress.shown !== null && open !== null && <Progress progress={progress.shown} />}
          {made !== null && <MadeNote made={made} onDone={() => setMade(null)} />}
          {open?.form === 'order' && <OrderForm view={view} onClose={close} onStale={read} />}
          {open?.form === 'make' && (
            <MakeForm
              transfer={open.transfer}
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
              transfer={open.transfer}
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

type Told = VaultEvent<'estateTransfer.progress'>;

function useProgress() {
  const [shown, setShown] = useState<Told | null>(null);
  useEffect(() => bridge.onVault['estateTransfer.progress'](setShown), []);
  return { shown, end: () => setShown(null) };
}

function Progress({ progress }: { readonly progress: Told }) {
  const { t } = useTranslation();
  return (
    <section className={cx(pageCss.section)} data-testid="estate-transfer-progress">
      <ProgressBar
        share={progress.total === 0 ? null : progress.done / progress.total}
        label={t('estateTransfer.making')}
      />
      <p className="quiet">{t('estateTransfer.progress', { done: progress.done, total: progress.total })}</p>
      <div>
        <Button
          data-testid="estate-transfer-cancel-work"
          onClick={() => void bridge.vault['estateTransfer.cancel']({})}
        >
          {t('estateTransfer.cancel')}
        </Button>
      </div>
    </section>
  );
}

interface ListProps {
  readonly view: TransferList;
  readonly onOpen: (open: Open) => void;
}

function List({ view: { transfers }, onOpen }: ListProps) {
  const { t } = useTranslation();
  return (
    <>
      {transfers.length === 0 && (
        <EmptyState drawing="sheet" words={t('estateTransfer.none')} testId="handovers-none" />
      )}
      {transfers.map((transfer) => (
        <OneTransfer key={transfer.transferId} transfer={transfer} onOpen={onOpen} />
      ))}
      <p className="quiet">{t('estateTransfer.note')}</p>
    </>
  );
}

function OneTransfer({ transfer, onOpen }: { readonly transfer: TransferView } & Pick<ListProps, 'onOpen'>) {
  const { t } = useTranslation();
  const number = transferNumber(transfer.transferId);
  const title = t('estateTransfer.title1', { number, scope: transfer.estate ?? t('estateTransfer.whole') });
  const steps = stepsOf(transfer);
  return (
    <section
      className={cx(pageCss.section)}
      aria-label={title}
      data-testid="estate-transfer"
      data-state={transfer.state}
    >
      <h2>
        {title}{' '}
        <Badge tone={transfer.state === 'ordered' || transfer.state === 'writing' ? 'amber' : 'plain'}>
          {t(`estateTransfer.states.${transfer.state}`)}
        </Badge>
      </h2>
      <Facts layout="columns">
        {factsOf(t, transfer).map(([name, words]) => (
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
            aria-label={`${t(`estateTransfer.${step}`)} · ${number}`}
            data-testid={`estate-transfer-${step}`}
            onClick={() => onOpen({ form: step, transfer })}
          >
            {t(`estateTransfer.${step}`)}
          </Button>
        ))}
        {transfer.state === 'erased' && (
          <Button
            data-testid="estate-transfer-certificate"
            onClick={() => deskStore.getState().go('retention')}
          >
            {t('estateTransfer.toCertificate')}
          </Button>
        )}
      </div>
    </section>
  );
}

function stepsOf({ state, from, until }: TransferView): readonly (Step | 'make')[] {
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

function factsOf(t: Translate, one: TransferView): readonly (readonly [string, string])[] {
  const step = (at: TransferView['given']): string =>
    at === null ? '' : t('estateTransfer.by', { time: formatMoment(at.at), name: at.by });
  const facts: readonly (readonly [string, string])[] = [
    [
      t('estateTransfer.facts.to'),
      `${t(`estateTransfer.recipients.${one.to}`)} · ${one.recipient} · ${one.officer}`,
    ],
    [t('estateTransfer.facts.document'), one.document],
    [
      t('estateTransfer.facts.fields'),
      [
        t('estateTransfer.always'),
        ...one.fields.map((field) => t(`estateTransfer.fieldNames.${field}`)),
      ].join(' · '),
    ],
    [t('estateTransfer.facts.people'), String(one.people)],
    [
      t('estateTransfer.facts.ordered'),
      t('estateTransfer.both', {
        time: formatMoment(one.ordered.at),
        name: one.ordered.by,
        other: one.ordered.with,
      }),
    ],
    [
      t('estateTransfer.facts.from'),
      one.state === 'ordered' || one.state === 'failed'
        ? t('estateTransfer.window', { from: formatMoment(one.from), until: formatMoment(one.until) })
        : '',
    ],
    [t('estateTransfer.facts.given'), step(one.given)],
    [t('estateTransfer.facts.confirmed'), step(one.confirmed)],
    [t('estateTransfer.facts.stopped'), step(one.stopped)],
  ];
  return facts.filter(([, words]) => words !== '');
}
