/** The two languages, each in its own words. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { LANGUAGES } from '../../contract/shell/settings.ts';
import { appStore } from '../stores.ts';
import { cx } from '../ui/cx.ts';
import css from './settings.module.css';

export function LanguageSwitch() {
  const { t } = useTranslation();
  const { settings, changeSettings } = useStore(appStore);
  return (
    <div className={cx(css.languages)} role="group" aria-label={t('lock.language')}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={settings.language === language}
          data-testid={`language-${language}`}
          onClick={() => void changeSettings({ language })}
        >
          {t(`language.${language}`)}
        </button>
      ))}
    </div>
  );
}
