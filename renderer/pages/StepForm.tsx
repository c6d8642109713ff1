/** A step of a page: what it is, what it needs, one step forward, one back. */
import { type FormEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { Result } from '../../contract/result.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { focusQuietly } from '../ui/focus-quietly.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { FailureNote } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';
import { useKeptInView } from '../ui/use-kept-in-view.ts';
import { useEscapeToCancel, useSubmit } from '../ui/use-submit.ts';

export interface StepFormProps<Done> {
  readonly title: string;
  readonly lead?: string;
  readonly yes: string;
  /** Something is taken away for good. */
  readonly isDanger?: boolean;
  /** What has the focus at first. Of what does not come back the way back: a key that is pressed once too often must not take the step. */
  readonly focus: 'title' | 'back' | 'field';
  readonly ready?: boolean;
  /** Asked before it is sent: false where something is missing, which is then said where it stands. */
  readonly isReady?: () => boolean;
  /** Test hooks: `<name>-form`, `<name>-submit`, `<name>-cancel`. */
  readonly name: string;
  readonly send: () => Promise<Result<Done>>;
  readonly onClose: (done?: Done) => void;
  /** It failed. */
  readonly onFailed?: () => void;
  /** What the form shows is no longer what is kept, and it was left. */
  readonly onStale?: () => Promise<void>;
  readonly children?: ReactNode;
}

export function StepForm<Done>(props: StepFormProps<Done>) {
  const { title, lead, yes, isDanger = false, focus, ready = true, name, send, onClose, onStale } = props;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const { failure, busy, submit } = useSubmit();
  const { cancel, onKeyDown } = useEscapeToCancel();
  useKeptInView(form);
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !ready || props.isReady?.() === false) return;
    if (!(await submit(send, onClose))) props.onFailed?.();
  };
  const leave = (): void => {
    onClose();
    if (failure?.code === 'changed-meanwhile' || failure?.code === 'not-found') void onStale?.();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape anywhere in the form
    <form
      ref={form}
      className={cx(pageCss.section, pageCss.pending)}
      aria-label={title}
      data-testid={`${name}-form`}
      onSubmit={(event) => void onSubmit(event)}
      onKeyDown={onKeyDown}
    >
      <h2 tabIndex={-1} ref={focus === 'title' ? focusQuietly : null}>
        {title}
      </h2>
      {lead !== undefined && <p className="quiet">{lead}</p>}
      {props.children}
      <FailureNote failure={failure} />
      <FormActions>
        <Button
          weight={isDanger ? 'danger' : 'main'}
          type="submit"
          disabled={busy || !ready}
          data-testid={`${name}-submit`}
        >
          {yes}
        </Button>
        <Button
          ref={cancel}
          autoFocus={focus === 'back'}
          disabled={busy}
          data-testid={`${name}-cancel`}
          onClick={leave}
        >
          {t('common.cancel')}
        </Button>
      </FormActions>
    </form>
  );
}
