/** What the law says of it, and where the suggested times come from. */
import { useTranslation } from 'react-i18next';
import type { RetentionView } from '../../contract/retention/routes.ts';
import { cx } from '../ui/cx.ts';
import pageCss from '../ui/page.module.css';

export function LawNote({ rules: { source, articles } }: Pick<RetentionView, 'rules'>) {
  const { t, i18n } = useTranslation();
  const title = i18n.language === 'en' ? source.titleEn : source.title;
  return (
    <section className={cx(pageCss.section)} aria-label={t('retention.law')}>
      <h2>{t('retention.law')}</h2>
      {articles.map((article) => (
        <details key={article.title}>
          <summary>{article.title}</summary>
          {article.text.split('\n').map((line) => (
            <p key={line} lang="zh-CN">
              {line}
            </p>
          ))}
        </details>
      ))}
      <p className="quiet">{t('retention.source', { title, version: source.version })}</p>
    </section>
  );
}
