/** Who asks for something of a record, what for, and which fields their document names; nothing is chosen beforehand. */
import { useTranslation } from '../messages/translate.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { SeveralChips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { choicesOf } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
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
      <div className={cx('line4', css.whyLine)}>
        <TextField
          label={t('reveal.authority')}
          className={css.grow}
          required
          minLength={2}
          maxLength={60}
          value={extract.authority}
          testId="extract-authority"
          onChange={(text) => onChange({ ...extract, authority: text })}
        />
        <TextField
          label={t('reveal.purpose')}
          className={css.grow}
          required
          minLength={2}
          maxLength={100}
          value={extract.purpose}
          testId="extract-purpose"
          onChange={(text) => onChange({ ...extract, purpose: text })}
        />
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
