/** Training: the quiz, one's own results and practice; for who oversees, everybody's. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { isTrained } from '../../contract/training/lists.ts';
import type { OwnTraining, TrainingResult } from '../../contract/training/routes.ts';
import { formatMoment } from '../messages/format.ts';
import { ledTo } from '../pages/lead-store.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Done } from '../ui/Done.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Table } from '../ui/Table.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { Ledger } from './Ledger.tsx';
import { PaperButton } from './PaperButton.tsx';
import { QuizForm } from './QuizForm.tsx';
import { QuizResult } from './QuizResult.tsx';
import { trainingStore } from './stores.ts';
import type { TourTask } from '../../contract/practice/lists.ts';
import { bridge } from '../bridge.ts';
import { PracticeSetting } from '../practice/index.ts';
import { StatusRing } from '../ui/StatusRing.tsx';
import { Switch } from '../ui/Switch.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { useSubmit } from '../ui/use-submit.ts';
import css from './training.module.css';

export function TrainingPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { own, ledger, quiz, done, failure, read, begin, end, putAway } = useStore(trainingStore);
  const body = useRef<HTMLDivElement>(null);
  const [isLed] = useState(() => ledTo('training') !== null);
  useEffect(() => {
    void read(signedIn.role);
    if (isLed) void begin();
  }, [read, signedIn.role, isLed, begin]);
  const again = (): Promise<void> => {
    putAway();
    return begin();
  };
  const back = (): void => {
    putAway();
    body.current?.focus();
  };
  return (
    <Page testId="screen-training">
      <PageHeader title={t('training.title')} lead={t('training.lead')}>
        {own !== null && quiz === null && done === null && (
          <Button weight="main" data-testid="training-begin" onClick={() => void begin()}>
            {t(own.standing.state === 'renewal' ? 'training.beginRenewal' : 'training.begin')}
          </Button>
        )}
        {done !== null && (
          <>
            {!done.passed && (
              <Button weight="main" data-testid="training-once-more" onClick={() => void again()}>
                {t('training.done.again')}
              </Button>
            )}
            <Button weight={done.passed ? 'main' : 'normal'} data-testid="training-back" onClick={back}>
              {t('training.done.back')}
            </Button>
          </>
        )}
      </PageHeader>
      {own === null ? (
        <ReadFailure failure={failure} testId="training-again" onAgain={() => void read(signedIn.role)} />
      ) : (
        <FailureNote failure={failure} />
      )}
      {own === null && failure === null && <Waiting testId="training-reading" />}
      {own !== null && (
        <PageBody ref={body} label={t('training.title')}>
          {quiz !== null && (
            <QuizForm
              quiz={quiz}
              onClose={(result) => {
                end(result ?? null);
                body.current?.focus();
                body.current?.scrollTo({ top: 0 });
                if (result !== undefined) void read(signedIn.role);
              }}
            />
          )}
          {done !== null && <QuizResult done={done} pass={own.rule.pass} />}
          {done === null && <Own own={own} />}
          {done === null && ledger !== null && (
            <Ledger ledger={ledger} mayChange={signedIn.role === 'admin'} />
          )}
        </PageBody>
      )}
    </Page>
  );
}

const COLUMNS = ['at', 'kind', 'score', 'outcome'] as const;

function Own({ own }: { readonly own: OwnTraining }) {
  const { t, i18n } = useTranslation();
  const { state, on, changed } = own.standing;
  const words = t(`training.states.${state}`, {
    day: on ?? '',
    titles: changed.join(i18n.language === 'en' ? ', ' : '、'),
  });
  return (
    <>
      <section className={cx(pageCss.section)} data-testid="training-standing" data-state={state}>
        <Note kind={state === 'overdue' ? 'harm' : 'plain'}>
          {isTrained(state) ? <Done>{words}</Done> : <p>{words}</p>}
          <p className="small">{t('training.rule.words', own.rule)}</p>
        </Note>
      </section>
      {own.results.length > 0 && (
        <section className={cx(pageCss.section)} aria-label={t('training.own')}>
          <h2>{t('training.own')}</h2>
          <Table columns={COLUMNS} words={(column) => t(`training.columns.${column}`)}>
            {own.results.map((result) => (
              <tr key={result.at} data-testid="training-result">
                <ResultCells result={result} />
              </tr>
            ))}
          </Table>
        </section>
      )}
      {own.practised.length > 0 && <PracticeTasks own={own} />}
    </>
  );
}

function ResultCells({ result }: { readonly result: TrainingResult }) {
  const { t } = useTranslation();
  const { at, kind, right, total, passed } = result;
  return (
    <>
      <td className="digits">{formatMoment(at)}</td>
      <td>{t(`training.kinds.${kind}`)}</td>
      <td className="digits">{t('training.log.score', { right, total })}</td>
      <td>
        <Badge tone={passed ? 'good' : 'harm'}>{t(`training.outcome.${passed ? 'passed' : 'failed'}`)}</Badge>
        <PaperButton result={result} />
      </td>
    </>
  );
}

/** The tasks of practice, which somebody says of themselves that they have done there, and the way there. */
function PracticeTasks({ own }: { readonly own: OwnTraining }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<readonly TourTask[]>([]);
  const { failure, busy, submit } = useSubmit();
  const onConfirm = (): void =>
    void submit(
      () => bridge.vault['training.practise']({ tasks: [...said] }),
      (next) => {
        trainingStore.getState().showOwn(next);
        setSaid([]);
        toastsStore.getState().show({ words: (say) => say('training.practice.confirmed') });
      },
    );
  return (
    <section className={cx(pageCss.section)} aria-label={t('training.practice.title')}>
      <h2>{t('training.practice.title')}</h2>
      <p>{t('training.practice.lead')}</p>
      <PracticeSetting held={false} />
      <ul className={cx(css.tasks)}>
        {own.practised.map(({ task, on }) => (
          <li key={task} data-testid={`training-task-${task}`} data-done={on !== null}>
            {on === null ? (
              <Switch
                label={t(`tour.tasks.${task}.title`)}
                value={said.includes(task)}
                testId={`training-say-${task}`}
                onChange={(isOn) =>
                  setSaid((before) => (isOn ? [...before, task] : before.filter((one) => one !== task)))
                }
              />
            ) : (
              <p className="line3">
                <StatusRing share={1} /> {t(`tour.tasks.${task}.title`)}{' '}
                <span className="small quiet">{t('training.practice.on', { day: on })}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
      <FailureNote failure={failure} />
      <div>
        <Button disabled={busy || said.length === 0} data-testid="training-confirm" onClick={onConfirm}>
          {t('training.practice.confirm')}
        </Button>
      </div>
    </section>
  );
}
