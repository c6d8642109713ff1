/** A sealed value of a record: one that is there is kept, replaced or removed, never shown. */
import { useTranslation } from '../messages/translate.ts';
import type { SealedFieldId } from '../../contract/fields.ts';
import css from '../person/person.module.css';
import { SealedInput } from '../person/SealedInput.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import type { SecretHandle } from '../ui/TextInput.tsx';

export type Fate = 'keep' | 'replace' | 'remove';

interface SealedFieldProps {
  readonly field: SealedFieldId;
  readonly problem: string | null;
  readonly mask: string | null;
  readonly fate: Fate;
  readonly onFate: (fate: Fate) => void;
  readonly onInput: () => void;
  readonly attach: (handle: Pick<SecretHandle, 'peek'> | null) => void;
}

export function SealedField({ field, problem, mask, fate, onFate, onInput, attach }: SealedFieldProps) {
  const { t } = useTranslation();
  const label = t(`fields.${field}`);
  const hidden = <span className="hidden-text"> {label}</span>;
  if (mask === null)
    return (
      <SealedInput
        field={field}
        label={label}
        handle={attach}
        problem={problem}
        onInput={onInput}
        testId={`record-${field}`}
      />
    );
  if (fate === 'replace') {
    return (
      <div className={cx(css.lineOne)}>
        <SealedInput
          field={field}
          label={t('edit.newValue', { field: label })}
          handle={attach}
          problem={problem}
          onInput={onInput}
          autoFocus
          testId={`record-${field}`}
        />
        <Button weight="plain" onClick={() => onFate('keep')}>
          {t('common.undo')}
          {hidden}
        </Button>
      </div>
    );
  }
  return (
    <div className={cx(css.kept)}>
      <span className="quiet">{label}</span>
      <span className={cx('digits', fate === 'remove' && css.gone)}>{mask}</span>
      <div>
        {fate === 'keep' && (
          <Button weight="plain" data-testid={`replace-${field}`} onClick={() => onFate('replace')}>
            {t('edit.replace')}
            {hidden}
          </Button>
        )}
        <Button
          weight={fate === 'keep' ? 'plainDanger' : 'plain'}
          onClick={() => onFate(fate === 'keep' ? 'remove' : 'keep')}
        >
          {t(fate === 'keep' ? 'common.remove' : 'common.undo')}
          {hidden}
        </Button>
      </div>
    </div>
  );
}
