/** ID numbers: what the company has decided and what follows from it, and whose may not be kept as a work list. */
import { useEffect, useState } from 'react';
import { ID_CHOICES, type IdChoice } from '../../contract/id-numbers/lists.ts';
import type { IdHolder, IdNumbersView } from '../../contract/id-numbers/routes.ts';
import type { Failure } from '../../contract/result.ts';
import { bridge } from '../bridge.ts';
import { openPerson } from '../current-record/open-person.ts';
import { formatDate } from '../messages/format.ts';
import { useTranslation } from '../messages/translate.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useDraft } from '../pages/use-draft.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { WordsForm } from '../pages/WordsForm.tsx';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import formCss from '../ui/form.module.css';
import { FailureNote, Note } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { idNumbersStore } from './stores.ts';

export function IdNumbersPage() {
  const { t } = useTranslation();
  const { role } = useDesk().signedIn;
  const { frame, open, setOpen, close } = useRegisterPage<IdNumbersView, 'decide'>(idNumbersStore);
  return (
    <RegisterPage
      {...frame}
      screen="id-numbers"
      name="id-numbers"
      title={t('idNumbers.title')}
      lead={t('idNumbers.lead')}
      buttons={
        frame.register !== null &&
        role === 'admin' && (
          <Button
            weight={frame.register.choice === null ? 'main' : 'normal'}
            data-testid="id-numbers-decide"
            onClick={() => setOpen('decide')}
          >
            {t(frame.register.choice === null ? 'idNumbers.decide' : 'idNumbers.change')}
          </Button>
        )
      }
      form={open === 'decide' && <DecideForm onClose={close} />}
    >
      {(view) => (
        <>
          <Standing view={view} />
          <Holders key={`${view.choice} ${view.without}`} />
        </>
      )}
    </RegisterPage>
  );
}

function Standing({ view: { choice, chosen, holders, without } }: { readonly view: IdNumbersView }) {
  const { t } = useTranslation();
  return (
    <>
      {choice === null && (
        <Note kind="warn" testId="id-numbers-undecided">
          <p>{t('idNumbers.undecided')}</p>
        </Note>
      )}
      <Facts layout="columns" framed testId="id-numbers-standing">
        {choice !== null && (
          <Fact name={t('idNumbers.decision')} testId="id-numbers-choice">
            {t(`idNumbers.choices.${choice}`)}
            {chosen !== null && (
              <>
                <br />
                <span className="quiet">
                  {t('idNumbers.chosen', {
                    day: formatDate(chosen.at),
                    name: chosen.by,
                    words: chosen.words,
                  })}
                </span>
              </>
            )}
          </Fact>
        )}
        <Fact name={t('idNumbers.holders')}>{holders}</Fact>
        <Fact name={t('idNumbers.without')} testId="id-numbers-without">
          {without}
        </Fact>
      </Facts>
      {choice !== null && <Means of={choice} />}
    </>
  );
}

/** What follows from a choice, and what counts. */
function Means({ of }: { readonly of: IdChoice }) {
  const { t } = useTranslation();
  return (
    <div className="quiet" data-testid={`id-numbers-means-${of}`}>
      <p>{t(`idNumbers.means.${of}.kept`)}</p>
      <p>{t(`idNumbers.means.${of}.gone`)}</p>
      <p>{t('idNumbers.counts')}</p>
    </div>
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
        <div className={cx(formCss.actions)}>
          <Button data-testid="id-numbers-more" onClick={more}>
            {t('idNumbers.more')}
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
      cell: ({ room }) => (room === '' ? t('idNumbers.noRoom') : room),
    },
    { id: 'name', header: t('idNumbers.name'), cell: ({ nameMask }) => nameMask },
  ],
};
