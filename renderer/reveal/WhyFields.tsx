/** Why something is opened or replaced: a reason from the list, words where the list is not enough, a ticket if there is one. */
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Translate, useTranslation } from '../messages/translate.ts';
import type { ReasonId } from '../../contract/fields.ts';
import { taskOf } from '../../contract/tasks/lists.ts';
import { reasonName } from '../reasons/reason-words.ts';
import { reasonsStore } from '../reasons/stores.ts';
import { useOwnReasonWords } from '../reasons/use-own-reason-words.ts';
import { taskStore } from '../tasks/stores.ts';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { choicesOf } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import css from './reveal.module.css';
import { type WhyDraft, needsTicket, needsWords, offeredReasons } from './access-reason.ts';

interface WhyFieldsProps {
  readonly label?: string;
  readonly why: WhyDraft;
  /** What is being done has a reason of its own, which is offered first. */
  readonly first?: ReasonId;
  readonly required?: boolean;
  readonly onChange: (why: WhyDraft) => void;
  /** Input on the same line, after the ticket: the PIN. */
  readonly children?: ReactNode;
}

export function WhyFields({ label, why, first, required = false, onChange, children }: WhyFieldsProps) {
  const { t } = useTranslation();
  const own = useStore(taskStore, (state) => (state.task === null ? null : taskOf(state.task).reason));
  const [all, setAll] = useState(false);
  const list = useStore(reasonsStore, (state) => state.list);
  const words = useOwnReasonWords();
  const nameOf = (reason: ReasonId): string => reasonName(t, words, reason);
  const offered = offeredReasons(list, { first: first ?? own, chosen: why.reason, all });
  const line = useRef<HTMLDivElement>(null);
  const asksTicket = why.reason !== null && needsTicket(list, why.reason);
  const chooseByKey = ({ target, key, altKey, ctrlKey, metaKey }: KeyboardEvent): void => {
    const chosen =
      target instanceof HTMLInputElement && target.type === 'radio' ? offered[Number(key) - 1] : undefined;
    if (chosen === undefined || altKey || ctrlKey || metaKey) return;
    onChange({ ...why, reason: chosen });
    // On to what is typed next, which may be there only now, or in the foot of the panel.
    if (children !== undefined) requestAnimationFrame(() => nextAsked(line.current)?.focus());
  };
  return (
    // Keys of the whole group, whose radios are what is pressed.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="stack3" onKeyDown={chooseByKey}>
      <Chips
        label={label ?? t('reveal.reason')}
        testId="reason"
        value={why.reason}
        required={required}
        onChange={(reason: ReasonId) => onChange({ ...why, reason })}
        choices={choicesOf(offered, (id) => nameOf(id))}
        more={all ? null : { words: t('reveal.moreReasons'), show: () => setAll(true) }}
      />
      <div ref={line} className={cx('line4', css.whyLine)}>
        {why.reason !== null && needsWords(why.reason) && (
          <TextField
            label={t('reveal.words')}
            hint={t('reveal.wordsHint', { reason: nameOf(why.reason) })}
            className={css.grow}
            value={why.words}
            maxLength={120}
            required
            minLength={2}
            testId="reason-words"
            onChange={(text) => onChange({ ...why, words: text })}
          />
        )}
        <TextField
          label={ticketLabel(t, why.reason, asksTicket)}
          value={why.ticket}
          maxLength={60}
          required={asksTicket}
          testId="ticket"
          onChange={(text) => onChange({ ...why, ticket: text })}
        />
        {children}
      </div>
    </div>
  );
}

/** The first input that has to be typed into, within `line` or behind it in its form. */
const nextAsked = (line: HTMLElement | null): HTMLInputElement | undefined =>
  [...(line?.closest('form')?.querySelectorAll<HTMLInputElement>('input:required') ?? [])].find(
    (input) => ((line?.compareDocumentPosition(input) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );

/** A document's number for an authority, the number of a work order for another reason that asks for one. */
function ticketLabel(t: Translate, reason: ReasonId | null, isAsked: boolean): string {
  if (reason === 'authority') return t('reveal.document');
  return t(isAsked ? 'reveal.ticketAsked' : 'reveal.ticket');
}
