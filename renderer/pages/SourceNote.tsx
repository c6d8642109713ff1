/** Where the content of a data file comes from, of which version and how sure it is, and that it is to be compared before use; on an English screen that the English is ours. One quiet line, and the rest behind it. */
import { useTranslation } from '../messages/translate.ts';
import type { Grade } from '../../contract/forms/lists.ts';
import { cx } from '../ui/cx.ts';

/** A data file's source in the language of the screen. */
export interface SourceNoteProps {
  readonly version: string;
  /** Somebody has compared every line with the official text. */
  readonly checked: boolean;
  readonly sources: readonly { readonly title: string; readonly titleEn: string; readonly grade: Grade }[];
  /** Where the official text is to be found. */
  readonly at?: string | null;
}

/** The parts of a file with one source. */
export const sourceOf = (source: {
  readonly title: string;
  readonly titleEn: string;
  readonly version: string;
  readonly grade: Grade;
  readonly at: string | null;
  readonly checked: boolean;
}): SourceNoteProps => ({
  version: source.version,
  checked: source.checked,
  sources: [source],
  at: source.at,
});

export function SourceNote({ version, checked, sources, at = null }: SourceNoteProps) {
  const { t, i18n } = useTranslation();
  const isEnglish = i18n.language === 'en';
  const isLawAlone = sources.every(({ grade }) => grade === 'P');
  return (
    <details className={cx('small', 'quiet')} data-testid="law-source">
      <summary>
        {[t('law.from'), ...(isLawAlone ? [] : [t(checked ? 'law.checked' : 'law.compare')])].join(' · ')}
      </summary>
      {sources.map(({ title, titleEn, grade }) => (
        <p key={title}>
          {t('law.source', { title: isEnglish ? titleEn : title, grade, words: t(`law.grades.${grade}`) })}
        </p>
      ))}
      <p>
        {t('law.version', { version })}
        {at === null ? '' : ` · ${at}`}
      </p>
      {isEnglish && <p>{t('law.ours')}</p>}
    </details>
  );
}
