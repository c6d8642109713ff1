/** Facts that the product itself knows of an item, offered as its answer: a person decides. */
import { useTranslation } from '../messages/translate.ts';
import type { FormSuggestion } from '../../contract/forms/routes.ts';
import { formatDate } from '../messages/format.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import css from './forms.module.css';

interface KnownProps {
  readonly suggestion: FormSuggestion | undefined;
  readonly title: string;
  readonly onTake: (answer: { readonly choice?: string; readonly words: string }) => void;
}

export function Known({ suggestion, title, onTake }: KnownProps) {
  const { t } = useTranslation();
  if (suggestion === undefined) return null;
  const { known, choice, words, item } = suggestion;
  return (
    <div className={cx('line4', css.known)} data-testid={`known-${item}`}>
      <p>
        <b>{t('forms.known')}</b>{' '}
        {known
          .map(({ duty, state, at }) => {
            const about = { duty: t(`evidence.duties.${duty}`), state: t(`forms.knownStates.${state}`) };
            return at === null
              ? t('forms.knownOne', about)
              : t('forms.knownAt', { ...about, day: formatDate(at) });
          })
          .join(' · ')}
      </p>
      <Button
        weight="plain"
        data-testid={`take-${item}`}
        onClick={() => onTake(choice === null ? { words } : { choice, words })}
      >
        {t(choice === null ? 'forms.takeWords' : 'forms.take')}
        <span className="hidden-text"> {title}</span>
      </Button>
    </div>
  );
}
