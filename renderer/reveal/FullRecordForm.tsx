/** Asks for a supervisor and a reason before every field of one person is opened, or those that an authority's document asks for. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Reason } from '../../contract/fields.ts';
import type { MaskedPerson, RevealedField } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { SecondPerson } from '../pages/SecondPerson.tsx';
import { deskStore } from '../pages/stores.ts';
import { reasonsStore } from '../reasons/stores.ts';
import { usualReason } from '../tasks/begin-task.ts';
import { cx } from '../ui/cx.ts';
import { Form, type Typed } from '../ui/Form.tsx';
import { Icon } from '../ui/Icon.tsx';
import css from './reveal.module.css';
import { type ExtractDraft, NO_EXTRACT, finishExtract, fieldsToExtract } from './extract.ts';
import { ShowActions } from './ShowActions.tsx';
import { WhyFields } from './WhyFields.tsx';
import { finishWhy, noWhy } from './access-reason.ts';
import { SeveralChips } from '../ui/Chips.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';

interface FullRecordFormProps {
  readonly person: MaskedPerson;
  /** Chosen from the start, whatever reason was given last. */
  readonly reason: Reason | null;
  readonly onShown: (fields: readonly RevealedField[], step: 'full' | 'extract') => void;
}

export function FullRecordForm({ person, reason, onShown }: FullRecordFormProps) {
  const { t } = useTranslation();
  const [why, setWhy] = useState(() => noWhy(reason ?? usualReason()));
  const reasons = useStore(reasonsStore, (state) => state.list);
  const [extract, setExtract] = useState<ExtractDraft>(NO_EXTRACT);
  const asExtract = why.reason === 'authority';
  const scope = asExtract ? finishExtract(extract) : undefined;
  const finished = finishWhy(reasons, why);
  const ready = finished !== null && scope !== null;

  const form = useRef<HTMLFormElement>(null);
  const [hadReason] = useState(why.reason !== null);
  useEffect(() => {
    if (!hadReason) form.current?.querySelector<HTMLInputElement>('input[type=radio]')?.focus();
  }, [hadReason]);

  const open = ({ second }: Typed) => {
    if (finished === null || scope === null) return null;
    return bridge.vault['people.openFull']({
      personId: person.personId,
      why: finished,
      supervisor: second,
      ...(scope === undefined ? {} : { extract: scope }),
    });
  };

  return (
    <Form
      name="full"
      title={t(asExtract ? 'reveal.extractTitle' : 'person.full')}
      formRef={form}
      focus="field"
      onClose={deskStore.getState().hidePanel}
      ready={ready}
      refocus="second"
      send={open}
      onDone={({ fields }) => onShown(fields, asExtract ? 'extract' : 'full')}
      foot={
        <ShowActions
          label={t(asExtract ? 'reveal.extractShow' : 'person.full')}
          ready={ready}
          testId="full-submit"
        />
      }
    >
      <p className={cx(css.formHead)}>
        <span className={cx(css.aboutTo)}>
          <Icon name="eye" /> {t(asExtract ? 'reveal.extractLead' : 'reveal.fullLead')}
        </span>
      </p>
      <WhyFields why={why} onChange={setWhy} />
      {asExtract && <ExtractFields person={person} extract={extract} onChange={setExtract} />}
      <SecondPerson me="chosen" testId="supervisor" autoFocus={hadReason} />
    </Form>
  );
}

interface ExtractFieldsProps {
  readonly person: MaskedPerson;
  readonly extract: ExtractDraft;
  readonly onChange: (extract: ExtractDraft) => void;
}

/** Who asks for something of a record, what for, and which fields their document names; nothing is chosen beforehand. */
function ExtractFields({ person, extract, onChange }: ExtractFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={cx('line4', css.whyLine)}>
        {(
          [
            ['authority', 60],
            ['purpose', 100],
          ] as const
        ).map(([name, longest]) => (
          <TextField
            key={name}
            label={t(`reveal.${name}`)}
            className={css.grow}
            required
            minLength={2}
            maxLength={longest}
            value={extract[name]}
            testId={`extract-${name}`}
            onChange={(text) => onChange({ ...extract, [name]: text })}
          />
        ))}
      </div>
      <SeveralChips
        label={t('reveal.extractFields')}
        choices={choicesOf(fieldsToExtract(person), (id) => t(`fields.${id}`))}
        value={extract.fields}
        onChange={(fields) => onChange({ ...extract, fields })}
        testId="extract"
      />
    </>
  );
}
