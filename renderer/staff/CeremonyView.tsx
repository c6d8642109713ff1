/** A change of staff in three steps: what will happen and who must be there, everybody's PIN in one form, what came of it. */
import { type ComponentType, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { toOneLine } from '../../contract/one-line.ts';
import { ROLES, type Role } from '../../contract/fields.ts';
import { assertNever } from '../../contract/result.ts';
import { isSameScope, widens } from '../../contract/scope/lists.ts';
import type { StaffMember } from '../../contract/staff/views.ts';
import { bridge } from '../bridge.ts';
import { scopeWords } from '../limit-override/area-words.ts';
import { useDesk } from '../pages/desk-context.ts';
import { deskStore } from '../pages/stores.ts';
import { ResidentOfRoom } from '../person/ResidentOfRoom.tsx';
import { staffStore } from './stores.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyShell, CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Done } from '../ui/Done.tsx';
import { Form, SubmitButton } from '../ui/Form.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { NewPinFields, type NewPinHandle } from '../ui/NewPinFields.tsx';
import { Note } from '../ui/Note.tsx';
import { PinField } from '../ui/PinField.tsx';
import { ReadFirst } from '../ui/ReadFirst.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { OptionalSelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { resultOf } from '../ui/use-submit.ts';
import { isReasonValid } from '../ui/WordsField.tsx';
import { ScopePicker } from './ScopePicker.tsx';
import { type SecondChoices, secondChoices } from './second-choices.ts';
import { SecondFields, type SecondHandle } from './SecondFields.tsx';
import css from './staff.module.css';
import { CEREMONY_STEPS, type Ceremony, type CeremonyStep } from './staff-store.ts';

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
  const Step = STEPS[step];
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
      <div key={step} className={cx(css.title)}>
        <CeremonyTitle>{t(`staff.steps.${step}`)}</CeremonyTitle>
      </div>
      <Step ceremony={ceremony} choices={choices} />
    </CeremonyShell>
  );
}

const STEPS: Readonly<Record<CeremonyStep, ComponentType<StepProps>>> = {
  what: WhatStep,
  proof: ProofStep,
  done: DoneStep,
};

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
  return (
    <Form
      name="ceremony"
      testIds={{ submit: 'ceremony-next' }}
      className={cx('stack4', css.form)}
      yes={t('common.next')}
      ready={!missing}
      isYesFocused={!['add', 'rename', 'link', 'scope'].includes(kind)}
      send={() => goTo('proof')}
    >
      {kind === 'scope' && <ScopePicker scope={ceremony.scope} why={ceremony.why} />}
      <ReadFirst>
        <ul className="bullets">
          {pointsOf(ceremony).map((point) => (
            <li key={point}>{t(`staff.points.${point}`, { name: member?.displayName })}</li>
          ))}
        </ul>
      </ReadFirst>
      {kind === 'add' && <NewPerson ceremony={ceremony} />}
      {kind === 'role' && member !== null && (
        <RoleChips role={role} roles={ROLES.filter((one) => one !== member.role)} />
      )}
      {kind === 'rename' && (
        <TextField
          label={t('staff.newName')}
          value={name}
          required
          autoFocus
          maxLength={30}
          testId="staff-name"
          onChange={(text) => staffStore.getState().choose({ name: text })}
        />
      )}
      {kind === 'link' && member !== null && <OwnRecord member={member} resident={resident} />}
      {twoRoles && <Note kind="warn">{t('staff.twoRolesWarn')}</Note>}
      {kind === 'leave' && member?.twoRoles === true && <Note kind="warn">{t('staff.leaveTwoRoles')}</Note>}
      <div>
        <h2>{t('staff.need.title')}</h2>
        <ul className="bullets">
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
    </Form>
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
            value={livesHere ? 'here' : 'elsewhere'}
            choices={choicesOf(['here', 'elsewhere'] as const, (id) => t(`staff.resident.${id}`))}
            onChange={(id) => {
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
      <OptionalSelectField
        label={t('staff.who')}
        value={twoRoles ? name : null}
        choices={choicesOf(others, (one) => t('staff.sameAs', { name: one }))}
        none={t('staff.somebodyNew')}
        testId="staff-same"
        onChange={(same) => choose({ name: same ?? '', twoRoles: same !== null })}
      />
      {!twoRoles && (
        <TextField
          label={t('setup.person.name')}
          hint={t('staff.nameHint')}
          value={name}
          required
          autoFocus
          maxLength={30}
          testId="staff-name"
          onChange={(text) => choose({ name: text })}
        />
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
      value={role}
      choices={choicesOf(roles, (id) => t(`roles.${id}`))}
      onChange={(chosen) =>
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
  const [pinReady, setPinReady] = useState(false);
  const newPin = useRef<NewPinHandle>(null);
  const second = useRef<SecondHandle>(null);
  const own = useRef<SecretHandle>(null);
  const asksNewPin = needsNewPin(ceremony);

  const send = async () => {
    if (asksNewPin && !(await newPin.current?.isGood())) return null;
    const behind = choices.as === null ? undefined : (second.current?.take() ?? null);
    if (behind === null) return (second.current?.focus(), null);
    return resultOf(
      submit({
        pin: own.current?.take() ?? '',
        ...(asksNewPin ? { newPin: newPin.current?.take() ?? '' } : {}),
        ...(behind === undefined ? {} : { second: behind }),
      }),
    );
  };

  return (
    <Form
      name="ceremony"
      testIds={{ form: 'ceremony-proof' }}
      className={cx('stack4', css.form)}
      busy={busy}
      ready={!asksNewPin || pinReady}
      send={send}
      onFailed={() => (asksNewPin ? newPin : own).current?.focus()}
      foot={
        <FormActions>
          <PinField handle={own} autoFocus={!asksNewPin && choices.as === null} testId="own-pin" />
          <SubmitButton
            weight={kind === 'leave' ? 'danger' : 'main'}
            disabled={asksNewPin && !pinReady}
            testId="ceremony-submit"
          >
            {busy ? t('common.loading') : t(`staff.submit.${kind}`, { name: member?.displayName })}
          </SubmitButton>
          <Button disabled={busy} data-testid="ceremony-back" onClick={onBack ?? (() => goTo('what'))}>
            {t('common.back')}
          </Button>
        </FormActions>
      }
    >
      {asksNewPin && (
        <fieldset className={cx('stack3', css.part)}>
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
        <fieldset className={cx('stack3', css.part)}>
          <legend>{t(`staff.part.${choices.as}`)}</legend>
          {choices.people.length === 0 && !choices.sheet && (
            <Note kind="warn">{t('staff.second.nobody')}</Note>
          )}
          <SecondFields choices={choices} handle={second} />
        </fieldset>
      )}
    </Form>
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
    <div className={cx('stack4', css.form)} data-testid="ceremony-done">
      <Note>
        <Done role="status">
          {t(`staff.done.${kind}`, {
            name: who.displayName,
            became: toOneLine(name),
            role: t(`roles.${role}`),
            scope: scopeWords(t, scope),
          })}
        </Done>
        {kind === 'add' && <p>{t('staff.doneNext')}</p>}
        {twoRoles && <p>{t('staff.doneTwoRoles')}</p>}
      </Note>
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
