/** Who asks for something of a record, what for, and which fields their document names; nothing is chosen beforehand. */
import { useTranslation } from '../messages/translate.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { SeveralChips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { type ExtractDraft, fieldsToExtract } from './extract.ts';
import css from './reveal.module.css';

interface ExtractFieldsProps {
  readonly person: MaskedPerson;
  readonly extract: ExtractDraft;
  readonly onChange: (extract: ExtractDraft) => void;
}

export function ExtractFields({ person, extract, onChange }: ExtractFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={cx(css.whyLine)}>
        <Field label={t('reveal.authority')} className={css.grow}>
          {(ids) => (
            <TextInput
              {...ids}
              required
              minLength={2}
              maxLength={60}
              value={extract.authority}
              data-testid="extract-authority"
              onChange={(event) => onChange({ ...extract, authority: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t('reveal.purpose')} className={css.grow}>
          {(ids) => (
            <TextInput
              {...ids}
              required
              minLength={2}
              maxLength={100}
              value={extract.purpose}
              data-testid="extract-purpose"
              onChange={(event) => onChange({ ...extract, purpose: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <SeveralChips
        label={t('reveal.extractFields')}
        options={fieldsToExtract(person).map((id) => ({ id, label: t(`fields.${id}`) }))}
        chosen={extract.fields}
        onChoose={(fields) => onChange({ ...extract, fields })}
        testId="extract"
      />
    </>
  );
}
