/** An item of a form: what is asked and by which article, what the product knows, the result, the remark, what is attached. */
import { useTranslation } from '../messages/translate.ts';
import type { AttachmentView } from '../../contract/attachments/views.ts';
import { MAX_ANSWER_WORDS, NOT_APPLICABLE } from '../../contract/forms/lists.ts';
import type { ArticleView, FormFill, FormSuggestion, OpenedForm } from '../../contract/forms/routes.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import pageCss from '../ui/page.module.css';
import { TextField } from '../ui/TextField.tsx';
import { Evidence } from './Evidence.tsx';
import { said, titleOf } from './form-words.ts';
import css from './forms.module.css';
import { ItemHead } from './ItemHead.tsx';
import type { Answer } from './use-fill.ts';
import { formatDate } from '../messages/format.ts';

interface FillItemProps {
  readonly fill: FormFill;
  /** Its place among the items. */
  readonly index: number;
  readonly answer: Answer;
  readonly suggestions: readonly FormSuggestion[];
  readonly articles: readonly ArticleView[];
  readonly articlesSource: OpenedForm['articlesSource'];
  readonly busy: boolean;
  /** It waits for a result. */
  readonly isLacking: boolean;
  /** It waits for a word of why it does not apply. */
  readonly needsWhy: boolean;
  readonly onChange: (changed: Partial<Answer>) => void;
  /** Answers every item of its group. */
  readonly onGroup: (choice: string) => void;
  readonly onLook: (attachment: AttachmentView) => void;
  readonly onAttach: () => void;
  readonly onRemove: (attachment: AttachmentView) => void;
}

export function FillItem(props: FillItemProps) {
  const { fill, index, answer, suggestions, articles, articlesSource, busy, isLacking, needsWhy } = props;
  const { onChange, onGroup, onLook, onAttach, onRemove } = props;
  const { t, i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  const { content } = fill;
  const item = content.items[index];
  if (item === undefined) return null;
  const title = titleOf(i18n.language, item);
  const known = suggestions.find((one) => one.item === item.id);
  return (
    <section className={cx(pageCss.section)} data-lacking={isLacking} data-testid={`form-item-${item.id}`}>
      {item.group !== undefined && item.group !== content.items[index - 1]?.group && (
        <>
          <h2>{isEnglish ? (item.groupEn ?? item.group) : item.group}</h2>
          <div>
            <Button weight="plain" data-testid={`group-${item.id}`} onClick={() => onGroup(NOT_APPLICABLE)}>
              {t('forms.groupDoesNotApply')}
            </Button>
          </div>
        </>
      )}
      <ItemHead item={item} number={index + 1} articles={articles} source={articlesSource} />
      <Known suggestion={known} title={title} onTake={onChange} />
      <div className={cx(css.answer)}>
        <Chips
          label={isEnglish ? t('forms.result') : content.columns.result}
          choices={(item.options ?? content.options).map((option) => ({
            value: option.id,
            words: said(i18n.language, option),
          }))}
          value={answer.choice}
          testId={`choice-${item.id}`}
          onChange={(choice) => onChange({ choice })}
        />
        <TextField
          label={isEnglish ? t('forms.words') : content.columns.words}
          inputClass={css.wide}
          maxLength={MAX_ANSWER_WORDS}
          problem={needsWhy ? t('forms.whyNot') : null}
          value={answer.words}
          testId={`words-${item.id}`}
          onChange={(words) => onChange({ words })}
        />
        <Button
          weight="plain"
          disabled={busy}
          aria-label={t('forms.attachOf', { title })}
          data-testid={`attach-${item.id}`}
          onClick={onAttach}
        >
          {t('forms.attach')}
        </Button>
      </div>
      <Evidence fill={fill} item={item.id} onLook={onLook} onRemove={onRemove} />
    </section>
  );
}

interface KnownProps {
  readonly suggestion: FormSuggestion | undefined;
  readonly title: string;
  readonly onTake: (answer: { readonly choice?: string; readonly words: string }) => void;
}

/** Facts that the product itself knows of an item, offered as its answer: a person decides. */
function Known({ suggestion, title, onTake }: KnownProps) {
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
