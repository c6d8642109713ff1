/** Head of an item of a form: its question, how sure that is, and the articles that it names. */
import { useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { ArticleView, FormFill, OpenedForm } from '../../contract/forms/routes.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Overlay } from '../ui/Overlay.tsx';
import { titleOf } from './form-words.ts';
import css from './forms.module.css';

type Item = FormFill['content']['items'][number];

interface ItemHeadProps {
  readonly item: Item;
  readonly number: number;
  readonly articles: readonly ArticleView[];
  readonly source: OpenedForm['articlesSource'];
}

export function ItemHead({ item, number, articles, source }: ItemHeadProps) {
  const { t, i18n } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const isEnglish = i18n.language === 'en';
  const title = titleOf(i18n.language, item);
  const named = articles.filter(({ id }) => item.articles.includes(id));
  return (
    <div className={cx('line4', css.head)}>
      <div>
        <h3>
          {number}. {title}
        </h3>
        {isEnglish && (
          <p className={cx('quiet', 'small')} lang="zh-CN">
            {item.title}
          </p>
        )}
        <p className={cx('quiet', 'small')}>
          {[
            ...(isEnglish ? (item.pointsEn ?? item.points) : item.points),
            t('forms.grade', { words: t(`law.grades.${item.grade}`) }),
          ].join(' · ')}
        </p>
      </div>
      {named.length > 0 && (
        <Button
          weight="plain"
          aria-label={t('forms.articlesOf', { title })}
          data-testid="form-articles"
          onClick={() => setIsOpen(true)}
        >
          {t('forms.articles')}
        </Button>
      )}
      {isOpen && (
        <Overlay
          look="sheet"
          wide
          title={t('forms.articlesOf', { title })}
          testId="articles"
          onClose={() => setIsOpen(false)}
        >
          {named.map(({ id, law, lawEn, number: which, numberEn, paragraphs }) => (
            <section key={id}>
              <h3>
                {isEnglish
                  ? t('forms.articleTitle', { law: lawEn, number: numberEn })
                  : t('forms.articleTitle', { law, number: which })}
              </h3>
              {paragraphs.map((paragraph) => (
                <p key={paragraph} lang="zh-CN">
                  {paragraph}
                </p>
              ))}
            </section>
          ))}
          {source !== null && <SourceNote {...sourceOf(source)} />}
        </Overlay>
      )}
    </div>
  );
}
