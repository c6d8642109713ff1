/** The register of other systems: who is due first stands first. An admin adds, edits, checks and removes; a supervisor reads. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import {
  type OtherSystemKind,
  type PasswordState,
  isHolder,
  isSafe,
  statesOf,
} from '../../contract/other-systems/lists.ts';
import type { OtherSystem, OtherSystemFacts } from '../../contract/other-systems/routes.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { StepForm } from '../pages/StepForm.tsx';
import { useUnsaved } from '../pages/use-unsaved.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { dayFrom } from '../ui/days.ts';
import { Field, type FieldIds } from '../ui/Field.tsx';
import formCss from '../ui/form.module.css';
import { Icon } from '../ui/Icon.tsx';
import { Note } from '../ui/Note.tsx';
import { type Choice, Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { Page, PageBody } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import pageCss from '../ui/page.module.css';
import { ReadFailure } from '../ui/ReadFailure.tsx';
import { type ToastContent, type Undo, toastsStore } from '../ui/toasts.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { type Register, registerStore } from './stores.ts';

type Open =
  | { readonly form: 'add' }
  | { readonly form: 'change' | 'check' | 'remove'; readonly system: OtherSystem };

const { vault } = bridge;

export function OtherSystemsPage() {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const { systems, failure, read, show } = useStore(registerStore);
  const [open, setOpen] = useState<Open | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const mayEdit = signedIn.role === 'admin';
  useEffect(() => void read(), [read]);
  const close = (register?: Register): void => {
    if (register !== undefined) show(register);
    setOpen(null);
    list.current?.focus();
  };
  return (
    <Page testId="screen-other-systems">
      <PageHeader title={t('otherSystems.title')} lead={t('otherSystems.lead')}>
        {mayEdit && (
          <Button
            weight="main"
            disabled={systems === null}
            data-testid="other-system-add"
            onClick={() => setOpen({ form: 'add' })}
          >
            <Icon name="plus" /> {t('otherSystems.add')}
          </Button>
        )}
      </PageHeader>
      <ReadFailure failure={failure} testId="other-systems-again" onAgain={() => void read()} />
      {systems === null && failure === null && <Waiting testId="other-systems-reading" />}
      {systems !== null && (
        <PageBody ref={list} label={t('otherSystems.title')}>
          {open?.form === 'add' && <FactsForm system={null} onClose={close} onStale={read} />}
          {systems.length === 0 && open === null && (
            <EmptyState
              drawing="cable"
              words={mayEdit ? t('otherSystems.empty') : t('otherSystems.emptyRead')}
              testId="other-systems-empty"
            >
              {mayEdit && (
                <Button data-testid="other-system-first" onClick={() => setOpen({ form: 'add' })}>
                  {t('otherSystems.add')}
                </Button>
              )}
            </EmptyState>
          )}
          {systems.map((system) => (
            <System
              key={system.systemId}
              system={system}
              open={
                open !== null && open.form !== 'add' && open.system.systemId === system.systemId ? open : null
              }
              onOpen={mayEdit ? setOpen : null}
              onClose={close}
              onStale={read}
            />
          ))}
        </PageBody>
      )}
    </Page>
  );
}

interface FormProps {
  readonly onClose: (register?: Register) => void;
  /** What the form shows is no longer what is kept. */
  readonly onStale: () => Promise<void>;
}

function System({
  system,
  open,
  onOpen,
  ...form
}: FormProps & {
  readonly system: OtherSystem;
  readonly open: Open | null;
  readonly onOpen: ((open: Open) => void) | null;
}) {
  const { t } = useTranslation();
  if (open?.form === 'change') return <FactsForm key={system.version} system={system} {...form} />;
  return (
    <section
      className={cx(pageCss.section)}
      aria-label={system.name}
      data-testid="other-system"
      data-check={system.check.state}
    >
      <Facts system={system} />
      {open?.form === 'check' && <CheckForm system={system} {...form} />}
      {open?.form === 'remove' && <RemoveForm system={system} {...form} />}
      {open === null && onOpen !== null && (
        <div className={cx(formCss.actions)}>
          {(['check', 'change', 'remove'] as const).map((one) => (
            <Button
              key={one}
              weight={({ check: 'normal', change: 'plain', remove: 'plainDanger' } as const)[one]}
              aria-label={`${t(`otherSystems.${one}`)} · ${system.name}`}
              data-testid={`other-system-${one}`}
              onClick={() => onOpen({ form: one, system })}
            >
              {t(`otherSystems.${one}`)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

/** What is kept of a system; what is not as it should be says so in words and in colour. */
function Facts({ system }: { readonly system: OtherSystem }) {
  const { t } = useTranslation();
  const { state, last, next, daysLeft } = system.check;
  const check = t(`otherSystems.checks.${state}`, {
    last: last ?? '',
    next: next ?? '',
    days: Math.abs(daysLeft ?? 0),
  });
  const password = t(`otherSystems.passwords.${system.password}`);
  const facts = (['holds', 'vendor', 'contract', 'contractEnds', 'holder'] as const).filter(
    (fact) => (system[fact] ?? '') !== '' && !(fact === 'contractEnds' && system.contractEnded),
  );
  return (
    <>
      <h2>
        {system.name} <span className="quiet">{t(`otherSystems.kinds.${system.kind}`)}</span>
      </h2>
      {facts.length > 0 && (
        <p>{facts.map((fact) => `${t(`otherSystems.fields.${fact}`)} ${system[fact] ?? ''}`).join(' · ')}</p>
      )}
      {state === 'fine' ? (
        <p data-testid="other-system-due">{check}</p>
      ) : (
        <Note kind={state === 'soon' ? 'warn' : 'harm'} testId="other-system-due">
          <p>{check}</p>
        </Note>
      )}
      {isSafe(system.password) ? (
        <p>{password}</p>
      ) : (
        <Note kind="warn" testId="other-system-password">
          <p>{`${t(isHolder(system.kind) ? 'otherSystems.keeping' : 'otherSystems.fields.password')} · ${password}`}</p>
        </Note>
      )}
      {system.contractEnded && (
        <Note kind="warn" testId="other-system-contract">
          <p>{t('otherSystems.contractEnded', { day: system.contractEnds ?? '' })}</p>
        </Note>
      )}
    </>
  );
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

function FactsForm({ system, ...form }: FormProps & { readonly system: OtherSystem | null }) {
  const { t } = useTranslation();
  const [facts, setFacts] = useState<OtherSystemFacts>(() => factsOf(system ?? EMPTY));
  const [before] = useState(() => registerStore.getState().systems ?? []);
  const [ends, setEnds] = useState(system?.contractEnds ?? '');
  const [isAsked, setIsAsked] = useState(false);
  const contractEnds = dayFrom(ends);
  const isNoDay = !isHolder(facts.kind) && ends.trim() !== '' && contractEnds === null;
  const markDirty = useUnsaved();
  const put = (changed: Partial<OtherSystemFacts>): void => {
    markDirty();
    setFacts((before) => ({ ...before, ...changed }));
  };
  const holds = isHolder(facts.kind);
  const text = (fact: 'name' | 'vendor' | 'contract' | 'holder' | 'holds', hint?: string) => (
    <Field label={t(`otherSystems.fields.${fact}`)} hint={hint} className={formCss.grow}>
      {(ids) => (
        <TextInput
          {...ids}
          autoFocus={fact === 'name'}
          required={fact === 'name'}
          maxLength={60}
          value={facts[fact]}
          data-testid={`other-system-${fact}`}
          onChange={(event) => put({ [fact]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  const onClose = (register?: Register): void => {
    form.onClose(register);
    if (register === undefined) return;
    toastsStore
      .getState()
      .show({ words: (say) => say('edit.saved'), undo: undoOf(before, system, register) });
  };
  return (
    <StepForm
      {...form}
      name="other-system"
      focus="field"
      onClose={onClose}
      title={
        system === null ? t('otherSystems.addTitle') : t('otherSystems.changeTitle', { name: system.name })
      }
      yes={t('otherSystems.save')}
      isReady={() => {
        setIsAsked(true);
        return !isNoDay;
      }}
      send={() => {
        const changed = holds
          ? { ...facts, vendor: '', contract: '', contractEnds: null }
          : { ...facts, contractEnds };
        return system === null
          ? vault['systems.add']({ system: changed })
          : vault['systems.change']({
              systemId: system.systemId,
              version: system.version,
              system: changed,
            });
      }}
    >
      <div className={cx(formCss.line)}>
        <Field label={t('otherSystems.fields.kind')}>
          {(ids) => (
            <Select
              ids={ids}
              value={facts.kind}
              choices={choicesOf(t('otherSystems.kinds', { returnObjects: true }))}
              testId="other-system-kind"
              onChoose={(kind) => put({ kind, password: stateFor(kind, facts.password) })}
            />
          )}
        </Field>
        {text('name', t(holds ? 'otherSystems.nameHolderHint' : 'otherSystems.nameHint'))}
        {text('holds', t('otherSystems.holdsHint'))}
      </div>
      {!holds && (
        <div className={cx(formCss.line)}>
          {text('vendor')}
          {text('contract')}
          <Field
            label={t('otherSystems.fields.contractEnds')}
            problem={isAsked && isNoDay ? t('day.none') : null}
          >
            {(ids) => (
              <DayInput
                ids={ids}
                text={ends}
                testId="other-system-contractEnds"
                onChange={(text) => {
                  markDirty();
                  setEnds(text);
                  setIsAsked(false);
                }}
                onDone={() => setIsAsked(true)}
              />
            )}
          </Field>
        </div>
      )}
      <div className={cx(formCss.line)}>
        {text('holder', t('otherSystems.holderHint'))}
        <Field label={t(holds ? 'otherSystems.keeping' : 'otherSystems.fields.password')}>
          {(ids) => (
            <PasswordChoice
              ids={ids}
              kind={facts.kind}
              value={facts.password}
              onChoose={(password) => put({ password })}
            />
          )}
        </Field>
      </div>
    </StepForm>
  );
}

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
    registerStore.getState().show(reply.value);
    return null;
  };
}

/** Without what the vault adds: a request takes nothing else. */
const factsOf = ({
  kind,
  name,
  vendor,
  contract,
  contractEnds,
  holder,
  holds,
  password,
}: OtherSystemFacts): OtherSystemFacts => ({
  kind,
  name,
  vendor,
  contract,
  contractEnds,
  holder,
  holds,
  password,
});

/** A check, and what a removal took with it, cannot be put back: it is said and no more. */
const tellDone =
  (onClose: FormProps['onClose'], words: ToastContent['words']): FormProps['onClose'] =>
  (register) => {
    onClose(register);
    if (register !== undefined) toastsStore.getState().show({ words });
  };

function CheckForm({ system, ...form }: FormProps & { readonly system: OtherSystem }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState(system.password);
  return (
    <StepForm
      {...form}
      name="other-system"
      focus="field"
      onClose={tellDone(form.onClose, (say) => say('edit.saved'))}
      title={t('otherSystems.checkTitle', { name: system.name })}
      yes={t('otherSystems.checkSave')}
      send={() => vault['systems.check']({ systemId: system.systemId, version: system.version, password })}
    >
      <p>{t(isHolder(system.kind) ? 'otherSystems.checkHolderLead' : 'otherSystems.checkLead')}</p>
      <Field
        label={t(isHolder(system.kind) ? 'otherSystems.keeping' : 'otherSystems.fields.password')}
        className={formCss.half}
      >
        {(ids) => (
          <PasswordChoice ids={ids} autoFocus kind={system.kind} value={password} onChoose={setPassword} />
        )}
      </Field>
    </StepForm>
  );
}

function RemoveForm({ system, ...form }: FormProps & { readonly system: OtherSystem }) {
  const { t } = useTranslation();
  return (
    <StepForm
      {...form}
      name="other-system"
      focus="back"
      onClose={tellDone(form.onClose, (say) => say('otherSystems.removed'))}
      title={t('otherSystems.removeTitle', { name: system.name })}
      isDanger
      yes={t('otherSystems.removeYes', { name: system.name })}
      send={() => vault['systems.remove']({ systemId: system.systemId, version: system.version })}
    >
      <p>{t('otherSystems.removeLead')}</p>
    </StepForm>
  );
}

interface PasswordChoiceProps {
  readonly ids: FieldIds;
  readonly kind: OtherSystemKind;
  readonly value: PasswordState;
  readonly autoFocus?: boolean;
  readonly onChoose: (password: PasswordState) => void;
}

function PasswordChoice({ ids, kind, value, autoFocus = false, onChoose }: PasswordChoiceProps) {
  const { t } = useTranslation();
  return (
    <Select
      ids={ids}
      autoFocus={autoFocus}
      value={value}
      choices={statesOf(kind).map((state) => ({ value: state, words: t(`otherSystems.passwords.${state}`) }))}
      testId="other-system-password-state"
      onChoose={onChoose}
    />
  );
}

/** The same state where the kind has it. */
const stateFor = (kind: OtherSystemKind, state: PasswordState): PasswordState =>
  statesOf(kind).includes(state) ? state : 'unknown';

/** A choice for every word of a list. */
const choicesOf = <Value extends string>(words: Readonly<Record<Value, string>>): readonly Choice<Value>[] =>
  (Object.keys(words) as Value[]).map((value) => ({ value, words: words[value] }));
