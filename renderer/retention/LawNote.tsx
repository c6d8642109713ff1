/** Note on the law of retention, and on the source of the suggested times. */
import { useTranslation } from '../messages/translate.ts';
import type { RetentionView } from '../../contract/retention/routes.ts';
import { SourceNote, sourceOf } from '../pages/SourceNote.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import pageCss from '../ui/page.module.css';

export function LawNote({
  rules: { source, articles, articlesSource, unreadable },
}: Pick<RetentionView, 'rules'>) {
  const { t, i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  return (
    <section className={cx(pageCss.section)} aria-label={t('retention.law')}>
      <h2>{t('retention.law')}</h2>
      {articles.map((article) => (
        <details key={article.title}>
          <summary>{isEnglish ? article.titleEn : article.title}</summary>
          {article.text.split('\n').map((line) => (
            <p key={line} lang="zh-CN">
              {line}
            </p>
          ))}
        </details>
      ))}
      {articlesSource !== null && <SourceNote {...sourceOf(articlesSource)} />}
      {unreadable.map((file) => (
        <FailureNote key={file} failure={{ code: 'law-unreadable', details: { file } }} />
      ))}
      {source !== null && <SourceNote {...sourceOf(source)} />}
    </section>
  );
}
