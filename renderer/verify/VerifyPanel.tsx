/** "What does the visitor say?" A yes or a no, and nothing more of the record. */
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { VerifyKind } from '../../contract/people/verify-kinds.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { bridge } from '../bridge.ts';
import { OwnPin } from '../pages/OwnPin.tsx';
import { useDesk } from '../pages/desk-context.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { deskStore } from '../pages/stores.ts';
import { personStore } from '../current-record/stores.ts';
import { taskStore } from '../tasks/stores.ts';
import { reasonName } from '../reasons/reason-words.ts';
import { reasonsStore } from '../reasons/stores.ts';
import { useOwnReasonWords } from '../reasons/use-own-reason-words.ts';
import { needsTicket } from '../reveal/access-reason.ts';
import { goToStep, mayGo, usualReason } from '../tasks/begin-task.ts';
import { type Step, nextStep } from '../tasks/task-steps.ts';
import { taskOf } from '../../contract/tasks/lists.ts';
import { formatClock } from '../messages/format.ts';
import { appStore } from '../stores.ts';
import { useStore } from 'zustand';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { Fact, Facts } from '../ui/Facts.tsx';
import { Form, type Typed } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import { InStatusBar } from '../ui/InStatusBar.tsx';
import { LimitLift } from '../limit-override/LimitFailure.tsx';
import { Note } from '../ui/Note.tsx';
import { TextField } from '../ui/TextField.tsx';
import { type SecretHandle, ShownSecretInput, TextInput } from '../ui/TextInput.tsx';
import css from './verify.module.css';
import { verifyKindsOf } from './verify-kinds.ts';
import './words.ts';

export function VerifyPanel({ person }: { readonly person: MaskedPerson }) {
  const [answer, setAnswer] = useState<Verified | null>(null);
  if (answer !== null) return <Answer answer={answer} person={person} onAnother={() => setAnswer(null)} />;
  return person.verifyTriesLeft === 0 ? (
    <Closed person={person} />
  ) : (
    <VerifyForm person={person} onAnswer={setAnswer} />
  );
}

function tellTries(tries: number, verifiedAt: number | null): void {
  const { tellVerified, again } = personStore.getState();
  tellVerified(tries, verifiedAt);
  // The record says when it opens again.
  if (tries === 0) again();
}

/** Too many wrong answers: when it opens again, and the one way out. */
function Closed({ person }: { readonly person: MaskedPerson }) {
  const { t } = useTranslation();
  const { title, place, words, isSeen } = useAskedBy(person);
  return (
    <Form
      {...place}
      name="verify-closed"
      testIds={{ form: 'verify-panel', cancel: 'verify-close' }}
      title={title}
      yes={isSeen ? null : t('verify.noteMismatch')}
      send={() => (isSeen ? null : noteMismatch())}
      focus="back"
      no={t('common.close')}
      onClose={deskStore.getState().hidePanel}
    >
      <Note kind="harm" live testId="verify-closed">
        <ClosedWords opensAt={person.verifyOpensAt} words={words} />
      </Note>
    </Form>
  );
}

function ClosedWords({
  opensAt,
  words,
}: {
  readonly opensAt: number | null;
  readonly words: ReturnType<typeof useAskedBy>['words'];
}) {
  const { t } = useTranslation();
  return (
    <>
      {t(`${words}.closed`)}
      {opensAt !== null && ` ${t('verify.opensAt', { time: formatClock(opensAt) })}`}
    </>
  );
}

/** Verification that was made, and its result. */
interface Verified {
  readonly kind: VerifyKind;
  readonly match: boolean;
}

interface AnswerProps {
  readonly answer: Verified;
  readonly person: MaskedPerson;
  readonly onAnother: () => void;
}

/** Leads on: to the task's next step, to another thing that may be checked, or to a note of who could not say. */
function Answer({ answer: { kind, match }, person, onAnother }: AnswerProps) {
  const { t } = useTranslation();
  const triesLeft = person.verifyTriesLeft;
  const { title, place, words, isSeen } = useAskedBy(person);
  const next = useNextStep(person);
  const isClosed = triesLeft === 0;
  // One more could shut the record: it is not what is offered first.
  const isLast = triesLeft < 2 && !isSeen;
  const show = deskStore.getState().show;
  return (
    <Form
      {...place}
      name="verify-answer"
      testIds={{ form: 'verify-panel', submit: 'verify-next', cancel: 'verify-close' }}
      {...(isSeen ? { label: title } : { title })}
      focus={match || !isClosed ? 'field' : 'back'}
      isYesFocused={match}
      yes={match ? t(isSeen ? 'visitorView.next' : `task.steps.${next?.step ?? 'note'}`) : null}
      send={() => {
        if (isSeen) return receiveNext();
        return next === null ? show({ kind: 'note' }) : next.go();
      }}
      more={
        <>
          {!isClosed && (
            <Button
              weight={match || isLast ? 'normal' : 'main'}
              onClick={onAnother}
              autoFocus={!match && !isLast}
              data-testid="verify-another"
            >
              {t('verify.another')}
            </Button>
          )}
          {!match && !isSeen && (
            <Button
              weight={isLast ? 'main' : 'normal'}
              autoFocus={isLast}
              data-testid="verify-mismatch"
              onClick={noteMismatch}
            >
              {t('verify.noteMismatch')}
            </Button>
          )}
        </>
      }
      no={t('common.close')}
      onClose={deskStore.getState().hidePanel}
    >
      <div className={cx('stack4', css.answer)} data-match={match}>
        <p className={cx('row4', css.mark)} role="status" data-testid="verify-result" data-match={match}>
          <Icon name={match ? 'check' : 'cross'} />
          <span>{t(match ? 'verify.match' : 'verify.noMatch', { what: t(`verifyKinds.${kind}`) })}</span>
        </p>
        {!match && (
          <p className="quiet" data-testid="verify-tries">
            {isClosed ? (
              <ClosedWords opensAt={person.verifyOpensAt} words={words} />
            ) : (
              t('verify.triesLeft', { count: triesLeft })
            )}
          </p>
        )}
      </div>
      {!isSeen && <Compared person={person} />}
    </Form>
  );
}

/** Whom it was about, and who compared it. */
function Compared({ person: { rooms, nameMask } }: Pick<AnswerProps, 'person'>) {
  const { t } = useTranslation();
  const { displayName } = useDesk().signedIn;
  const [room] = rooms;
  return (
    <Facts layout="rows" framed>
      <Fact name={t('searchKinds.room')}>{room?.label ?? t('person.noRoom')}</Fact>
      <Fact name={t('searchKinds.name')}>
        {nameMask} {room !== undefined && t(`relations.${room.relation}`)}
      </Fact>
      <Fact name={t('verify.by')}>{displayName}</Fact>
    </Facts>
  );
}

const noteMismatch = (): void => deskStore.getState().show({ kind: 'note', outcome: 'not-verified' });

/** The visitor who was verified goes; the next one is asked for their room. */
function receiveNext(): void {
  deskStore.getState().hidePanel();
  personStore.getState().close();
}

/** Who reads the form: the clerk in a panel, or the visitor across the counter, where it stands alone and names nobody. */
function useAskedBy({ nameMask }: MaskedPerson) {
  const { t } = useTranslation();
  const isSeen = useStore(appStore, ({ settings }) => settings.privacy);
  return {
    isSeen,
    title: isSeen ? t('visitorView.verify') : `${t('verify.title')} · ${nameMask}`,
    words: isSeen ? 'visitorView' : 'verify',
    place: isSeen ? { className: css.alone } : {},
  } as const;
}

/** The step of the task that comes after this one, with the same record; null where there is none, or it is somebody else's. */
function useNextStep(person: MaskedPerson): { readonly step: Step; readonly go: () => void } | null {
  const { task: id, done } = useStore(taskStore);
  if (id === null) return null;
  const task = taskOf(id);
  const step = nextStep(task, done, person.personId);
  if (step === 'verify' || step === 'verify-other' || !mayGo(step, task, person)) return null;
  return { step, go: () => goToStep(step, task, () => undefined) };
}

function VerifyForm({
  person,
  onAnswer,
}: {
  readonly person: MaskedPerson;
  readonly onAnswer: (answer: Verified) => void;
}) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { title, place, isSeen: privacy } = useAskedBy(person);
  const kinds = verifyKindsOf(person);
  const [kind, setKind] = useState<VerifyKind>(() => kinds.find(({ possible }) => possible)?.kind ?? 'name');
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useId();
  const said = useRef<SecretHandle>(null);
  const saidName = useRef<HTMLInputElement>(null);
  const coSigned =
    (kind === 'id-number' && signedIn.role !== 'supervisor') || failure?.code === 'needs-supervisor';
  const isName = kind === 'name';
  const [reason] = useState(usualReason);
  const [ticket, setTicket] = useState('');
  const asksTicket = useStore(reasonsStore, ({ list }) => reason !== null && needsTicket(list, reason));
  const ownReasons = useOwnReasonWords();

  useEffect(() => {
    if (kind === 'name') saidName.current?.focus();
    else said.current?.focus();
  }, [kind]);

  const check = (typed: Typed) => {
    const words = isName ? (saidName.current?.value ?? '') : (said.current?.peek() ?? '');
    if (words.trim() === '') return null;
    setFailure(null);
    return bridge.vault['people.verify']({
      personId: person.personId,
      kind,
      said: words,
      pin: typed.pin,
      ...(reason === null ? {} : { reason }),
      ...(asksTicket ? { ticket: ticket.trim() } : {}),
      ...(typed.hasSecond && { cosigner: typed.second }),
    });
  };
  const refused = (why: Failure): void => {
    setFailure(why);
    if (why.code === 'verify-closed') tellTries(0, null);
  };
  const answered = ({ match, triesLeft }: RouteReply<'people.verify'>): void => {
    said.current?.clear();
    // A wrong answer takes back what an earlier one had proved; a name alone proves nothing.
    tellTries(triesLeft, !match ? null : isName ? person.verifiedAt : Date.now());
    if (match) taskStore.getState().tell('verify', person.personId);
    onAnswer({ kind, match });
  };

  const pins = <Pins form={form} coSigned={coSigned} />;
  return (
    <>
      <Form
        {...place}
        id={form}
        name="verify"
        title={title}
        lead={
          <>
            {t(privacy ? 'visitorView.lead' : 'verify.lead')}
            {reason !== null && !privacy && (
              <span data-testid="verify-reason">
                {' '}
                {t('verify.reason', { reason: reasonName(t, ownReasons, reason) })}
              </span>
            )}
          </>
        }
        focus="field"
        yes={t('verify.check')}
        busyWords={t('log.verifying')}
        refocus="pin"
        no={t('common.cancel')}
        onClose={deskStore.getState().hidePanel}
        send={check}
        onDone={answered}
        onFailed={refused}
        aside={
          person.verifyTriesLeft < 3 && (
            <span className={cx('small', 'quiet')}>
              {t('verify.triesLeft', { count: person.verifyTriesLeft })}
            </span>
          )
        }
      >
        <Chips
          label={t(privacy ? 'visitorView.kind' : 'verify.kind')}
          testId="verify-kind"
          value={kind}
          onChange={(next) => {
            setKind(next);
            setFailure(null);
          }}
          choices={kinds.map((one) => ({
            value: one.kind,
            words: t(`verifyKinds.${one.kind}`),
            disabled: !one.possible,
          }))}
        />
        <div className={cx(css.line)}>
          <Field
            label={t(privacy ? `visitorView.says.${kind}` : 'verify.said')}
            hint={privacy ? null : t(`verify.saidHints.${kind}`)}
            className={css.said}
          >
            {(ids) =>
              isName ? (
                <TextInput {...ids} key="name" ref={saidName} maxLength={100} data-testid="verify-said" />
              ) : (
                <ShownSecretInput {...ids} key={kind} handle={said} data-testid="verify-said" />
              )
            }
          </Field>
          {asksTicket && (
            <TextField
              label={t('reveal.ticketAsked')}
              required
              maxLength={60}
              value={ticket}
              testId="verify-ticket"
              onChange={setTicket}
            />
          )}
          {privacy ? <InStatusBar>{pins}</InStatusBar> : pins}
        </div>
      </Form>
      {/* A supervisor's PIN is no part of what a visitor sees. */}
      {!privacy && <LimitLift failure={failure} onLifted={() => setFailure(null)} />}
    </>
  );
}

/** The clerk's PIN, and a supervisor's where one has to co-sign: beside the answer, or in the status bar where a visitor sees the form. */
function Pins({ form, coSigned }: { readonly form: string; readonly coSigned: boolean }) {
  const { t } = useTranslation();
  const privacy = useStore(appStore, ({ settings }) => settings.privacy);
  return (
    <>
      <OwnPin label={t(privacy ? 'visitorView.pin' : 'pin.own')} form={form} />
      {coSigned && <SecondPerson me="left-out" testId="cosigner" form={form} isSeen={privacy} />}
    </>
  );
}
