/** Where a form comes from, of which version and how sure it is. */
import { useTranslation } from 'react-i18next';
import type { FormFill } from '../../contract/forms/routes.ts';
import { Note } from '../ui/Note.tsx';

export function FormSource({ source }: { readonly source: FormFill['content']['source'] }) {
  const { t, i18n } = useTranslation();
  const { title, titleEn, version, grade, at, checked } = source;
  return (
    <Note kind={checked || grade === 'P' ? 'plain' : 'warn'} testId="form-source">
      {grade !== 'P' && (
        <p>
          <b>{t(checked ? 'forms.checked' : 'forms.compare')}</b>
        </p>
      )}
      <p>
        {t('forms.source', { title: i18n.language === 'en' ? titleEn : title })}
        {at === null ? '' : ` (${at})`}
      </p>
      <p>{t('forms.sourceMore', { version, grade, words: t(`forms.grades.${grade}`) })}</p>
    </Note>
  );
}
