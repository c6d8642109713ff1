/** Handovers of an estate: ordered by two, stopped by anybody, one file, a receipt, then deletion here. */
import { useEffect, useState } from 'react';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { VaultEvent } from '../../contract/events.ts';
import { transferNumber } from '../../contract/estate-transfer/lists.ts';
import type { TransferList, TransferView } from '../../contract/estate-transfer/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { deskStore } from '../pages/stores.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import pageCss from '../ui/page.module.css';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { type InList, type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { OrderForm } from './OrderForm.tsx';
import { estateTransferStore } from './stores.ts';
import { ok, fail } from '../../contract/result.ts';
import { BothForm } from '../pages/BothForm.tsx';
import { WordsForm } from '../pages/WordsForm.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { MAX_KEPT_DAYS } from '../../contract/disclosures/lists.ts';
import { useApprover } from '../pages/use-approver.tsx';
import { useDraft } from '../pages/use-draft.ts';
import { DayField } from '../ui/DayField.tsx';
import { today, dayTyped } from '../ui/days.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { hashWords } from '../disclosures/about-words.ts';
import { GivenFile } from '../pages/GivenFile.tsx';

type Open = { readonly form: 'order' } | { readonly form: Step | 'make'; readonly transfer: TransferView };

export function EstateTransferPage() {
  const { t } = useTranslation();
  const { frame, open, setOpen, close, read } = useRegisterPage<TransferList, Open>(estateTransferStore);
  // The password is here and in no store, and goes with the page.
  const [made, setMade] = useState<MadeFile | null>(null);
  const progress = useProgress();
  const onClose = (next?: TransferList): void => {
    close(next);
    progress.end();
  };
  return (
    <RegisterPage
      {...frame}
      screen="estate-transfer"
      name="handovers"
      title={t('estateTransfer.title')}
      lead={t('estateTransfer.lead')}
      buttons={
        made === null && (
          <Button
            weight="main"
            disabled={(frame.register?.people ?? 0) === 0}
            data-testid="estate-transfer-order"
            onClick={() => setOpen({ form: 'order' })}
          >
            {t('estateTransfer.order')}
          </Button>
        )
      }
      form={
        <>
          {progress.shown !== null && open !== null && <Progress progress={progress.shown} />}
          {made !== null && <MadeNote made={made} onDone={() => setMade(null)} />}
          {open?.form === 'order' && frame.register !== null && (
            <OrderForm view={frame.register} onClose={onClose} onStale={read} />
          )}
          {open?.form === 'make' && (
            <MakeForm
              transfer={open.transfer}
              onStale={read}
              onClose={(next) => {
                onClose(next?.view);
                if (next !== undefined) setMade(next);
              }}
            />
          )}
          {open !== null && open.form !== 'order' && open.form !== 'make' && (
            <StepForms step={open.form} transfer={open.transfer} onStale={read} onClose={onClose} />
          )}
        </>
      }
    >
      {({ transfers }) => (
        <>
          {transfers.length === 0 ? (
            <EmptyState drawing="sheet" words={t('estateTransfer.none')} testId="handovers-none" />
          ) : (
            <RegisterTable label={t('estateTransfer.title')} listing={TRANSFERS} rows={transfers}>
              {(one) => <TransferDrawer of={one} onOpen={setOpen} />}
            </RegisterTable>
          )}
          <p className="small quiet">{t('estateTransfer.note')}</p>
        </>
      )}
    </RegisterPage>
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

const titleOf = (t: Translate, { transferId, estate }: TransferView): string =>
  t('estateTransfer.title1', {
    number: transferNumber(transferId),
    scope: estate ?? t('estateTransfer.whole'),
  });

const TRANSFERS: Listing<TransferView> = {
  idOf: ({ transferId }) => transferId,
  marksOf: ({ state }) => ({ 'data-testid': 'estate-transfer', 'data-state': state }),
  columns: (t) => [
    { id: 'which', header: t('estateTransfer.scope'), cell: (one) => titleOf(t, one) },
    { id: 'to', header: t('estateTransfer.to'), second: true, cell: ({ recipient }) => recipient },
    {
      id: 'people',
      header: t('estateTransfer.facts.people'),
      number: true,
      second: true,
      cell: ({ people }) => people,
    },
    {
      id: 'ordered',
      header: t('estateTransfer.facts.ordered'),
      second: true,
      cell: ({ ordered }) => formatMoment(ordered.at),
    },
    {
      id: 'state',
      header: t('estateTransfer.facts.state'),
      narrow: true,
      cell: ({ state }) => (
        <Badge tone={state === 'ordered' || state === 'writing' ? 'amber' : 'plain'}>
          {t(`estateTransfer.states.${state}`)}
        </Badge>
      ),
    },
  ],
};

interface TransferDrawerProps {
  readonly of: InList<TransferView>;
  readonly onOpen: (open: Open) => void;
}

function TransferDrawer({ of, onOpen }: TransferDrawerProps) {
  const { t } = useTranslation();
  const transfer = of.row;
  const steps = stepsOf(transfer);
  return (
    <ListDrawer
      of={of}
      name="estate-transfer"
      title={titleOf(t, transfer)}
      hasSteps
      facts={factsOf(t, transfer)}
      foot={
        transfer.state === 'erased' ? (
          <Button
            data-testid="estate-transfer-certificate"
            onClick={() => deskStore.getState().go('retention')}
          >
            {t('estateTransfer.toCertificate')}
          </Button>
        ) : (
          steps.length > 0 &&
          steps.map((step) => (
            <Button
              key={step}
              weight={step === 'erase' ? 'plainDanger' : 'normal'}
              data-testid={`estate-transfer-${step}`}
              onClick={() => onOpen({ form: step, transfer })}
            >
              {t(`estateTransfer.${step}`)}
            </Button>
          ))
        )
      }
    />
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
  return [
    [t('estateTransfer.facts.state'), t(`estateTransfer.states.${one.state}`)],
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
}

type Step = 'stop' | 'confirm' | 'erase';

interface StepFormsProps {
  readonly step: Step;
  readonly transfer: TransferView;
  readonly onClose: (view?: TransferList) => void;
  readonly onStale: () => Promise<void>;
}

/** Forms for the steps of an estate transfer: stopped by one, confirmed by the recipient, deleted here by two. */
function StepForms({ step, transfer, ...form }: StepFormsProps) {
  const { t } = useTranslation();
  const { transferId, people: count } = transfer;
  const number = transferNumber(transferId);
  if (step === 'erase')
    return (
      <BothForm
        {...form}
        name="estate-transfer"
        isDanger
        title={t('estateTransfer.eraseTitle', { number, count })}
        lead={t('estateTransfer.eraseLead')}
        words={t('estateTransfer.eraseWhy')}
        yes={t('estateTransfer.erase')}
        send={async (takeProof) => {
          const reply = await bridge.vault['estateTransfer.erase']({ transferId, ...takeProof() });
          if (!reply.ok) return reply;
          const { view, people } = reply.value;
          toastsStore.getState().show({ words: (say) => say('estateTransfer.erased', { count: people }) });
          return ok(view);
        }}
      />
    );
  return (
    <WordsForm
      {...form}
      name="estate-transfer"
      title={t(`estateTransfer.${step}Title`, { number })}
      lead={t(`estateTransfer.${step}Lead`)}
      words={t(step === 'stop' ? 'estateTransfer.stopWhy' : 'estateTransfer.confirmWhat')}
      isDanger={step === 'stop'}
      yes={t(`estateTransfer.${step}`)}
      send={(said) => bridge.vault[`estateTransfer.${step}`]({ transferId, ...said })}
    />
  );
}

const DAY_MS = 86_400_000;

interface MakeFormProps {
  readonly transfer: TransferView;
  readonly onClose: (made?: MadeFile) => void;
  readonly onStale: () => Promise<void>;
}

/** The file of a handover: where it goes, until when other copies may stay, and both PINs again. */
function MakeForm({ transfer, ...form }: MakeFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ due: '' });
  const number = transferNumber(transfer.transferId);
  const approver = useApprover();
  return (
    <BothForm
      {...form}
      name="estate-transfer"
      title={t('estateTransfer.makeTitle', { number })}
      lead={t('estateTransfer.makeLead')}
      yes={t('estateTransfer.make')}
      send={async (takeProof) => {
        const picked = await bridge.shell.pickFile({ use: 'disclosure', of: 'estate-transfer' });
        if (!picked.ok) return picked;
        if (picked.value.file === null) return fail('cancelled');
        const { fileId, fileName } = picked.value.file;
        const { pin, other } = takeProof();
        const reply = await bridge.vault['estateTransfer.make']({
          transferId: transfer.transferId,
          fileId,
          dueOn: dayTyped(draft.due),
          pin,
          other,
          ...approver.take(),
        });
        return reply.ok ? ok({ ...reply.value, fileName, number }) : reply;
      }}
      onFailed={approver.onFailed}
    >
      {approver.field}
      <DayField
        {...of('due')}
        label={t('estateTransfer.dueOn')}
        required
        missing={t('estateTransfer.dueBad')}
        validate={(day) => (isWithin(day) ? null : t('estateTransfer.dueBad'))}
      />
    </BothForm>
  );
}

/** From tomorrow on and within a year. */
function isWithin(day: string): boolean {
  const days = Math.round((Date.parse(day) - Date.parse(today())) / DAY_MS);
  return days >= 1 && days <= MAX_KEPT_DAYS;
}

/** Reply about a file that was made, and the name it was saved under. */
type MadeFile = RouteReply<'estateTransfer.make'> & {
  readonly fileName: string;
  readonly number: string;
};

interface MadeNoteProps {
  readonly made: MadeFile;
  readonly onDone: () => void;
}

/** The file was made: its password, once. */
function MadeNote({ made: { password, sha256, fileName, number }, onDone }: MadeNoteProps) {
  const { t } = useTranslation();
  return (
    <GivenFile
      title={t('estateTransfer.given.title', { number, file: fileName })}
      passwordWords={t('estateTransfer.given.password')}
      password={password}
      ways={[t('estateTransfer.given.way')]}
      hash={['SHA-256', hashWords(sha256)]}
      done={t('estateTransfer.given.done')}
      testIds={{
        note: 'estate-transfer-made',
        password: 'estate-transfer-password',
        done: 'estate-transfer-done',
      }}
      onDone={onDone}
    />
  );
}
