/**
 * The one form: what it is about, its fields, the own PIN last, what went wrong directly above the ways out, the step forward first. It is sent once
 * at a time and not before React Aria finds nothing wrong with its fields; Escape leads to the way back, which alone throws away what was typed.
 */
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useMemo,
  useRef,
} from 'react';
import { createPortal } from 'react-dom';
import { type Translate, useTranslation } from '../messages/translate.ts';
import { useStore } from 'zustand';
import type { SlotId } from '../../contract/ids.ts';
import type { Failure, Result } from '../../contract/result.ts';
import { Button, type ButtonProps, CloseButton } from './Button.tsx';
import { cx } from './cx.ts';
import { useKeptDraft } from './draft-keeping.ts';
import { focusQuietly } from './focus-quietly.ts';
import { FormActions } from './FormActions.tsx';
import { KeptDraftNote } from './KeptDraftNote.tsx';
import { FormScope, type ProofHandle, useFormScope } from './form-scope.ts';
import { FailureNote } from './Note.tsx';
import pageCss from './page.module.css';
import css from './ui.module.css';
import { PinField } from './PinField.tsx';
import panelCss from './task-panel.module.css';
import { TaskPanelHost } from './task-panel-host.ts';
import { TaskPanel } from './TaskPanel.tsx';
import { type Deed, signingStore } from './signing.ts';
import type { SecretHandle } from './TextInput.tsx';
import { toastsStore } from './toasts.ts';
import { useKeptInView } from './use-kept-in-view.ts';
import { useEscapeToCancel, useSubmit } from './use-submit.ts';

/** Input that a form is sent with and React may not keep. A secret leaves its input as it is read here, once. */
export interface Typed {
  readonly pin: string;
  /** Whether a second person is asked for. */
  readonly hasSecond: boolean;
  readonly second: { readonly slotId: SlotId; readonly pin: string };
  /** The value of the button that was pressed; empty for the main one. */
  readonly by: string;
}

export interface FormProps<Done> {
  /** Test hooks: `<name>-form`, `<name>-submit`, `<name>-cancel`, and `<name>-<field>` of the fields bound in it. */
  readonly name: string;
  /** For fields that stand outside of it. */
  readonly id?: string;
  /** Where they are called otherwise. */
  readonly testIds?: { readonly form?: string; readonly submit?: string; readonly cancel?: string };
  /** `data-<name>` of the form. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  /** Its heading. */
  readonly title?: string;
  /** What it is about beside the page, the person and the room that are open: what is typed is kept over a lock for that alone. Nothing is kept where it is left out. */
  readonly about?: string | number | undefined;
  /** Accessible name, where the form has no heading of its own. */
  readonly label?: string;
  readonly lead?: ReactNode;
  /** How it is laid out where it is not a step on a page. */
  readonly className?: string | undefined;
  /** The step forward; null while there is none. Without it the form ends with its fields, among which is a `SubmitButton`. */
  readonly yes?: string | null;
  /** Words of the step forward while it is under way. */
  readonly busyWords?: string;
  /** It has the focus at first: there is nothing else to be done. */
  readonly isYesFocused?: boolean;
  /** Something is taken away for good. */
  readonly isDanger?: boolean;
  /** The button can be pressed. */
  readonly ready?: boolean;
  /** Initial focus. For a step that cannot be undone, the way back: a key that is pressed once too often must not take the step. */
  readonly focus?: 'title' | 'back' | 'field';
  /** The own PIN is asked for last. Alone it has the focus, at first and after a failure. */
  readonly pin?: 'last' | 'alone';
  /** What it is about may wait for a signature, which signs other deeds as well; false: it does not wait, and signs those that do. */
  readonly gathers?: boolean;
  /** Focus after a failure. */
  readonly refocus?: 'pin' | 'second' | undefined;
  /** Whether it is kept on the screen as it grows, as a step on a page is. */
  readonly isKeptInView?: boolean;
  /** Beyond the form's own. */
  readonly busy?: boolean;
  /** Said until the form is sent, beyond its own. */
  readonly failure?: Failure | null;
  /** Nothing comes back where there was nothing to send, or the failure is told elsewhere. */
  readonly send: (typed: Typed) => Promise<Result<Done> | null | void> | null | void;
  /** Asked before it is sent or put aside: false where something is missing, which the form says then. */
  readonly check?: () => boolean;
  /** What there is to be put right, said alone: `check` and `required` keep a form from being sent. */
  readonly complaint?: string | null;
  /** Called once it is done. A reading in it is waited for: who goes on from an earlier one would be refused. */
  readonly onDone?: (done: Done) => void | Promise<void>;
  /** Words of the toast after it is done. */
  readonly toast?: (t: Translate, done: Done) => string;
  /** It failed. */
  readonly onFailed?: (failure: Failure) => void;
  /** The way back; done where nothing else is said of that. */
  readonly onClose?: ((done?: Done) => void | Promise<void>) | undefined;
  /** Called when the form was left after a failure because it shows an older version than is kept. */
  readonly onStale?: () => Promise<void>;
  /** Words of the way back. */
  readonly no?: string;
  /** Ways on beside the main one. */
  readonly more?: ReactNode;
  /** After the way back. */
  readonly aside?: ReactNode;
  /** Under the ways out. */
  readonly after?: ReactNode;
  /** In the place of all ways out. */
  readonly foot?: ReactNode;
  /** The ways out stay where they are: another form of the screen has its foot. */
  readonly inPlace?: boolean;
  /** Keys beside Escape. */
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  /** For who looks into it. */
  readonly formRef?: RefObject<HTMLFormElement | null>;
  readonly children?: ReactNode;
}

export function Form<Done>(asked: FormProps<Done>) {
  const waiting = useWaiting(asked);
  const props = waiting.props;
  const { name, title, label, lead, className, ready = true, pin, inPlace = false, children } = props;
  const host = useContext(TaskPanelHost);
  // One that can be left again is a deed that somebody began.
  const panel = className === undefined && props.onClose !== undefined && !inPlace ? host : null;
  const ref = useRef<HTMLFormElement>(null);
  const form = props.formRef ?? ref;
  const { isBusy, failure, onSubmit, scope } = useSending(props);
  const kept = useKeptDraft(
    panel !== null && props.about !== undefined,
    form,
    `${name} ${props.about ?? ''}`,
  );
  const { cancel, onKeyDown } = useEscapeToCancel();
  // Spread: keys of the whole form, which is nothing to be pressed itself.
  const keys = {
    onKeyDown: (event: KeyboardEvent): void => {
      onKeyDown(event);
      props.onKeyDown?.(event);
    },
  };
  useKeptInView((props.isKeptInView ?? className === undefined) && panel === null ? form : NOTHING);
  const named = label ?? title;
  const focus = props.focus ?? (pin === 'alone' ? 'field' : 'title');
  const head = title !== undefined && (
    <>
      <h2 tabIndex={-1} ref={focus === 'title' ? focusQuietly : null}>
        {title}
      </h2>
      {panel !== null && (
        <CloseButton
          testId={`${name}-close`}
          onClose={() => (cancel.current === null ? void props.onClose?.() : cancel.current.click())}
        />
      )}
    </>
  );
  const fields = (
    <>
      <KeptDraftNote {...kept} />
      {lead !== undefined && <p className={cx('quiet', panelCss.lead)}>{lead}</p>}
      {children}
      {waiting.deeds.length > 0 && <WaitingDeeds deeds={waiting.deeds} />}
      {pin !== undefined && <PinField autoFocus={pin === 'alone'} />}
    </>
  );
  const errors = (
    <>
      {props.complaint !== undefined && props.complaint !== null && (
        <p role="alert" data-testid="edit-complaint">
          {props.complaint}
        </p>
      )}
      <FailureNote failure={failure} />
    </>
  );
  const foot = (
    <>
      {props.foot ?? (
        <Foot {...props} isBusy={isBusy} ready={ready} focus={focus} failure={failure} cancel={cancel} />
      )}
      {props.after}
    </>
  );
  const own = className === '' ? 'stack3' : (className ?? cx(pageCss.section, pageCss.pending));
  const shown = (
    <form
      ref={form}
      className={panel === null ? own : cx(panelCss.panel)}
      {...(props.id === undefined ? {} : { id: props.id })}
      {...(named === undefined ? {} : { 'aria-label': named })}
      data-testid={props.testIds?.form ?? `${name}-form`}
      {...props.data}
      onSubmit={(event) => void onSubmit(event)}
      {...keys}
    >
      <FormScope value={scope}>
        {panel === null ? (
          <>
            {head}
            {fields}
            <div className={cx(css.formFoot)}>
              {errors}
              {foot}
            </div>
          </>
        ) : (
          <TaskPanel head={head} errors={errors} foot={foot}>
            {fields}
          </TaskPanel>
        )}
      </FormScope>
    </form>
  );
  return panel === null ? shown : createPortal(shown, panel);
}

const NOTHING: RefObject<null> = { current: null };

/** What a form with a PIN does about deeds that wait for one: it puts its own beside them, or signs them before its own. */
function useWaiting<Done>(props: FormProps<Done>): {
  readonly props: FormProps<Done>;
  /** Those that its PIN signs as well. */
  readonly deeds: readonly Deed[];
} {
  const { t } = useTranslation();
  const { deeds, isGathering, put, sign } = useStore(signingStore);
  const { pin: _, gathers, send, title, label, ...rest } = props;
  if (gathers === undefined) return { props, deeds: [] };
  if (gathers && isGathering) {
    const later = (): Promise<Result<Done> | null | void> => {
      put({ title: title ?? label ?? '', send: (pin) => Promise.resolve(send(signedBy(pin))) });
      toastsStore.getState().show({ words: (say) => say('signing.put') });
      void props.onClose?.();
      return Promise.resolve(null);
    };
    const words = { yes: t('signing.later'), focus: props.focus ?? 'title' } as const;
    const named = { ...(title !== undefined && { title }), ...(label !== undefined && { label }) };
    return { props: { ...rest, ...named, ...words, send: later }, deeds: [] };
  }
  if (deeds.length === 0) return { props, deeds };
  const withOthers = async (typed: Typed): Promise<Result<Done> | null | void> => {
    const { pin, by, hasSecond } = typed;
    const error = await sign(pin);
    if (error !== null) return { ok: false, error };
    return send({
      pin,
      by,
      hasSecond,
      get second() {
        return typed.second;
      },
    });
  };
  return { props: { ...props, send: withOthers }, deeds };
}

/** As it is typed by somebody alone. */
const signedBy = (pin: string): Typed => ({
  by: '',
  pin,
  hasSecond: false,
  get second(): never {
    throw new RangeError('nobody else is asked');
  },
});

function WaitingDeeds({ deeds }: { readonly deeds: readonly Deed[] }) {
  const { t } = useTranslation();
  return (
    <div data-testid="signs-also">
      <p className="quiet">{t('signing.also', { count: deeds.length })}</p>
      <ul>
        {deeds.map((deed, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- two may be called the same
          <li key={at}>{deed.title}</li>
        ))}
      </ul>
    </div>
  );
}

/** Sends it, and what the fields have of that. */
function useSending<Done>(props: FormProps<Done>) {
  const {
    name,
    ready = true,
    pin: asked,
    refocus = asked === 'alone' ? 'pin' : undefined,
    send,
    onClose,
    onDone = onClose,
    onFailed,
    toast,
  } = props;
  const sending = useSubmit();
  const pin = useRef<SecretHandle>(null);
  const second = useRef<ProofHandle>(null);
  const isBusy = sending.busy || props.busy === true;
  const failure = sending.failure ?? props.failure ?? null;
  const scope = useMemo(() => ({ name, isBusy, failure, pin, second }), [name, isBusy, failure]);
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (isBusy || !ready || props.check?.() === false) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const by = submitter instanceof HTMLButtonElement ? submitter.value : '';
    const sent = send(typedInto(pin, second, by));
    if (!(sent instanceof Promise)) return;
    const failed = await sending.submit(
      async () => (await sent) ?? null,
      (done) => {
        const ending = onDone?.(done);
        if (toast !== undefined) toastsStore.getState().show({ words: (t) => toast(t, done) });
        void Promise.resolve(ending).then(() => signingStore.getState().tellSent());
        return ending;
      },
    );
    if (failed === null) return;
    onFailed?.(failed);
    if (refocus !== undefined) ({ pin, second })[refocus].current?.focus();
  };
  return { isBusy, failure, onSubmit, scope };
}

const typedInto = (
  pin: RefObject<SecretHandle | null>,
  second: RefObject<ProofHandle | null>,
  by: string,
): Typed => ({
  by,
  get hasSecond() {
    return second.current !== null;
  },
  get pin() {
    return pin.current?.take() ?? '';
  },
  get second() {
    const proof = second.current?.take() ?? null;
    if (proof === null) throw new RangeError('asked before it is ready');
    return proof;
  },
});

interface FootProps<Done> extends FormProps<Done> {
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  readonly cancel: RefObject<HTMLButtonElement | null>;
}

/** The ways out; nothing where there is none. */
function Foot<Done>(props: FootProps<Done>) {
  const {
    name,
    testIds,
    yes,
    busyWords,
    no,
    isDanger = false,
    isBusy,
    ready,
    focus,
    failure,
    cancel,
  } = props;
  const { onClose, onStale, more, aside, inPlace = false } = props;
  const { t } = useTranslation();
  if (yes === undefined) return null;
  const leave = (): void => {
    void onClose?.();
    if (failure?.code === 'changed-meanwhile' || failure?.code === 'not-found') void onStale?.();
  };
  return (
    <FormActions inPlace={inPlace}>
      {yes !== null && (
        <SubmitButton
          weight={isDanger ? 'danger' : 'main'}
          disabled={ready === false}
          autoFocus={props.isYesFocused === true}
          testId={testIds?.submit ?? `${name}-submit`}
        >
          {isBusy ? (busyWords ?? yes) : yes}
        </SubmitButton>
      )}
      {more}
      {onClose !== undefined && (
        <Button
          ref={cancel}
          autoFocus={focus === 'back'}
          disabled={isBusy}
          data-testid={testIds?.cancel ?? `${name}-cancel`}
          // The field that is left for it does not push it away with words on what is wrong.
          onMouseDown={(event) => event.preventDefault()}
          onClick={leave}
        >
          {no ?? t('common.cancel')}
        </Button>
      )}
      {aside}
    </FormActions>
  );
}

interface SubmitButtonProps extends Pick<
  ButtonProps,
  'weight' | 'disabled' | 'className' | 'value' | 'autoFocus'
> {
  readonly testId: string;
  readonly children: ReactNode;
}

/** Sends the form that it stands in; not while it is on its way. */
export function SubmitButton({ disabled = false, testId, ...button }: SubmitButtonProps) {
  const isBusy = useFormScope()?.isBusy === true;
  return <Button {...button} type="submit" disabled={isBusy || disabled} data-testid={testId} />;
}
