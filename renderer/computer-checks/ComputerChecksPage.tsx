/** Checks of the computer: what the last one has found, how to mend what is not as it should be, and when it was looked at before. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { CheckedSystem, CheckReading } from '../../contract/computer-checks/lists.ts';
import type { ComputerChecksView, MadeCheck } from '../../contract/computer-checks/routes.ts';
import { formatMoment, formatBytes } from '../messages/format.ts';
import { ledTo } from '../pages/lead-store.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import pageCss from '../ui/page.module.css';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { Table } from '../ui/Table.tsx';
import { toastsStore } from '../ui/toasts.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { countOf } from './count-of.ts';
import css from './computer-checks.module.css';
import { computerChecksStore } from './stores.ts';
import type { FileId } from '../../contract/ids.ts';
import type { Failure } from '../../contract/result.ts';
import type { UpdateOffer, UpdateStanding } from '../../contract/updates/routes.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { Form } from '../ui/Form.tsx';
import { shortKeys } from './short-keys.ts';

export function ComputerChecksPage() {
  const { t } = useTranslation();
  const { view, failure, busy, read, check } = useStore(computerChecksStore);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => void read(), [read]);
  const onCheck = async (): Promise<void> => {
    if (!(await check())) return;
    toastsStore.getState().show({ words: (say) => say('computer.done') });
    list.current?.focus();
  };
  const [isLed] = useState(() => ledTo('computer-checks') !== null);
  const begun = useRef(false);
  const isRead = view !== null;
  useEffect(() => {
    if (!isLed || !isRead || begun.current) return;
    begun.current = true;
    void check();
  }, [isLed, isRead, check]);
  const checkButton = (
    <Button
      weight="main"
      disabled={busy || view === null}
      data-testid="computer-check"
      onClick={() => void onCheck()}
    >
      {t('computer.check')}
    </Button>
  );
  return (
    <Page testId="screen-computer-checks">
      <PageHeader title={t('computer.title')} lead={t('computer.lead')}>
        {view !== null && view.checks.length > 0 && checkButton}
      </PageHeader>
      {view === null ? (
        <ReadFailure failure={failure} testId="computer-again" onAgain={() => void read()} />
      ) : (
        <FailureNote failure={failure} />
      )}
      {view === null && failure === null && <Waiting testId="computer-reading" />}
      {busy && (
        <div className="stack2" role="status" data-testid="computer-checking">
          <p className="quiet">{t('computer.checking')}</p>
          <ProgressBar share={null} label={t('computer.checking')} />
        </div>
      )}
      {view !== null && (
        <PageBody ref={list} label={t('computer.title')}>
          {view.checks.length === 0 ? (
            <EmptyState drawing="shield" words={t('computer.empty')} testId="computer-empty">
              {checkButton}
            </EmptyState>
          ) : (
            <Found view={view} />
          )}
          <UpdateSection />
        </PageBody>
      )}
    </Page>
  );
}

function Found({ view }: { readonly view: ComputerChecksView }) {
  const { t } = useTranslation();
  const { checks, due } = view;
  const [last] = checks;
  if (last === undefined) return null;
  const words = t(`computer.due.${due.state}`, { day: due.on ?? '' });
  return (
    <>
      <section className={cx(pageCss.section)}>
        <p className="line2">
          {ANSWERS.map((answer) => (
            <Badge key={answer} tone={TONES[answer]}>
              {t(`computer.answers.${answer}`)} {countOf(last, answer)}
            </Badge>
          ))}
        </p>
        <p className="quiet" data-testid="computer-last">
          {t('computer.last', {
            time: formatMoment(last.at),
            name: last.staffName,
            system: t(`computer.systems.${last.system}`),
          })}
          {due.state === 'fine' && ` · ${words}`}
          {last.system === 'linux' && ` · ${t('computer.capture')}`}
        </p>
        {due.state !== 'fine' && (
          <Note kind={due.state === 'soon' ? 'warn' : 'harm'} testId="computer-due">
            <p>{words}</p>
          </Note>
        )}
      </section>
      <ul>
        {last.readings.toSorted(byAnswer).map((reading) => (
          <Reading key={reading.check} reading={reading} system={last.system} />
        ))}
      </ul>
      <History checks={checks} />
    </>
  );
}

/** What is to be put right first. */
const ANSWERS = ['no', 'unknown', 'yes'] as const;
const byAnswer = (one: CheckReading, other: CheckReading): number =>
  ANSWERS.indexOf(one.answer) - ANSWERS.indexOf(other.answer);

const TONES = { yes: 'good', no: 'harm', unknown: 'amber' } as const;

function Reading({ reading, system }: { readonly reading: CheckReading; readonly system: CheckedSystem }) {
  const { t } = useTranslation();
  const { check, answer, why } = reading;
  const figure = figureWords(t, reading);
  return (
    <li className={cx(css.reading)} data-testid={`computer-${check}`} data-answer={answer}>
      <h2>{t(`computer.names.${check}`)}</h2>
      <span>
        <Badge tone={TONES[answer]}>{t(`computer.answers.${answer}`)}</Badge>
      </span>
      <div className={cx('stack1', css.remark)}>
        {figure !== null && <p className="digits">{figure}</p>}
        {why !== null && (
          <p className="quiet">
            {t(`computer.why.${why}`)} {system === 'other' && t('computer.byHand')}
          </p>
        )}
        {answer !== 'yes' && system !== 'other' && (
          <p>
            <b>{t(answer === 'no' ? 'computer.mendTitle' : 'computer.lookTitle')}</b>{' '}
            {t(`computer.mend.${check}.${system}`)}
          </p>
        )}
      </div>
    </li>
  );
}

/** Null where nothing was measured. */
function figureWords(t: Translate, { check, figure }: CheckReading): string | null {
  if (figure === null) return null;
  switch (check) {
    case 'screen-lock':
      return t('computer.figures.lock', { count: figure });
    case 'password-rules':
      return figure === 0 ? t('computer.figures.empty') : t('computer.figures.fewest', { count: figure });
    case 'updates':
      return t('computer.figures.updates', { count: figure });
    case 'system-support':
    case 'program-support':
      return t(`computer.figures.${figure > 0 ? 'left' : 'over'}`, { count: Math.abs(figure) });
    default:
      return null;
  }
}

const COLUMNS = ['at', 'by', 'yes', 'no', 'unknown'] as const;

function History({ checks }: { readonly checks: readonly MadeCheck[] }) {
  const { t } = useTranslation();
  return (
    <section className={cx(pageCss.section)} aria-label={t('computer.history')}>
      <h2>{t('computer.history')}</h2>
      <Table columns={COLUMNS} words={(column) => t(`computer.columns.${column}`)}>
        {checks.map((made) => (
          <tr key={made.checkId} data-testid="computer-made">
            <td className="digits">{formatMoment(made.at)}</td>
            <td>{made.staffName}</td>
            {(['yes', 'no', 'unknown'] as const).map((answer) => (
              <td key={answer} className="digits">
                {countOf(made, answer)}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </section>
  );
}

const { vault, shell } = bridge;

/** The program's version, and an update of it from a folder that an admin chooses. Nothing is looked for by itself. */
function UpdateSection() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const [standing, setStanding] = useState<UpdateStanding | null>(null);
  const [found, setFound] = useState<(UpdateOffer & { readonly folderId: FileId }) | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    void vault['updates.read']({}).then((reply) => {
      if (reply.ok) setStanding(reply.value);
    });
  }, []);
  const look = async (): Promise<void> => {
    const picked = await shell.pickFile({ use: 'folder' });
    if (!picked.ok || picked.value.file === null) return;
    const { fileId: folderId } = picked.value.file;
    const reply = await vault['updates.look']({ folderId });
    setFailure(reply.ok ? null : reply.error);
    setFound(reply.ok ? { ...reply.value, folderId } : null);
  };
  const close = (next?: UpdateStanding): void => {
    if (next !== undefined) setStanding(next);
    setFound(null);
  };
  if (standing === null) return null;
  const { version, takesUpdates, taken, appliesItself, last } = standing;
  return (
    <section className={cx('stack2', pageCss.section)} aria-label={t('computer.update.title')}>
      <h2>{t('computer.update.title')}</h2>
      <p data-testid="update-version">
        {t(takesUpdates ? 'computer.update.version' : 'computer.update.trial', { version })}
      </p>
      {taken !== null && (
        <p data-testid="update-taken">
          {t(appliesItself ? 'computer.update.waits' : 'computer.update.taken', { ...taken })}
        </p>
      )}
      {last !== null && <p data-testid="update-last">{t(`runtime.updated.${last.end}`, { ...last })}</p>}
      {takesUpdates && signedIn.role === 'admin' && found === null && (
        <div className="line3">
          <Button data-testid="update-look" onClick={() => void look()}>
            {t('computer.update.look')}
          </Button>
        </div>
      )}
      <FailureNote failure={failure} />
      {found !== null && (
        <Form
          name="update"
          title={t('computer.update.form', { from: found.from, to: found.to })}
          lead={t('computer.update.lead', {
            size: formatBytes(found.bytes),
            keys: shortKeys(found.signedBy),
          })}
          yes={t('computer.update.take')}
          pin="alone"
          gathers={false}
          send={({ pin }) => vault['updates.take']({ folderId: found.folderId, offer: found.offer, pin })}
          onClose={close}
        />
      )}
    </section>
  );
}
