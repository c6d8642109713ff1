/** The register of paper: what there is, who keeps it and until when; taken in, counted, given back, destroyed. */
import { useCallback, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import { paperNumber } from '../../contract/paper-register/lists.ts';
import type { PaperRegister, PaperView } from '../../contract/paper-register/routes.ts';
import { askPrint } from '../page-intents/print-store.ts';
import { AttachForm } from '../attachments/AttachForm.tsx';
import { AttachmentDialog } from '../attachments/AttachmentDialog.tsx';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { ledTo } from '../pages/lead-store.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { Badge, dueTone } from '../ui/Badge.tsx';
import { Actions } from '../ui/Actions.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { dueWords } from '../messages/due-words.ts';
import { isSought } from './is-sought.ts';
import { NoPaperForm, NoPaperNote } from './NoPaper.tsx';
import { type PaperAct, PaperDrawer } from './PaperDrawer.tsx';
import { PaperFactsForm } from './PaperFactsForm.tsx';
import css from './paper-register.module.css';
import { PaperStepForm } from './PaperStepForm.tsx';
import { paperRegisterStore } from './stores.ts';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Chips } from '../ui/Chips.tsx';
import { Form } from '../ui/Form.tsx';
import { choicesOf } from '../ui/Select.tsx';

type Open =
  | { readonly form: 'takeIn' | 'count' | 'stateNone' }
  | { readonly form: PaperAct; readonly paper: PaperView };

export function PaperRegisterPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { frame, open, setOpen, close, read } = useRegisterPage<PaperRegister, Open>(paperRegisterStore, () =>
    ledTo('paper') === null ? null : { form: 'takeIn' },
  );
  const isOwn = signedIn.role === 'receptionist';
  const [isLed] = useState(() => ledTo('paper') !== null);
  /** Whoever was led to old paper goes on from taking it in to its destruction. */
  const closeForm = (register?: PaperRegister): void => {
    const known = new Set(frame.register?.papers.map(({ paperId }) => paperId));
    const added = register?.papers.find(({ paperId }) => !known.has(paperId));
    close(register);
    if (isLed && open?.form === 'takeIn' && added !== undefined) setOpen({ form: 'destroy', paper: added });
  };
  const kept = frame.register?.papers.filter(({ state }) => state === 'kept') ?? [];
  const isEmpty = frame.register?.papers.length === 0 && frame.register.destroyed.length === 0;
  const counts = !isOwn && kept.length > 0;
  return (
    <RegisterPage
      {...frame}
      screen="paper-register"
      name="papers"
      title={t('papers.title')}
      lead={t(isOwn ? 'papers.leadOwn' : 'papers.lead')}
      buttons={
        <Actions
          name="papers"
          list={[
            !isEmpty && {
              testId: 'paper-take-in',
              words: t('papers.takeIn'),
              weight: 'main',
              icon: 'plus',
              disabled: frame.register === null,
              run: () => setOpen({ form: 'takeIn' }),
            },
            counts && {
              testId: 'paper-count',
              words: t('papers.count'),
              run: () => setOpen({ form: 'count' }),
            },
            counts && {
              testId: 'paper-print-count',
              words: t('papers.printCount'),
              run: () => askPrint('count-sheet'),
            },
            {
              testId: 'paper-print',
              words: t('print.title'),
              run: () => deskStore.getState().go('print'),
            },
            !isOwn &&
              frame.register?.papers.length === 0 && {
                testId: 'paper-state-none',
                words: t(frame.register.noPaper === null ? 'papers.noPaper.state' : 'papers.noPaper.again'),
                run: () => setOpen({ form: 'stateNone' }),
              },
          ]}
        />
      }
      form={open !== null && <OpenForm open={open} kept={kept} onClose={closeForm} onStale={read} />}
    >
      {(register) => (
        <>
          {!isOwn && register.papers.length === 0 && <NoPaperNote noPaper={register.noPaper} />}
          <Lists register={register} isOwn={isOwn} onOpen={setOpen} />
        </>
      )}
    </RegisterPage>
  );
}

interface OpenFormProps {
  readonly open: Open;
  readonly kept: readonly PaperView[];
  readonly onClose: (register?: PaperRegister) => void;
  readonly onStale: () => Promise<void>;
}

function OpenForm({ open, kept, ...form }: OpenFormProps) {
  switch (open.form) {
    case 'takeIn':
      return <PaperFactsForm paper={null} {...form} />;
    case 'count':
      return <CountForm papers={kept} {...form} />;
    case 'stateNone':
      return <NoPaperForm {...form} />;
    case 'change':
      return <PaperFactsForm paper={open.paper} {...form} />;
    case 'attach': {
      const { paperId, version, title } = open.paper;
      return (
        <AttachForm
          about={`${paperNumber(paperId)} · ${title}`}
          send={(fileId, showsOn) => bridge.vault['papers.attach']({ paperId, version, fileId, showsOn })}
          {...form}
        />
      );
    }
    default:
      return <PaperStepForm step={open.form} paper={open.paper} {...form} />;
  }
}

interface ListsProps {
  readonly register: PaperRegister;
  readonly isOwn: boolean;
  readonly onOpen: (open: Open) => void;
}

function Lists({ register: { papers, destroyed, noPaper }, isOwn, onOpen }: ListsProps) {
  const { t } = useTranslation();
  const [sought, setSought] = useState('');
  const [opened, setOpened] = useState<number | null>(null);
  const here = papers.filter((paper) => isSought(paper, sought));
  const gone = destroyed.filter((paper) => isSought(paper, sought));
  const [looked, setLooked] = useState<AttachmentView | null>(null);
  const removing = useSubmit();
  const all = [...here, ...gone];
  const closeLooked = useCallback(() => setLooked(null), [setLooked]);
  const isStated = !isOwn && noPaper?.isOver === false;
  const none = isStated ? 'papers.noPaper.none' : isOwn ? 'papers.noneOwn' : 'papers.none';
  if (papers.length + destroyed.length === 0)
    return (
      <EmptyState drawing={isStated ? 'check' : 'paper'} words={t(none)} testId="papers-none">
        <Button
          weight={isStated ? 'normal' : 'main'}
          data-testid="paper-take-in"
          onClick={() => onOpen({ form: 'takeIn' })}
        >
          {t('papers.takeIn')}
        </Button>
      </EmptyState>
    );
  return (
    <>
      <div className={cx(css.find)}>
        <TextInput
          type="search"
          aria-label={t('papers.find')}
          placeholder={t('papers.find')}
          value={sought}
          maxLength={60}
          data-testid="paper-find"
          onChange={(event) => setSought(event.currentTarget.value)}
          onKeyDown={(event) => {
            // A scanner ends what it types with Enter.
            if (event.key === 'Enter' && all.length === 1) setOpened(all[0]?.paperId ?? null);
          }}
        />
      </div>
      {all.length === 0 && (
        <EmptyState drawing="search" words={t('papers.noneFound')} live testId="papers-none-found" />
      )}
      {all.length > 0 && (
        <RegisterTable
          label={t('papers.title')}
          listing={PAPERS}
          groups={[
            ...(here.length === 0
              ? []
              : [{ id: 'here', heading: t('papers.here', { count: here.length }), rows: here }]),
            ...(gone.length === 0
              ? []
              : [{ id: 'gone', heading: t('papers.gone', { count: gone.length }), rows: gone }]),
          ]}
          shown={opened}
          onShow={(paper) => setOpened(paper?.paperId ?? null)}
        >
          {(one) => (
            <PaperDrawer
              of={one}
              onAct={(act) => onOpen({ form: act, paper: one.row })}
              onLook={setLooked}
              onRemove={({ attachmentId }) => {
                const { paperId, version } = one.row;
                void removing.submit(
                  () => bridge.vault['papers.detach']({ paperId, version, attachmentId }),
                  paperRegisterStore.getState().show,
                );
              }}
            />
          )}
        </RegisterTable>
      )}
      <FailureNote failure={removing.failure} />
      {looked !== null && <AttachmentDialog attachment={looked} onClose={closeLooked} />}
    </>
  );
}

const PAPERS: Listing<PaperView> = {
  idOf: ({ paperId }) => paperId,
  marksOf: ({ state, daysLeft }) => ({
    'data-testid': 'paper-row',
    'data-state': daysLeft !== null && daysLeft < 0 ? 'overdue' : state,
  }),
  columns: (t) => [
    {
      id: 'paper',
      header: t('papers.columns.paper'),
      cell: ({ paperId, title }) => `${paperNumber(paperId)} · ${title}`,
    },
    {
      id: 'sort',
      header: t('papers.columns.sort'),
      narrow: true,
      cell: ({ sort }) => t(`papers.sorts.${sort}`),
    },
    {
      id: 'custodian',
      header: t('papers.columns.custodian'),
      second: true,
      cell: ({ custodian }) =>
        custodian.slotId === null ? `${custodian.name}${t('papers.left')}` : custodian.name,
    },
    { id: 'place', header: t('papers.columns.place'), second: true, cell: ({ place }) => place },
    { id: 'due', header: t('papers.columns.due'), narrow: true, cell: (paper) => <State paper={paper} /> },
    {
      id: 'counted',
      header: t('papers.columns.counted'),
      narrow: true,
      second: true,
      cell: ({ counted }) =>
        counted === null
          ? null
          : t(`papers.facts.${counted.there ? 'there' : 'missing'}`, { time: formatMoment(counted.at) }),
    },
  ],
};

function State({ paper }: { readonly paper: PaperView }) {
  const { t } = useTranslation();
  const { state, daysLeft } = paper;
  if (state !== 'kept')
    return <Badge tone={state === 'lost' ? 'harm' : 'plain'}>{t(`papers.states.${state}`)}</Badge>;
  return <Badge tone={dueTone(daysLeft)}>{dueWords(t, paper)}</Badge>;
}

const FOUND = ['there', 'missing'] as const;
type Found = (typeof FOUND)[number];

interface CountFormProps {
  readonly papers: readonly PaperView[];
  readonly onClose: (register?: PaperRegister) => void;
  readonly onStale: () => Promise<void>;
}

/** The cabinet is counted: each paper there or not, then the own PIN. */
function CountForm({ papers, onClose, onStale }: CountFormProps) {
  const { t } = useTranslation();
  const [found, setFound] = useState<ReadonlyMap<number, Found>>(new Map());
  const markDirty = useUnsaved();
  const ids = papers.map(({ paperId }) => paperId);
  const there = ids.filter((paperId) => found.get(paperId) === 'there');
  const missing = found.size - there.length;
  return (
    <Form
      name="paper"
      title={t('papers.countTitle')}
      lead={t('papers.countLead')}
      yes={
        found.size < ids.length ? t('papers.count') : t('papers.countYes', { there: there.length, missing })
      }
      pin="last"
      send={({ pin }) => bridge.vault['papers.count']({ counted: ids, there, pin })}
      toast={(say) => say(missing === 0 ? 'papers.countWhole' : 'papers.countDone')}
      onClose={onClose}
      onStale={onStale}
    >
      <div className={cx(css.counted)}>
        {papers.map(({ paperId, title, place }) => (
          <Chips
            key={paperId}
            label={`${paperNumber(paperId)} · ${title} · ${place}`}
            choices={choicesOf(FOUND, (one) => t(`papers.countFound.${one}`))}
            value={found.get(paperId) ?? null}
            required
            testId={`paper-count-${paperNumber(paperId)}`}
            onChange={(one) => {
              markDirty();
              setFound((before) => new Map(before).set(paperId, one));
            }}
          />
        ))}
      </div>
    </Form>
  );
}
