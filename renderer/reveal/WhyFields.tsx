/** Why something is opened or replaced: a reason from the list, words where the list is not enough, a ticket if there is one. */
import { useState } from 'react';
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

/** What most are asked for at a counter. */
const USUAL: readonly Reason[] = ['repair', 'fees', 'parcel', 'door-card', 'visitor'];

/** The task's own reason stands first, the usual ones follow, and whatever was chosen is among them. */
function reasonsAtOnce(own: Reason | null, chosen: Reason | null): readonly Reason[] {
  const first = own === null ? USUAL : [own, ...USUAL.filter((reason) => reason !== own)];
  return chosen === null || first.includes(chosen) ? first : [...first, chosen];
}

export function WhyFields({ label, why, onChange, children }: WhyFieldsProps) {
  const { t } = useTranslation();
  const own = useStore(taskStore, (state) => (state.task === null ? null : taskOf(state.task).reason));
  const [all, setAll] = useState(false);
  const atOnce = reasonsAtOnce(own, why.reason);
  const offered = all ? [...atOnce, ...REASONS.filter((reason) => !atOnce.includes(reason))] : atOnce;
  const document = why.reason !== null && needsTicket(why.reason);
  return (
    <>
      <Chips
        label={label ?? t('reveal.reason')}
        testId="reason"
        chosen={why.reason}
        onChoose={(reason: Reason) => onChange({ ...why, reason })}
        options={offered.map((id) => ({ id, label: t(`reasons.${id}`) }))}
        more={all ? null : { words: t('reveal.moreReasons'), show: () => setAll(true) }}
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
