/** Why something is opened or replaced: a reason from the list, words where the list is not enough, a ticket if there is one. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { REASONS } from '../../contract/fields.ts';
import type { Reason } from '../../contract/fields.ts';
import { taskOf } from '../../contract/tasks/lists.ts';
import { taskStore } from '../tasks/stores.ts';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import css from './reveal.module.css';
import { needsTicket, needsWords } from './why.ts';
import type { WhyDraft } from './why.ts';

interface WhyFieldsProps {
  readonly label?: string;
  readonly why: WhyDraft;
  readonly onChange: (why: WhyDraft) => void;
  /** What stands on the same line, before the ticket: the PIN. */
  readonly children?: ReactNode;
}

/** The task's own reason stands first. */
const order = (own: Reason | null): readonly Reason[] =>
  own === null ? REASONS : [own, ...REASONS.filter((reason) => reason !== own)];

export function WhyFields({ label, why, onChange, children }: WhyFieldsProps) {
  const { t } = useTranslation();
  const own = useStore(taskStore, (state) => (state.task === null ? null : taskOf(state.task).reason));
  const document = why.reason !== null && needsTicket(why.reason);
  return (
    <>
      <Chips
        label={label ?? t('reveal.reason')}
        testId="reason"
        chosen={why.reason}
        onChoose={(reason: Reason) => onChange({ ...why, reason })}
        options={order(own).map((id) => ({ id, label: t(`reasons.${id}`) }))}
      />
      <div className={cx(css.whyLine)}>
        {why.reason !== null && needsWords(why.reason) && (
          <Field
            label={t('reveal.words')}
            hint={t('reveal.wordsHint', { reason: t(`reasons.${why.reason}`) })}
            className={css.grow}
          >
            {(ids) => (
              <TextInput
                {...ids}
                value={why.words}
                maxLength={120}
                required
                minLength={2}
                data-testid="reason-words"
                onChange={(event) => onChange({ ...why, words: event.currentTarget.value })}
              />
            )}
          </Field>
        )}
        {children}
        <Field label={t(document ? 'reveal.document' : 'reveal.ticket')}>
          {(ids) => (
            <TextInput
              {...ids}
              value={why.ticket}
              maxLength={60}
              required={document}
              data-testid="ticket"
              onChange={(event) => onChange({ ...why, ticket: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
