/** A change of staff in three steps: what will happen and who must be there, everybody's PIN in one form, what came of it. */
import { type FormEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { toOneLine } from '../../contract/one-line.ts';
import { ROLES, type Role } from '../../contract/fields.ts';
import { type Failure, assertNever } from '../../contract/result.ts';
import { isSameScope, widens } from '../../contract/scope/lists.ts';
import type { StaffMember } from '../../contract/staff/views.ts';
import { bridge } from '../bridge.ts';
import { scopeWords } from '../limit-override/area-words.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { ResidentOfRoom } from '../person/ResidentOfRoom.tsx';
import { staffStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyShell } from '../ui/CeremonyShell.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Done } from '../ui/Done.tsx';
import { Field } from '../ui/Field.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Icon } from '../ui/Icon.tsx';
import { NewPinFields, type NewPinHandle } from '../ui/NewPinFields.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { Points } from '../ui/Points.tsx';
import { Select } from '../ui/Select.tsx';
import { PinInput, type SecretHandle, TextInput } from '../ui/TextInput.tsx';
import { isReasonValid } from '../ui/WordsField.tsx';
import { ScopePicker } from './ScopePicker.tsx';
import { type SecondChoices, secondChoices } from './second-choices.ts';
import { SecondFields, type SecondHandle } from './SecondFields.tsx';
import css from './staff.module.css';
import { CEREMONY_STEPS, type Ceremony } from './staff-store.ts';

interface StepProps {
  readonly ceremony: Ceremony;
  readonly choices: SecondChoices;
}

interface ProofStepProps extends StepProps {
  /** Where the step before it is another than what will happen. */
  readonly onBack?: () => void;
}

export function CeremonyView({ ceremony }: { readonly ceremony: Ceremony }) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const members = useStore(staffStore, (state) => state.members);
  const { kind, member, role, step } = ceremony;
  const choices = secondChoices({
    kind,
    members,
    member,
    role,
    widens: kind === 'scope' && widens(member?.scope ?? [], ceremony.scope),
    me: members.find(({ staffId }) => staffId === signedIn.staffId),
  });
  return (
    <CeremonyShell
      title={t(`staff.titles.${kind}`, { name: member?.displayName })}
      rail={t('staff.rail')}
      steps={CEREMONY_STEPS.map((one) => t(`staff.steps.${one}`))}
      now={CEREMONY_STEPS.indexOf(step)}
      leave={
        step !== 'done' && (
          <Button
            weight="plain"
            shortcut="escape"
            data-testid="ceremony-cancel"
            onClick={() => staffStore.getState().leave()}
          >
            {t('staff.cancel')}
          </Button>
        )
      }
      testId="staff-ceremony"
    >
      {renderStep()}
    </CeremonyShell>
  );

  function renderStep() {
    switch (step) {
      case 'what':
        return <WhatStep ceremony={ceremony} choices={choices} />;
      case 'proof':
        return <ProofStep ceremony={ceremony} choices={choices} />;
      case 'done':
        return <DoneStep ceremony={ceremony} />;
      default:
        return assertNever(step);
    }
  }
}

/** Who types a new PIN. */
const needsNewPin = ({ kind }: Ceremony): boolean => kind === 'add' || kind === 'role' || kind === 'reset';

function WhatStep({ ceremony, choices }: StepProps) {
  const { t } = useTranslation();
  const { kind, member, name, role, twoRoles, resident } = ceremony;
  const { goTo } = staffStore.getState();
  const missing =
    kind === 'link'
      ? resident === 'not-chosen'
      : kind === 'scope'
        ? !isReasonValid(ceremony.why) || isSameScope(member?.scope ?? [], ceremony.scope)
        : (kind === 'add' || kind === 'rename') && toOneLine(name) === '';
  const next = (event: FormEvent) => {
    event.preventDefault();
    if (!missing) goTo('proof');
  };
  return (
    <form className={cx(css.form)} onSubmit={next}>
      <Points>
        {pointsOf(ceremony).map((point) => (
          <li key={point}>
            <Icon name="check" /> <span>{t(`staff.points.${point}`, { name: member?.displayName })}</span>
          </li>
        ))}
      </Points>
      {kind === 'add' && <NewPerson ceremony={ceremony} />}
      {kind === 'role' && member !== null && (
        <RoleChips role={role} roles={ROLES.filter((one) => one !== member.role)} />
      )}
      {kind === 'rename' && (
        <Field label={t('staff.newName')}>
          {(ids) => (
            <TextInput
              {...ids}
              value={name}
              required
              autoFocus
              maxLength={30}
              data-testid="staff-name"
              onChange={(event) => staffStore.getState().choose({ name: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      {kind === 'link' && member !== null && <OwnRecord member={member} resident={resident} />}
      {kind === 'scope' && <ScopePicker scope={ceremony.scope} why={ceremony.why} />}
      {twoRoles && <Note kind="warn">{t('staff.twoRolesWarn')}</Note>}
      {kind === 'leave' && member?.twoRoles === true && <Note kind="warn">{t('staff.leaveTwoRoles')}</Note>}
      <div>
        <h2>{t('staff.need.title')}</h2>
        <ul className={cx(css.need)}>
          {needsNewPin(ceremony) && (
            <li>{t(kind === 'add' && !twoRoles ? 'staff.need.newcomer' : 'staff.need.owner')}</li>
          )}
          {choices.as !== null && (
            <li>
              {t(`staff.need.${choices.as}`)}
              {choices.sheet && ` ${t('staff.need.orSheet')}`}
            </li>
          )}
          <li>{t('staff.need.you')}</li>
        </ul>
      </div>
      <FormActions>
        <Button
          weight="main"
          type="submit"
          disabled={missing}
          autoFocus={!['add', 'rename', 'link', 'scope'].includes(kind)}
          data-testid="ceremony-next"
        >
          {t('common.next')}
        </Button>
      </FormActions>
    </form>
  );
}

function pointsOf({ kind, role }: Ceremony) {
  switch (kind) {
    case 'add':
      return [`add-${role}`, 'ownPin'] as const;
    case 'role':
      return ['role', `add-${role}`, 'ownPin'] as const;
    case 'reset':
      return ['reset', 'resetOpens', 'ownPin'] as const;
    case 'rename':
      return ['rename'] as const;
    case 'link':
      return ['link', 'linkSealed'] as const;
    case 'leave':
      return ['leave', 'leaveKeys', 'leaveLog'] as const;
    case 'open':
      return ['open', 'openForgot'] as const;
    case 'scope':
      return ['scope', 'scopeWider', 'scopeRule'] as const;
    default:
      return assertNever(kind);
  }
}

interface OwnRecordProps {
  readonly member: StaffMember;
  readonly resident: Ceremony['resident'];
}

/** Which record is theirs, chosen in their room; or that it is none any more. */
function OwnRecord({ member, resident }: OwnRecordProps) {
  const { t } = useTranslation();
  const { choose } = staffStore.getState();
  const [livesHere, setLivesHere] = useState(true);
  const now = member.resident;
  return (
    <>
      {now !== null && (
        <>
          <p data-testid="staff-resident-now">
            {t('staff.resident.now', {
              who: [now.nameMask ?? t('staff.resident.gone'), now.roomLabel ?? '']
                .filter((part) => part !== '')
                .join(' · '),
            })}
          </p>
          <Chips
            label={t('staff.resident.label')}
            testId="staff-lives"
            chosen={livesHere ? 'here' : 'elsewhere'}
            options={(['here', 'elsewhere'] as const).map((id) => ({ id, label: t(`staff.resident.${id}`) }))}
            onChoose={(id) => {
              setLivesHere(id === 'here');
              choose({ resident: id === 'here' ? 'not-chosen' : null });
            }}
          />
        </>
      )}
      {livesHere && (
        <ResidentOfRoom
          label={t('staff.resident.room')}
          chosen={resident === 'not-chosen' ? null : resident}
          onChoose={(personId) => choose({ resident: personId ?? 'not-chosen' })}
          autoFocus
          problem={null}
          testId="staff-resident"
        />
      )}
    </>
  );
}

/** Somebody new by a name, or somebody of the list who takes another role as well. */
function NewPerson({ ceremony: { role, name, twoRoles } }: { readonly ceremony: Ceremony }) {
  const { t } = useTranslation();
  const { choose } = staffStore.getState();
  const members = useStore(staffStore, (state) => state.members);
  const others = [
    ...new Set(
      members
        .filter((one) => !members.some((twin) => twin.displayName === one.displayName && twin.role === role))
        .map(({ displayName }) => displayName),
    ),
  ];
  return (
    <>
      <RoleChips role={role} roles={ROLES} />
      <Field label={t('staff.who')}>
        {(ids) => (
          <Select
            ids={ids}
            value={twoRoles ? name : null}
            choices={others.map((one) => ({ value: one, words: t('staff.sameAs', { name: one }) }))}
            none={{
              words: t('staff.somebodyNew'),
              onChoose: () => choose({ name: '', twoRoles: false }),
            }}
            testId="staff-same"
            onChoose={(same) => choose({ name: same, twoRoles: true })}
          />
        )}
      </Field>
      {!twoRoles && (
        <Field label={t('setup.person.name')} hint={t('staff.nameHint')}>
          {(ids) => (
            <TextInput
              {...ids}
              value={name}
              required
              autoFocus
              maxLength={30}
              data-testid="staff-name"
              onChange={(event) => choose({ name: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

function RoleChips({ role, roles }: { readonly role: Role; readonly roles: readonly Role[] }) {
  const { t } = useTranslation();
  return (
    <Chips
      label={t('staff.columns.role')}
      testId="staff-role"
      chosen={role}
      options={roles.map((id) => ({ id, label: t(`roles.${id}`) }))}
      onChoose={(chosen) =>
        staffStore.getState().choose({
          role: chosen,
          ...(staffStore.getState().ceremony?.twoRoles === true ? { name: '', twoRoles: false } : {}),
        })
      }
    />
  );
}

export function ProofStep({ ceremony, choices, onBack }: ProofStepProps) {
  const { t } = useTranslation();
  const { kind, member, role } = ceremony;
  const busy = useStore(staffStore, (state) => state.busy);
  const { goTo, submit } = staffStore.getState();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pinReady, setPinReady] = useState(false);
  const newPin = useRef<NewPinHandle>(null);
  const second = useRef<SecondHandle>(null);
  const own = useRef<SecretHandle>(null);
  const asksNewPin = needsNewPin(ceremony);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || (asksNewPin && !pinReady)) return;
    if (asksNewPin && !(await newPin.current?.isGood())) return;
    if ((own.current?.peek() ?? '') === '') return own.current?.focus();
    const behind = choices.as === null ? undefined : (second.current?.take() ?? null);
    if (behind === null) return second.current?.focus();
    setFailure(null);
    const problem = await submit({
      pin: own.current?.take() ?? '',
      ...(asksNewPin ? { newPin: newPin.current?.take() ?? '' } : {}),
      ...(behind === undefined ? {} : { second: behind }),
    });
    if (problem === null) return;
    setFailure(problem);
    (asksNewPin ? newPin : own).current?.focus();
  };

  return (
    <form className={cx(css.form)} onSubmit={(event) => void send(event)} data-testid="ceremony-proof">
      {asksNewPin && (
        <fieldset className={cx(css.part)}>
          <legend>{t('staff.part.owner', { name: member?.displayName ?? ceremony.name })}</legend>
          <p className="quiet small">{t('setup.person.handOver')}</p>
          <NewPinFields
            role={role}
            name={member?.displayName ?? ceremony.name}
            judge={bridge.vault['staff.checkPin']}
            handle={newPin}
            onReady={setPinReady}
            testIds={['new-pin', 'new-pin-confirm']}
          />
        </fieldset>
      )}
      {choices.as !== null && (
        <fieldset className={cx(css.part)}>
          <legend>{t(`staff.part.${choices.as}`)}</legend>
          {choices.people.length === 0 && !choices.sheet && (
            <Note kind="warn">{t('staff.second.nobody')}</Note>
          )}
          <SecondFields choices={choices} handle={second} />
        </fieldset>
      )}
      <fieldset className={cx(css.part)}>
        <legend>{t('staff.part.you')}</legend>
        <Field label={t('pin.own')}>
          {(ids) => (
            <PinInput
              {...ids}
              handle={own}
              required
              autoFocus={!asksNewPin && choices.as === null}
              data-testid="own-pin"
            />
          )}
        </Field>
      </fieldset>
      <FailureNote failure={failure} />
      <FormActions>
        <Button disabled={busy} data-testid="ceremony-back" onClick={onBack ?? (() => goTo('what'))}>
          {t('common.back')}
        </Button>
        <Button
          weight={kind === 'leave' ? 'danger' : 'main'}
          type="submit"
          disabled={busy || (asksNewPin && !pinReady)}
          data-testid="ceremony-submit"
        >
          {busy ? t('common.loading') : t(`staff.submit.${kind}`, { name: member?.displayName })}
        </Button>
      </FormActions>
    </form>
  );
}

function DoneStep({
  ceremony: { kind, member, name, role, twoRoles, scope },
}: {
  readonly ceremony: Ceremony;
}) {
  const { t } = useTranslation();
  const who: Pick<StaffMember, 'displayName'> =
    kind === 'add' || member === null ? { displayName: toOneLine(name) } : member;
  return (
    <div className={cx(css.form)} data-testid="ceremony-done">
      <Done role="status">
        {t(`staff.done.${kind}`, {
          name: who.displayName,
          became: toOneLine(name),
          role: t(`roles.${role}`),
          scope: scopeWords(t, scope),
        })}
      </Done>
      {twoRoles && <p>{t('staff.doneTwoRoles')}</p>}
      {kind === 'leave' && <Note kind="harm">{t('staff.doneKeys')}</Note>}
      <FormActions>
        {kind === 'leave' && (
          <Button
            weight="danger"
            autoFocus
            data-testid="ceremony-keys"
            onClick={() => deskStore.getState().go('keys')}
          >
            {t('due.go')}
          </Button>
        )}
        <Button
          weight={kind === 'leave' ? 'normal' : 'main'}
          autoFocus={kind !== 'leave'}
          data-testid="ceremony-close"
          onClick={() => staffStore.getState().leave()}
        >
          {t('staff.toList')}
        </Button>
      </FormActions>
    </div>
  );
}
