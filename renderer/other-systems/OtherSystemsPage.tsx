/** The register of other systems: who is due first stands first. An admin adds, edits, checks and removes; a supervisor reads. */
import { useState } from 'react';
import {
  type AgreementClause,
  CLAUSES,
  type OtherSystemKind,
  type PasswordState,
  isHolder,
  isSafe,
  missingClauses,
  statesOf,
} from '../../contract/other-systems/lists.ts';
import { useTranslation } from '../messages/translate.ts';
import type { OtherSystem, OtherSystemFacts } from '../../contract/other-systems/routes.ts';
import { bridge } from '../bridge.ts';
import { ledTo } from '../pages/lead-store.ts';
import { useDesk } from '../pages/desk-context.ts';
import { useDraft } from '../pages/use-draft.ts';
import { useRegisterPage } from '../pages/use-register-page.ts';
import { Badge } from '../ui/Badge.tsx';
import { Actions } from '../ui/Actions.tsx';
import { Button } from '../ui/Button.tsx';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { DayField } from '../ui/DayField.tsx';
import { dayFrom } from '../ui/days.ts';
import { FieldLine } from '../ui/FieldLine.tsx';
import { Form } from '../ui/Form.tsx';
import type { Bound } from '../ui/form-scope.ts';
import { ListDrawer } from '../ui/ListDrawer.tsx';
import { RegisterPage } from '../ui/RegisterPage.tsx';
import { type InList, type Listing, RegisterTable } from '../ui/RegisterTable.tsx';
import { type Choice, choicesOf } from '../ui/Select.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { type Undo, toastsStore } from '../ui/toasts.ts';
import { type Register, otherSystemsStore } from './stores.ts';

type Open =
  | { readonly form: 'add' }
  | { readonly form: 'change' | 'check' | 'agreement' | 'remove'; readonly system: OtherSystem };

const { vault } = bridge;

export function OtherSystemsPage() {
  const { t } = useTranslation();
  const mayEdit = useDesk().signedIn.role === 'admin';
  const [isLed] = useState(() => ledTo('other-systems') !== null);
  const { frame, open, setOpen, close, read } = useRegisterPage<Register, Open>(
    otherSystemsStore,
    isLed ? { form: 'add' } : null,
  );
  /** Whoever was led here goes on from what was added to its check, and from that to the agreement. */
  const nextLed = (register?: Register): Open | null => {
    if (!isLed || register === undefined || open === null) return null;
    const known = new Set(frame.register?.systems.map(({ systemId }) => systemId));
    const added = register.systems.find(({ systemId }) => !known.has(systemId));
    if (open.form === 'add') return added === undefined ? null : { form: 'check', system: added };
    const checked = register.systems.find(({ systemId }) => systemId === open.system.systemId);
    return open.form !== 'check' || checked === undefined || isHolder(checked.kind)
      ? null
      : { form: 'agreement', system: checked };
  };
  const onClose = (register?: Register): void => {
    close(register);
    setOpen(nextLed(register));
  };
  const add = mayEdit && (
    <Button
      weight="main"
      disabled={frame.register === null}
      data-testid="other-system-add"
      onClick={() => setOpen({ form: 'add' })}
    >
      {t('otherSystems.add')}
    </Button>
  );
  return (
    <RegisterPage
      {...frame}
      screen="other-systems"
      name="other-systems"
      title={t('otherSystems.title')}
      lead={t('otherSystems.lead')}
      buttons={frame.register?.systems.length !== 0 && add}
      form={open !== null && <OpenForm open={open} onClose={onClose} onStale={read} />}
    >
      {({ systems }) =>
        systems.length === 0 ? (
          <EmptyState
            drawing="cable"
            words={t(mayEdit ? 'otherSystems.empty' : 'otherSystems.emptyRead')}
            testId="other-systems-empty"
          >
            {add}
          </EmptyState>
        ) : (
          <RegisterTable label={t('otherSystems.title')} listing={SYSTEMS} rows={systems}>
            {(one) => <SystemDrawer of={one} onOpen={mayEdit ? setOpen : null} />}
          </RegisterTable>
        )
      }
    </RegisterPage>
  );
}

const CHECK_TONES = { fine: 'good', soon: 'amber', overdue: 'harm', never: 'harm' } as const;

const SYSTEMS: Listing<OtherSystem> = {
  idOf: ({ systemId }) => systemId,
  marksOf: ({ check }) => ({ 'data-testid': 'other-system', 'data-check': check.state }),
  columns: (t) => [
    { id: 'name', header: t('otherSystems.fields.name'), cell: ({ name }) => name },
    {
      id: 'kind',
      header: t('otherSystems.fields.kind'),
      second: true,
      cell: ({ kind }) => t(`otherSystems.kinds.${kind}`),
    },
    { id: 'holder', header: t('otherSystems.fields.holder'), second: true, cell: ({ holder }) => holder },
    {
      id: 'password',
      header: t('otherSystems.kept'),
      second: true,
      cell: (system) => <Password system={system} />,
    },
    {
      id: 'agreement',
      header: t('otherSystems.agreementOf'),
      second: true,
      cell: ({ kind, agreement }) => !isHolder(kind) && <Agreement agreement={agreement} />,
    },
    {
      id: 'check',
      header: t('otherSystems.checkOf'),
      narrow: true,
      cell: ({ check: { state, last, daysLeft } }) => (
        <Badge tone={CHECK_TONES[state]}>
          {t(`otherSystems.checkStates.${state}`, { last: last ?? '', days: Math.abs(daysLeft ?? 0) })}
        </Badge>
      ),
    },
  ],
};

function Password({ system: { password } }: { readonly system: OtherSystem }) {
  const { t } = useTranslation();
  return <Badge tone={isSafe(password) ? 'plain' : 'amber'}>{t(`otherSystems.passwords.${password}`)}</Badge>;
}

/** In a word; which clauses are missing stands beside the list. */
function Agreement({ agreement }: Pick<OtherSystem, 'agreement'>) {
  const { t } = useTranslation();
  if (agreement === null) return <Badge tone="amber">{t('otherSystems.agreementStates.unread')}</Badge>;
  const count = missingClauses(agreement).length;
  return (
    <Badge tone={count === 0 ? 'plain' : 'amber'}>
      {count > 0
        ? t('otherSystems.agreementStates.missing', { count })
        : t(`otherSystems.agreementStates.${agreement.isProcessor ? 'whole' : 'none'}`)}
    </Badge>
  );
}

const DEEDS = ['check', 'agreement', 'change', 'remove'] as const;

interface SystemDrawerProps {
  readonly of: InList<OtherSystem>;
  /** Null for who may only read. */
  readonly onOpen: ((open: Open) => void) | null;
}

function SystemDrawer({ of, onOpen }: SystemDrawerProps) {
  const { t } = useTranslation();
  const system = of.row;
  const { state, last, next, daysLeft } = system.check;
  const holds = isHolder(system.kind);
  const facts = (['holder', 'holds', 'vendor', 'contract'] as const).map(
    (fact) => [t(`otherSystems.fields.${fact}`), system[fact]] as const,
  );
  const ends = system.contractEnded ? (
    <Badge tone="amber">{t('otherSystems.contractEnded', { day: system.contractEnds ?? '' })}</Badge>
  ) : (
    system.contractEnds
  );
  return (
    <ListDrawer
      of={of}
      name="other-system"
      title={system.name}
      hasSteps
      facts={[
        [t('otherSystems.fields.kind'), t(`otherSystems.kinds.${system.kind}`)],
        [
          t('otherSystems.checkOf'),
          t(`otherSystems.checks.${state}`, {
            last: last ?? '',
            next: next ?? '',
            days: Math.abs(daysLeft ?? 0),
          }),
        ],
        [
          t(holds ? 'otherSystems.keeping' : 'otherSystems.fields.password'),
          <Password key="" system={system} />,
        ],
        ...facts,
        [t('otherSystems.fields.contractEnds'), ends],
        [t('otherSystems.agreementOf'), holds ? null : <AgreementBadges agreement={system.agreement} />],
      ]}
      foot={
        onOpen !== null && (
          <Actions
            name="other-system"
            list={DEEDS.filter((one) => one !== 'agreement' || !holds).map((one, at) => ({
              testId: `other-system-${one}`,
              words: t(`otherSystems.${one}`),
              weight: one === 'remove' ? 'plainDanger' : at === 0 ? 'main' : 'normal',
              run: () => onOpen({ form: one, system }),
            }))}
          />
        )
      }
    />
  );
}

/** A clause that is not in it is an open item of its own. */
function AgreementBadges({ agreement }: Pick<OtherSystem, 'agreement'>) {
  const { t } = useTranslation();
  if (agreement === null) return <Badge tone="amber">{t('otherSystems.agreementUnread')}</Badge>;
  const missing = missingClauses(agreement);
  const { isProcessor, signedOn, readBy: by, readOn: on } = agreement;
  if (missing.length === 0)
    return isProcessor
      ? t('otherSystems.agreementWhole', { day: signedOn ?? '', by, on })
      : t('otherSystems.noProcessor', { by, on });
  return (
    <span className="line3">
      {missing.map((one) => (
        <Badge key={one} tone="amber">
          {t('otherSystems.clauseOpen', { clause: t(`otherSystems.clauses.${one}`) })}
        </Badge>
      ))}
    </span>
  );
}

interface FormProps {
  readonly onClose: (register?: Register) => void;
  /** Called where the form shows an older version than is kept. */
  readonly onStale: () => Promise<void>;
}

function OpenForm({ open, ...form }: FormProps & { readonly open: Open }) {
  switch (open.form) {
    case 'add':
      return <FactsForm system={null} {...form} />;
    case 'change':
      return <FactsForm key={open.system.version} system={open.system} {...form} />;
    case 'check':
      return <CheckForm system={open.system} {...form} />;
    case 'agreement':
      return <AgreementForm system={open.system} {...form} />;
    case 'remove':
      return <RemoveForm system={open.system} {...form} />;
  }
}

const EMPTY: OtherSystemFacts = {
  kind: 'parking',
  name: '',
  vendor: '',
  contract: '',
  contractEnds: null,
  holder: '',
  holds: '',
  password: 'unknown',
};

type Draft = Omit<OtherSystemFacts, 'contractEnds'> & { readonly contractEnds: string };

function FactsForm({ system, ...form }: FormProps & { readonly system: OtherSystem | null }) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { draft, put, of } = useDraft<Draft>(() => ({
    ...factsOf(system ?? { ...EMPTY, holder: signedIn.displayName }),
    contractEnds: system?.contractEnds ?? '',
  }));
  const [before] = useState(() => otherSystemsStore.getState().register?.systems ?? []);
  const holds = isHolder(draft.kind);
  const fact = <Name extends keyof Draft>(name: Name) => ({
    ...of(name),
    label: t(`otherSystems.fields.${name as keyof Draft}`),
  });
  const text = { grow: true, maxLength: 60 };
  const send = () => {
    const changed = holds
      ? { ...draft, vendor: '', contract: '', contractEnds: null }
      : { ...draft, contractEnds: dayFrom(draft.contractEnds) };
    return system === null
      ? vault['systems.add']({ system: changed })
      : vault['systems.change']({ ...seenOf(system), system: changed });
  };
  return (
    <Form
      {...form}
      about={system?.systemId ?? ''}
      name="other-system"
      focus="field"
      title={
        system === null ? t('otherSystems.addTitle') : t('otherSystems.changeTitle', { name: system.name })
      }
      yes={t('common.save')}
      send={send}
      onDone={(register) => {
        form.onClose(register);
        toastsStore
          .getState()
          .show({ words: (say) => say('edit.saved'), undo: undoOf(before, system, register) });
      }}
    >
      <FieldLine>
        <SelectField
          {...fact('kind')}
          choices={choicesIn(t('otherSystems.kinds', { returnObjects: true }))}
          onChange={(kind) => put({ kind, password: stateFor(kind, draft.password) })}
        />
        <TextField
          {...fact('name')}
          {...text}
          hint={t(holds ? 'otherSystems.nameHolderHint' : 'otherSystems.nameHint')}
          autoFocus
          required
        />
        <TextField {...fact('holds')} {...text} hint={t('otherSystems.holdsHint')} />
      </FieldLine>
      {!holds && (
        <FieldLine>
          <TextField {...fact('vendor')} {...text} />
          <TextField {...fact('contract')} {...text} />
          <DayField {...fact('contractEnds')} />
        </FieldLine>
      )}
      <TextField {...fact('holder')} {...text} hint={t('otherSystems.holderHint')} />
      <PasswordField kind={draft.kind} {...of('password')} />
    </Form>
  );
}

const seenOf = ({ systemId, version }: OtherSystem) => ({ systemId, version });

/** By the routes of the page itself, with an entry of its own: what was added is removed, what was changed is changed back. */
function undoOf(
  before: readonly OtherSystem[],
  changed: OtherSystem | null,
  { systems }: Register,
): Undo | null {
  const ids = new Set(before.map(({ systemId }) => systemId));
  const now = systems.find(({ systemId }) =>
    changed === null ? !ids.has(systemId) : systemId === changed.systemId,
  );
  if (now === undefined) return null;
  const { systemId, version } = now;
  return async () => {
    const reply =
      changed === null
        ? await vault['systems.remove']({ systemId, version })
        : await vault['systems.change']({ systemId, version, system: factsOf(changed) });
    if (!reply.ok) return reply.error;
    otherSystemsStore.getState().show(reply.value);
    return null;
  };
}

const FACTS = Object.keys(EMPTY) as readonly (keyof OtherSystemFacts)[];

/** Without what the vault adds: a request takes nothing else. */
const factsOf = (system: OtherSystemFacts): OtherSystemFacts =>
  Object.fromEntries(FACTS.map((fact) => [fact, system[fact]])) as unknown as OtherSystemFacts;

// A check, and what a removal took with it, cannot be put back: it is said and no more.

function CheckForm({ system, ...form }: FormProps & { readonly system: OtherSystem }) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ password: system.password });
  return (
    <Form
      {...form}
      name="other-system"
      title={t('otherSystems.checkTitle', { name: system.name })}
      yes={t('otherSystems.checkSave')}
      send={() => vault['systems.check']({ ...seenOf(system), password: draft.password })}
      toast={(say) => say('edit.saved')}
    >
      <p>{t(isHolder(system.kind) ? 'otherSystems.checkHolderLead' : 'otherSystems.checkLead')}</p>
      <PasswordField kind={system.kind} {...of('password')} />
    </Form>
  );
}

function AgreementForm({ system, ...form }: FormProps & { readonly system: OtherSystem }) {
  const { t } = useTranslation();
  const { agreement } = system;
  const { draft, of } = useDraft<{
    readonly processor: 'yes' | 'no';
    readonly signedOn: string;
    readonly clauses: readonly AgreementClause[];
  }>({
    processor: agreement?.isProcessor === false ? 'no' : 'yes',
    signedOn: agreement?.signedOn ?? '',
    clauses: agreement?.clauses ?? [],
  });
  const isProcessor = draft.processor === 'yes';
  const read = isProcessor
    ? { isProcessor, signedOn: dayFrom(draft.signedOn), clauses: [...draft.clauses] }
    : { isProcessor, signedOn: null, clauses: [] };
  return (
    <Form
      {...form}
      name="other-system"
      focus="field"
      title={t('otherSystems.agreementTitle', { name: system.name })}
      lead={t('otherSystems.agreementLead')}
      yes={t('otherSystems.agreementSave')}
      pin="last"
      send={({ pin }) => vault['systems.agreement']({ ...seenOf(system), agreement: read, pin })}
      toast={(say) => say('edit.saved')}
    >
      <Chips
        {...of('processor')}
        label={t('otherSystems.vendorDoes')}
        choices={choicesIn(t('otherSystems.processors', { returnObjects: true }))}
      />
      {isProcessor && (
        <>
          <DayField {...of('signedOn')} label={t('otherSystems.signedOn')} required />
          <SeveralChips
            {...of('clauses')}
            label={t('otherSystems.clausesIn')}
            choices={choicesOf(CLAUSES, (one) => t(`otherSystems.clauses.${one}`))}
          />
        </>
      )}
    </Form>
  );
}

function RemoveForm({ system, ...form }: FormProps & { readonly system: OtherSystem }) {
  const { t } = useTranslation();
  return (
    <Form
      {...form}
      name="other-system"
      focus="back"
      title={t('otherSystems.removeTitle', { name: system.name })}
      isDanger
      yes={t('otherSystems.removeYes', { name: system.name })}
      send={() => vault['systems.remove'](seenOf(system))}
      toast={(say) => say('otherSystems.removed')}
    >
      <p>{t('otherSystems.removeLead')}</p>
    </Form>
  );
}

function PasswordField({ kind, ...field }: Bound<PasswordState> & { readonly kind: OtherSystemKind }) {
  const { t } = useTranslation();
  return (
    <Chips
      {...field}
      label={t(isHolder(kind) ? 'otherSystems.keeping' : 'otherSystems.fields.password')}
      choices={choicesOf(statesOf(kind), (state) => t(`otherSystems.passwords.${state}`))}
      testId="other-system-password"
    />
  );
}

/** The same state where the kind has it. */
const stateFor = (kind: OtherSystemKind, state: PasswordState): PasswordState =>
  statesOf(kind).includes(state) ? state : 'unknown';

/** A choice for every word of a list. */
const choicesIn = <Value extends string>(words: Readonly<Record<Value, string>>): readonly Choice<Value>[] =>
  choicesOf(Object.keys(words) as Value[], (value) => words[value]);
