/** Files that leave the house: what is out and until when; a personal copy, an extract, a roster; and the password of what was made, once. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation, type Translate } from '../messages/translate.ts';
import {
  DISCLOSURE_KINDS,
  type DisclosureKind,
  disclosureNumber,
  DISCLOSURE_ENDS,
  type DisclosureEnd,
} from '../../contract/disclosures/lists.ts';
import type { DisclosureRegister, DisclosureView } from '../../contract/disclosures/routes.ts';
import { dueWords } from '../messages/due-words.ts';
import { personStore } from '../current-record/stores.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { Badge, dueTone } from '../ui/Badge.tsx';
import { Actions } from '../ui/Actions.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Form } from '../ui/Form.tsx';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { type Listing, RegisterTable, type InList } from '../ui/RegisterTable.tsx';
import { aboutWords, isOut, recipientWords, hashWords } from './about-words.ts';
import { ExtractForm } from './ExtractForm.tsx';
import type { Made } from './GiveForm.tsx';
import { OwnCopyForm } from './OwnCopyForm.tsx';
import { RosterForm } from './RosterForm.tsx';
import { disclosuresStore } from './stores.ts';
import { GivenFile } from '../pages/GivenFile.tsx';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { Chips } from '../ui/Chips.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { isReasonValid, WordsField } from '../ui/WordsField.tsx';
import type { Failure } from '../../contract/result.ts';
import { openIncidentFrom } from '../page-intents/incident-store.ts';
import { formatMoment } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { toastsStore } from '../ui/toasts.ts';

/** A handover has a page of its own. */
type GivenHere = Exclude<DisclosureKind, 'estate-transfer'>;
const GIVEN_HERE = DISCLOSURE_KINDS.filter((kind): kind is GivenHere => kind !== 'estate-transfer');

type Open =
  | { readonly form: GivenHere }
  | { readonly form: 'recall' | 'end'; readonly disclosure: DisclosureView };

export function DisclosuresPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { frame, open, setOpen, close, read } = useRegisterPage<DisclosureRegister, Open>(disclosuresStore);
  // The password is here and in no store, and goes with the page.
  const [made, setMade] = useState<Made | null>(null);
  const isAdmin = signedIn.role === 'admin';
  const kinds = GIVEN_HERE.filter((kind) => !isAdmin || kind === 'roster');
  const given = (next?: Made): void => {
    close(next?.given.register);
    setMade(next ?? null);
  };
  return (
    <RegisterPage
      {...frame}
      screen="disclosures"
      name="disclosures"
      title={t('disclosures.title')}
      lead={t(isAdmin ? 'disclosures.leadAdmin' : 'disclosures.lead')}
      buttons={
        <Actions
          name="disclosures"
          list={kinds.map((kind, at) => ({
            testId: `disclosure-give-${kind}`,
            words: t(`disclosures.give.${kind}`),
            weight: at === 0 ? 'main' : 'normal',
            disabled: frame.register === null,
            run: () => setOpen({ form: kind }),
          }))}
        />
      }
      form={open !== null && <OpenForm open={open} onGiven={given} onClose={close} onStale={read} />}
    >
      {(register) => (
        <>
          {made !== null && <GivenNote made={made} onDone={() => setMade(null)} />}
          <List register={register} onOpen={setOpen} />
        </>
      )}
    </RegisterPage>
  );
}

interface OpenFormProps {
  readonly open: Open;
  readonly onGiven: (made?: Made) => void;
  readonly onClose: (register?: DisclosureRegister) => void;
  readonly onStale: () => Promise<void>;
}

function OpenForm({ open, onGiven, onClose, onStale }: OpenFormProps) {
  const { t } = useTranslation();
  const person = useStore(personStore, (state) => state.person);
  if ('disclosure' in open)
    return (
      <DisclosureStepForm step={open.form} disclosure={open.disclosure} onClose={onClose} onStale={onStale} />
    );
  if (open.form === 'roster') return <RosterForm onClose={onGiven} />;
  if (person === null)
    return (
      <Form
        name="disclosure-no-person"
        title={t(`disclosures.give.${open.form}`)}
        lead={t('disclosures.noPerson')}
        yes={t('disclosures.toCounter')}
        send={() => deskStore.getState().go('counter')}
        onClose={() => onClose()}
      />
    );
  return open.form === 'own-copy' ? (
    <OwnCopyForm person={person} onClose={onGiven} />
  ) : (
    <ExtractForm person={person} onClose={onGiven} />
  );
}

interface ListProps {
  readonly register: DisclosureRegister;
  readonly onOpen: (open: Open) => void;
}

function List({ register: { disclosures, more }, onOpen }: ListProps) {
  const { t } = useTranslation();
  if (disclosures.length === 0)
    return <EmptyState drawing="sheet" words={t('disclosures.none')} testId="disclosures-none" />;
  return (
    <>
      <RegisterTable label={t('disclosures.title')} listing={DISCLOSURES} rows={disclosures}>
        {(one) => <DisclosureDrawer of={one} onAct={(form) => onOpen({ form, disclosure: one.row })} />}
      </RegisterTable>
      {more && <p className="quiet">{t('disclosures.more')}</p>}
    </>
  );
}

const DISCLOSURES: Listing<DisclosureView> = {
  idOf: ({ disclosureId }) => disclosureId,
  marksOf: (one) => ({
    'data-testid': 'disclosure-row',
    'data-state': isOut(one) && (one.daysLeft ?? 0) < 0 ? 'overdue' : one.state,
  }),
  columns: (t) => [
    {
      id: 'which',
      header: t('disclosures.columns.which'),
      cell: ({ disclosureId, kind }) =>
        `${disclosureNumber(disclosureId)} · ${t(`disclosures.kinds.${kind}`)}`,
    },
    { id: 'about', header: t('disclosures.columns.about'), second: true, cell: (one) => aboutWords(t, one) },
    { id: 'recipient', header: t('disclosures.columns.recipient'), cell: (one) => recipientWords(t, one) },
    { id: 'made', header: t('disclosures.columns.made'), second: true, cell: ({ made }) => made.by },
    {
      id: 'due',
      header: t('disclosures.columns.due'),
      narrow: true,
      cell: (one) => <State disclosure={one} />,
    },
  ],
};

function State({ disclosure }: { readonly disclosure: DisclosureView }) {
  const { t } = useTranslation();
  const { state, daysLeft } = disclosure;
  if (isOut(disclosure) && daysLeft !== null) {
    if (daysLeft < 0 || state === 'given')
      return <Badge tone={dueTone(daysLeft)}>{dueWords(t, disclosure)}</Badge>;
  }
  return (
    <Badge tone={state === 'writing' || state === 'failed' || state === 'recalled' ? 'amber' : 'plain'}>
      {t(`disclosures.states.${state}`)}
    </Badge>
  );
}

interface GivenNoteProps {
  readonly made: Made;
  readonly onDone: () => void;
}

/** A file was made: its password, once, how it is opened and how the password is handed over. */
function GivenNote({ made: { given, fileName }, onDone }: GivenNoteProps) {
  const { t } = useTranslation();
  const { disclosureId, password, register, sha256 } = given;
  const number = disclosureNumber(disclosureId);
  const format = register.disclosures.find((one) => one.disclosureId === disclosureId)?.format ?? 'pdf';
  return (
    <GivenFile
      title={t('disclosures.given.title', { number, file: fileName })}
      passwordWords={t('disclosures.given.password')}
      password={password}
      ways={[t('disclosures.given.way'), t(`disclosures.given.opens.${format}`), t('disclosures.given.lost')]}
      hash={[t('disclosures.facts.sha256'), hashWords(sha256)]}
      done={t('disclosures.given.done')}
      testIds={{ note: 'disclosure-given', password: 'disclosure-password', done: 'disclosure-done' }}
      onDone={onDone}
    />
  );
}

interface DisclosureStepFormProps {
  readonly step: 'recall' | 'end';
  readonly disclosure: DisclosureView;
  readonly onClose: (register?: DisclosureRegister) => void;
  readonly onStale: () => Promise<void>;
}

/** Form that recalls or ends a file that was disclosed. */
function DisclosureStepForm({ step, disclosure, ...form }: DisclosureStepFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft<{ how: DisclosureEnd; words: string }>({ how: 'deleted', words: '' });
  const { disclosureId, version } = disclosure;
  const number = disclosureNumber(disclosureId);
  const about = { disclosureId, version, words: draft.words.trim() };
  return (
    <Form
      {...form}
      name="disclosure"
      title={t(`disclosures.${step}Title`, { number })}
      lead={t(`disclosures.${step}Lead`)}
      yes={t(`disclosures.${step}`)}
      ready={isReasonValid(draft.words)}
      pin="last"
      send={({ pin }) =>
        step === 'recall'
          ? bridge.vault['disclosures.recall']({ ...about, pin })
          : bridge.vault['disclosures.end']({ ...about, how: draft.how, pin })
      }
    >
      {step === 'end' && (
        <Chips
          {...of('how')}
          label={t('disclosures.endHow')}
          choices={choicesOf(DISCLOSURE_ENDS, (how) => t(`disclosures.ends.${how}`))}
        />
      )}
      <WordsField
        {...of('words')}
        label={t(step === 'recall' ? 'disclosures.recallWhy' : 'disclosures.endWhat')}
      />
    </Form>
  );
}

interface DisclosureDrawerProps {
  readonly of: InList<DisclosureView>;
  readonly onAct: (step: 'recall' | 'end') => void;
}

/** One file that left the house in full, with what may become of it. */
function DisclosureDrawer({ of, onAct }: DisclosureDrawerProps) {
  const { t } = useTranslation();
  const disclosure = of.row;
  const note = useNote(disclosure.disclosureId);
  return (
    <ListDrawer
      of={of}
      name="disclosure"
      title={`${disclosureNumber(disclosure.disclosureId)} · ${t(`disclosures.kinds.${disclosure.kind}`)}`}
      hasSteps
      facts={factsOf(t, disclosure)}

      foot={
        isOut(disclosure) && (
          <>
            {disclosure.state === 'recalled' ? (
              <Button disabled={note.isBusy} data-testid="disclosure-note" onClick={() => void note.write()}>
                {t('disclosures.note')}
              </Button>
            ) : (
              <Button data-testid="disclosure-recall" onClick={() => onAct('recall')}>
                {t('disclosures.recall')}
              </Button>
            )}
            <Button data-testid="disclosure-end" onClick={() => onAct('end')}>
              {t('disclosures.end')}
            </Button>
            <Button
              weight="plainDanger"
              data-testid="disclosure-incident"
              onClick={() => openIncidentFrom({ origin: 'file', disclosureId: disclosure.disclosureId })}
            >
              {t('incidents.from')}
            </Button>
          </>
        )
      }
    >
      <FailureNote failure={note.failure} />
    </ListDrawer>
  );
}

/** The letter of a recall, written where somebody says. */
function useNote(disclosureId: number) {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = async (): Promise<void> => {
    setIsBusy(true);
    const picked = await bridge.shell.pickFile({ use: 'disclosure', of: 'recall-note' });
    const file = picked.ok ? picked.value.file : null;
    const reply =
      file === null ? null : await bridge.vault['disclosures.note']({ fileId: file.fileId, disclosureId });
    setIsBusy(false);
    setFailure(picked.ok ? (reply?.ok === false ? reply.error : null) : picked.error);
    if (reply?.ok === true && file !== null)
      toastsStore.getState().show({ words: (say) => say('disclosures.noted', { file: file.fileName }) });
  };
  return { isBusy, failure, write };
}

/** Returns the known facts of a disclosure as pairs of name and words, and nothing for those that are unknown. */
function factsOf(t: Translate, one: DisclosureView): readonly (readonly [string, string])[] {
  const { made, recalledAt, ended } = one;
  const time = formatMoment(made.at);
  return [
    [t('disclosures.facts.kind'), t(`disclosures.kinds.${one.kind}`)],
    [t('disclosures.facts.format'), t(`disclosures.formats.${one.format}`)],
    [t('disclosures.columns.about'), aboutWords(t, one)],
    [t('disclosures.columns.recipient'), recipientWords(t, one)],
    [t('disclosures.facts.officer'), one.officer],
    [t('disclosures.facts.document'), one.document],
    [t('disclosures.facts.purpose'), one.purpose],
    [
      t('disclosures.facts.made'),
      made.with === null
        ? t('disclosures.facts.by', { time, name: made.by })
        : t('disclosures.facts.byBoth', { time, name: made.by, other: made.with }),
    ],
    [t('disclosures.facts.due'), isOut(one) ? dueWords(t, one) : (one.dueOn ?? '')],
    [t('disclosures.facts.recalled'), recalledAt === null ? '' : formatMoment(recalledAt)],
    [
      t('disclosures.facts.ended'),
      ended === null
        ? ''
        : `${t('disclosures.facts.by', { time: formatMoment(ended.at), name: ended.by })} ${t(`disclosures.ends.${ended.how}`)}`,
    ],
    [t('disclosures.facts.sha256'), hashWords(one.sha256)],
  ];
}
