/** The ceremony after a theft: what will happen, everybody's new PIN, the three rotations, the end; each by the parts that do it alone. */
import { type ComponentType, type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { THEFT_STEPS, type TheftStep } from '../../contract/key-management/lists.ts';
import type { RouteRequest } from '../../contract/routes.ts';
import { useDesk } from '../pages/desk-context.ts';
import { ChangePinForm } from '../staff/ChangePinForm.tsx';
import { ProofStep } from '../staff/CeremonyView.tsx';
import { secondChoices } from '../staff/second-choices.ts';
import { keysStore, theftStore } from './stores.ts';
import { staffStore } from '../staff/stores.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyShell, CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { cx } from '../ui/cx.ts';
import { Done } from '../ui/Done.tsx';
import { Form } from '../ui/Form.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { PinField } from '../ui/PinField.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { CeremonyBody, RoomNeed } from './CeremonyScreen.tsx';
import css from './keys.module.css';
import { OtherOfTwo } from './OtherOfTwo.tsx';
import type { TheftScreenName } from './theft-store.ts';

/** Where what went wrong has no form of its own to stand in. */
const SAYS_NO_FAILURE: ReadonlySet<TheftScreenName> = new Set(['people', 'renew', 'key']);

export function TheftScreen({ screen }: { readonly screen: TheftScreenName }) {
  const { t } = useTranslation();
  const { view, failure } = useStore(theftStore);
  const rotating = useStore(keysStore, ({ busy }) => busy === 'rotating');
  const known = useStore(staffStore, (state) => state.known);
  useEffect(() => void staffStore.getState().read(), []);
  const step = stepOf(screen, view?.left ?? []);
  return (
    <CeremonyShell
      key={screen}
      title={t('keysPage.theft.title')}
      rail={t('keysPage.theft.rail')}
      steps={THEFT_STEPS.map((one) => t(`keysPage.theft.steps.${one}`))}
      now={step === null ? THEFT_STEPS.length : THEFT_STEPS.indexOf(step)}
      leave={
        screen !== 'done' && (
          <Button
            weight="plain"
            shortcut="escape"
            disabled={rotating}
            data-testid="theft-stop"
            onClick={() => theftStore.getState().leave()}
          >
            {t('keysPage.theft.stop')}
          </Button>
        )
      }
      testId="screen-keys"
      data={{ 'data-step': `theft-${screen}`, 'data-theft': step ?? 'over' }}
    >
      {known || screen === 'plan' || screen === 'needs' ? (
        <Step screen={screen} />
      ) : (
        <Waiting testId="theft-reading" />
      )}
      {SAYS_NO_FAILURE.has(screen) && <FailureNote failure={failure} />}
    </CeremonyShell>
  );
}

/** Where the rail stands; null when all is over. */
function stepOf(screen: TheftScreenName, left: readonly TheftStep[]): TheftStep | null {
  if (screen === 'done') return null;
  return screen === 'plan' || screen === 'needs' ? 'begin' : (left[0] ?? 'end');
}

const STEPS: Readonly<Record<TheftScreenName, ComponentType>> = {
  plan: PlanStep,
  needs: NeedsStep,
  people: PeopleStep,
  renew: RenewStep,
  away: AwayStep,
  key: KeyStep,
  end: EndStep,
  done: DoneStep,
};

function Step({ screen }: { readonly screen: TheftScreenName }) {
  const One = STEPS[screen];
  return <One />;
}

function PlanStep() {
  const { t } = useTranslation();
  return (
    <>
      <CeremonyTitle>{t('keysPage.steps.plan')}</CeremonyTitle>
      <ol className={cx('stack3', css.points)}>
        {(['first', 'second', 'third'] as const).map((n) => (
          <li key={n}>{t(`keysPage.theft.plan.${n}`)}</li>
        ))}
      </ol>
      <Note>{t('keysPage.theft.plan.keeps')}</Note>
      <Note kind="warn">{t('keysPage.theft.plan.copied')}</Note>
      <details className={cx(css.technical)}>
        <summary>{t('keysPage.technical')}</summary>
        <p className="small">{t('keysPage.theft.plan.technical')}</p>
      </details>
      <FormActions>
        <Button weight="main" data-testid="theft-next" onClick={() => void theftStore.getState().prepare()}>
          {t('common.next')}
        </Button>
      </FormActions>
    </>
  );
}

function NeedsStep() {
  const { t } = useTranslation();
  const { view, room } = useStore(theftStore);
  const { prepare, begin, show } = theftStore.getState();
  const needs = (
    <>
      <CeremonyTitle>{t('keysPage.steps.needs')}</CeremonyTitle>
      <ul className={cx('stack2', css.needs)}>
        {room !== null && <RoomNeed room={room} />}
        <li data-asked="true">
          <span>{t('keysPage.theft.needs.pair')}</span>
        </li>
        <li data-asked="true">
          <span>{t('keysPage.theft.needs.people', { people: view?.people.length })}</span>
        </li>
        <li data-asked="true">
          <span className="digits">{t('keysPage.theft.needs.minutes', { minutes: view?.minutes })}</span>
        </li>
      </ul>
    </>
  );
  if (room?.enough === false)
    return (
      <>
        {needs}
        <FormActions>
          <Button weight="main" data-testid="needs-again" onClick={() => void prepare()}>
            {t('keysPage.room.again')}
          </Button>
        </FormActions>
      </>
    );
  return (
    <PairForm
      words={t('keysPage.theft.begin')}
      ready={room !== null}
      onProof={begin}
      onBack={() => show('plan')}
    >
      {needs}
    </PairForm>
  );
}

interface PairFormProps {
  readonly words: string;
  readonly ready?: boolean;
  readonly isDanger?: boolean;
  readonly onProof: (proof: RouteRequest<'theft.begin'>) => Promise<void>;
  readonly onBack: () => void;
  /** Contents of the form: its buttons stay in sight from there on. */
  readonly children: ReactNode;
}

/** Form for a step that takes the admin who is signed in and a supervisor, each with the own PIN. */
function PairForm({ words, ready = true, isDanger = false, onProof, onBack, children }: PairFormProps) {
  const { t } = useTranslation();
  const { busy, failure } = useStore(theftStore);
  return (
    <Form
      name="theft"
      testIds={{ cancel: 'theft-back' }}
      className="stack4"
      busy={busy}
      failure={failure}
      isDanger={isDanger}
      yes={words}
      no={t('common.back')}
      ready={ready}
      send={({ pin, second }) => onProof({ pin, cosigner: second })}
      onClose={() => onBack()}
    >
      {children}
      <PinField />
      <OtherOfTwo />
    </Form>
  );
}

/** Everybody with what is left to do about them; it goes on by itself when nobody is left. */
function PeopleStep() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const view = useStore(theftStore, (state) => state.view);
  const members = useStore(staffStore, (state) => state.members);
  const { choose } = theftStore.getState();
  const next = view?.people.find(({ state }) => state === 'old');
  return (
    <>
      <CeremonyTitle>{t('keysPage.theft.steps.people')}</CeremonyTitle>
      <p>{t('keysPage.theft.people.lead')}</p>
      <ul className={cx(css.people)}>
        {view?.people.map(({ staffId, state }) => {
          const member = members.find((one) => one.staffId === staffId);
          if (member === undefined) return null;
          const name = member.displayName;
          return (
            <li key={staffId} data-testid="theft-person" data-name={name} data-state={state}>
              <span>
                <b>{name}</b> <span className="quiet">{t(`roles.${member.role}`)}</span>
              </span>
              <span className={cx(state === 'renewed' && css.good)}>
                {state === 'renewed' && <Icon name="check" />} {t(`keysPage.theft.people.states.${state}`)}
              </span>
              {state === 'old' && (
                <span className={cx('line2', css.personActions)}>
                  <Button
                    weight={staffId === next?.staffId ? 'main' : 'normal'}
                    aria-label={`${t('keysPage.theft.people.renew')} · ${name}`}
                    data-testid="theft-renew"
                    onClick={() => choose('renew', staffId)}
                  >
                    {t('keysPage.theft.people.renew')}
                  </Button>
                  {staffId !== signedIn.staffId && !member.last && (
                    <Button
                      aria-label={`${t('keysPage.theft.people.away')} · ${name}`}
                      data-testid="theft-away"
                      onClick={() => choose('away', staffId)}
                    >
                      {t('keysPage.theft.people.away')}
                    </Button>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const useChosen = () => {
  const person = useStore(theftStore, (state) => state.person);
  return useStore(staffStore, ({ members }) => members.find(({ staffId }) => staffId === person));
};

/** One's own PIN by oneself, somebody else's as any PIN that is given anew; whoever it is about may be the second, by the PIN of before. */
function RenewStep() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const member = useChosen();
  const { members, ceremony } = useStore(staffStore);
  const { proceed, show } = theftStore.getState();
  const isMe = member?.staffId === signedIn.staffId;
  const isDone = ceremony?.step === 'done';
  useEffect(() => {
    if (member !== undefined && !isMe) {
      staffStore.getState().begin('reset', member);
      staffStore.getState().goTo('proof');
    }
    return () => staffStore.getState().leave();
    // The list is read anew meanwhile: it is still the same person.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [member?.staffId, isMe]);
  useEffect(() => {
    if (isDone) void proceed();
  }, [isDone, proceed]);
  if (member === undefined) return null;
  const choices = secondChoices({
    kind: 'reset',
    members,
    me: members.find(({ staffId }) => staffId === signedIn.staffId),
    member: null,
    role: member.role,
  });
  return (
    <>
      <CeremonyTitle>{t('keysPage.theft.renewOf', { name: member.displayName })}</CeremonyTitle>
      {isMe && <p>{t('keysPage.theft.own')}</p>}
      {!isMe && member.role !== 'receptionist' && <p>{t('keysPage.theft.renewHint')}</p>}
      {isMe && <ChangePinForm onChanged={() => void proceed()} onBack={() => show('people')} />}
      {!isMe && ceremony !== null && !isDone && (
        <ProofStep ceremony={ceremony} choices={choices} onBack={() => show('people')} />
      )}
    </>
  );
}

function AwayStep() {
  const { t } = useTranslation();
  const member = useChosen();
  const { shutOut, show } = theftStore.getState();
  if (member === undefined) return null;
  return (
    <PairForm words={t('keysPage.theft.shutOut')} isDanger onProof={shutOut} onBack={() => show('people')}>
      <CeremonyTitle>{t('keysPage.theft.awayOf', { name: member.displayName })}</CeremonyTitle>
      <Note kind="warn">{t('keysPage.theft.awayLead', { name: member.displayName })}</Note>
    </PairForm>
  );
}

/** A rotation as it is made alone; what comes after it is told by what is then left. */
function KeyStep() {
  const { t } = useTranslation();
  const ceremony = useStore(keysStore, (state) => state.ceremony);
  if (ceremony === null) return null;
  const next = () => {
    keysStore.getState().leave();
    void theftStore.getState().proceed();
  };
  return (
    <CeremonyBody
      ceremony={ceremony}
      within={{ title: t(`keysPage.${ceremony.key}.title`), words: t('common.next'), onDone: next }}
    />
  );
}

function EndStep() {
  const { t } = useTranslation();
  const { busy, failure, end } = useStore(theftStore);
  return (
    <>
      <CeremonyTitle>{t('keysPage.theft.steps.end')}</CeremonyTitle>
      <p>{t('keysPage.theft.end')}</p>
      <WithoutWayIn />
      <FailureNote failure={failure} />
      <FormActions>
        <Button weight="main" disabled={busy} data-testid="theft-end" onClick={() => void end()}>
          {t('keysPage.theft.finish')}
        </Button>
      </FormActions>
    </>
  );
}

function DoneStep() {
  const { t } = useTranslation();
  return (
    <>
      <CeremonyTitle>{t('keysPage.steps.result')}</CeremonyTitle>
      <Note>
        <Done role="status" data-testid="theft-done">
          {t('keysPage.theft.done')}
        </Done>
      </Note>
      <WithoutWayIn />
      <Note>{t('keysPage.theft.after')}</Note>
      <FormActions>
        <Button
          weight="main"
          data-testid="theft-sheet"
          onClick={() => {
            theftStore.getState().leave();
            keysStore.getState().begin('recovery-sheet');
          }}
        >
          {t('keysPage.recovery-sheet.title')}
        </Button>
        <Button data-testid="theft-close" onClick={() => theftStore.getState().leave()}>
          {t('keysPage.toList')}
        </Button>
      </FormActions>
    </>
  );
}

function WithoutWayIn() {
  const { t } = useTranslation();
  const names = useStore(staffStore, ({ members }) =>
    members
      .filter(({ suspended }) => suspended)
      .map(({ displayName }) => displayName)
      .join(t('log.and')),
  );
  return names === '' ? null : (
    <Note kind="warn" testId="theft-away-names">
      {t('keysPage.theft.later', { names })}
    </Note>
  );
}
