/** ID numbers: what the company has decided and what follows from it, whose may not be kept as a work list, and their removal by two people. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { ID_CHOICES, type IdChoice } from '../../contract/id-numbers/lists.ts';
import type { IdHolder, IdNumbersView } from '../../contract/id-numbers/routes.ts';
import type { Failure, Result } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { openPerson } from '../current-record/open-person.ts';
import { formatDate } from '../messages/format.ts';
import { useTranslation } from '../messages/translate.ts';
import { useDesk } from '../pages/desk-context.ts';
import { BothForm } from '../pages/BothForm.tsx';
import { deskStore } from '../pages/stores.ts';
import { useDraft } from '../pages/use-draft.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { WorkProgress } from '../pages/WorkProgress.tsx';
import { WordsForm } from '../pages/WordsForm.tsx';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { ReadFirst } from '../ui/ReadFirst.tsx';
import { idNumbersStore, removingStore } from './stores.ts';

export function IdNumbersPage() {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  const { frame, open, setOpen, close } = useRegisterPage<IdNumbersView, 'decide' | 'remove'>(idNumbersStore);
  const { isRunning } = useStore(removingStore);
  return (
    <RegisterPage
      {...frame}
      screen="id-numbers"
      name="id-numbers"
      title={t('idNumbers.title')}
      lead={t('idNumbers.lead')}
      buttons={
        frame.register !== null &&
        !isRunning && <Begin view={frame.register} isAdmin={role === 'admin'} onOpen={setOpen} />
      }
      form={
        open === 'decide' ? (
          <DecideForm onClose={close} />
        ) : (
          open === 'remove' && frame.register !== null && <RemoveForm view={frame.register} onClose={close} />
        )
      }
    >
      {(view) => (
        <>
          {isRunning && <Removing />}
          <Standing view={view} />
          <Holders key={`${view.choice} ${view.without}`} />
        </>
      )}
    </RegisterPage>
  );
}

interface BeginProps {
  readonly view: IdNumbersView;
  readonly isAdmin: boolean;
  readonly onOpen: (open: 'decide' | 'remove') => void;
}

function Begin({ view: { choice }, isAdmin, onOpen }: BeginProps) {
  const { t } = useTranslation();
  return (
    <>
      {isAdmin && (
        <Button
          weight={choice === null ? 'main' : 'normal'}
          data-testid="id-numbers-decide"
          onClick={() => onOpen('decide')}
        >
          {t(choice === null ? 'idNumbers.decide' : 'idNumbers.change')}
        </Button>
      )}
      {choice !== null && (
        <Button data-testid="id-numbers-remove" onClick={() => onOpen('remove')}>
          {t('idNumbers.remove')}
        </Button>
      )}
    </>
  );
}

function Standing({ view }: { readonly view: IdNumbersView }) {
  const { choice, chosen, holders, without, removed, wordsOpen } = view;
  const { t } = useTranslation();
  return (
    <>
      {choice === null && (
        <Note testId="id-numbers-undecided">
          <p>{t('idNumbers.undecided')}</p>
        </Note>
      )}
      {wordsOpen && (
        <Note testId="id-numbers-words-open">
          <p>{t('idNumbers.wordsOpen')}</p>
        </Note>
      )}
      <Facts layout="columns" framed testId="id-numbers-standing">
        {choice !== null && (
          <Fact name={t('idNumbers.decision')} testId="id-numbers-choice">
            {t(`idNumbers.choices.${choice}`)}
            {chosen !== null && (
              <small>
                {t('idNumbers.chosen', {
                  day: formatDate(chosen.at),
                  name: chosen.by,
                  words: chosen.words,
                })}
              </small>
            )}
          </Fact>
        )}
        <Fact name={t('idNumbers.holders')}>{holders}</Fact>
        <Fact name={t('idNumbers.without')} testId="id-numbers-without">
          {without}
        </Fact>
      </Facts>
      {choice !== null && (
        <details>
          <summary>{t('idNumbers.meaning')}</summary>
          <Means of={choice} />
        </details>
      )}
      {removed && (
        <div className="line3">
          <Button data-testid="id-numbers-to-retention" onClick={() => deskStore.getState().go('retention')}>
            {t('idNumbers.toRetention')}
          </Button>
        </div>
      )}
    </>
  );
}

/** What follows from a choice, and what counts. */
function Means({ of }: { readonly of: IdChoice }) {
  const { t } = useTranslation();
  return (
    <ul className="stack2 bullets quiet" data-testid={`id-numbers-means-${of}`}>
      <li>{t(`idNumbers.means.${of}.kept`)}</li>
      <li>{t(`idNumbers.means.${of}.gone`)}</li>
      <li>{t('idNumbers.counts')}</li>
    </ul>
  );
}

/** Nothing is chosen beforehand. */
function DecideForm({ onClose }: { readonly onClose: (view?: IdNumbersView) => void }) {
  const { t } = useTranslation();
  const { draft, of } = useDraft<{ 'id-choice': IdChoice | null }>({ 'id-choice': null });
  const choice = draft['id-choice'];
  return (
    <WordsForm
      name="id-numbers"
      title={t('idNumbers.choose')}
      lead={t('idNumbers.lead')}
      words={t('idNumbers.why')}
      yes={t('idNumbers.decide')}
      ready={choice !== null}
      toast={(say) => say('idNumbers.decided')}
      send={(said) => bridge.vault['idNumbers.decide']({ choice: choice ?? 'none', ...said })}
      onClose={onClose}
    >
      <Chips
        {...of('id-choice')}
        label={t('idNumbers.choose')}
        choices={choicesOf(ID_CHOICES, (one) => t(`idNumbers.choices.${one}`))}
        testId="id-choice"
      />
      {choice !== null && <Means of={choice} />}
    </WordsForm>
  );
}

/** What stops working is said before it does. */
function RemoveForm({
  view: { choice, without, values, merges, held, unread },
  onClose,
}: {
  readonly view: IdNumbersView;
  readonly onClose: (view?: IdNumbersView) => void;
}) {
  const { t } = useTranslation();
  const stops = [
    t('idNumbers.stops.use'),
    choice === 'consent' && t('idNumbers.stops.later'),
    merges > 0 && t('idNumbers.stops.merges', { count: merges }),
    held > 0 && t('idNumbers.stops.held', { count: held }),
    t('idNumbers.stops.words'),
    unread > 0 && t('idNumbers.stops.unread', { count: unread }),
    t('idNumbers.stops.backups'),
  ].filter((words) => words !== false);
  return (
    <BothForm
      name="id-numbers"
      isDanger
      title={t('idNumbers.removeTitle')}
      lead={t('idNumbers.removeLead', { people: without - held, values })}
      words={t('idNumbers.why')}
      yes={t('idNumbers.remove')}
      send={async (takeProof) => removeAll(takeProof())}
      onClose={onClose}
    >
      <ReadFirst>
        <ul className="stack2 bullets" data-testid="id-numbers-stops">
          {stops.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </ReadFirst>
    </BothForm>
  );
}

/** Once it is said what was done, how it stands then. */
async function removeAll(
  request: Parameters<(typeof bridge.vault)['retention.eraseIds']>[0],
): Promise<Result<IdNumbersView>> {
  removingStore.setState({ isRunning: true, progress: null });
  try {
    const reply = await bridge.vault['retention.eraseIds'](request);
    if (!reply.ok) return reply;
    const { people, texts } = reply.value;
    toastsStore.getState().show({ words: (say) => say('idNumbers.removedNow', { people, texts }) });
    return await bridge.vault['idNumbers.read']({});
  } finally {
    removingStore.setState({ isRunning: false });
  }
}

function Removing() {
  const { t } = useTranslation();
  const { progress } = useStore(removingStore);
  const [isStopping, setIsStopping] = useState(false);
  useEffect(
    () => bridge.onVault['retention.progress']((now) => removingStore.setState({ progress: now })),
    [],
  );
  return (
    <WorkProgress
      words={t('idNumbers.removing')}
      progress={progress}
      testId="id-numbers-removing"
      stop={{
        testId: 'id-numbers-stop',
        waits: isStopping,
        onStop: () => {
          setIsStopping(true);
          void bridge.vault['retention.cancel']({});
        },
      }}
    />
  );
}

/** Each opens at the counter, where a consent is entered or the number removed. */
function Holders() {
  const { t } = useTranslation();
  const { rows, next, failure, more } = useHolders();
  if (failure !== null) return <FailureNote failure={failure} />;
  if (rows === null) return <Waiting testId="id-numbers-listing" />;
  return (
    <section className={cx(pageCss.section)} aria-label={t('idNumbers.list')}>
      <h2>{t('idNumbers.list')}</h2>
      {rows.length === 0 ? (
        <EmptyState small drawing="check" words={t('idNumbers.none')} testId="id-numbers-none" />
      ) : (
        <RegisterTable
          label={t('idNumbers.list')}
          listing={HOLDERS}
          rows={rows}
          shown={null}
          onShow={(one) => one !== null && openPerson(one.personId)}
        />
      )}
      {next !== null && (
        <div className="line3">
          <Button data-testid="id-numbers-more" onClick={more}>
            {t('common.more')}
          </Button>
        </div>
      )}
    </section>
  );
}

function useHolders() {
  const [rows, setRows] = useState<readonly IdHolder[] | null>(null);
  const [next, setNext] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = async (after: number): Promise<void> => {
    const reply = await bridge.vault['idNumbers.without']({ after });
    if (!reply.ok) return setFailure(reply.error);
    setRows((before) => [...(after === 0 ? [] : (before ?? [])), ...reply.value.rows]);
    setNext(reply.value.next);
  };
  useEffect(() => {
    void read(0);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the list is drawn anew where the count changes
  }, []);
  return { rows, next, failure, more: () => void read(next ?? 0) };
}

const HOLDERS: Listing<IdHolder> = {
  idOf: ({ personId }) => personId,
  marksOf: () => ({ 'data-testid': 'id-numbers-row' }),
  words: (t, { room, nameMask }) =>
    t('idNumbers.open', { room: room === '' ? t('idNumbers.noRoom') : room, name: nameMask }),
  columns: (t) => [
    {
      id: 'room',
      header: t('idNumbers.room'),
      narrow: true,
      cell: ({ room }) => (room === '' ? t('idNumbers.noRoom') : room),
    },
    { id: 'name', header: t('searchKinds.name'), cell: ({ nameMask }) => nameMask },
  ],
};
