/** Each state of the keychain with what to do about it, in the words of a desk and, beneath, in the lines for whoever looks after the computer. */
import { useTranslation } from '../messages/translate.ts';
import { cx } from '../ui/cx.ts';
import { type KeychainHelp, commandsFor, systemOf } from './keychain-help.ts';
import css from './trouble.module.css';
import './words.ts';

export function KeychainSteps({ help }: { readonly help: KeychainHelp }) {
  const { t } = useTranslation();
  const system = systemOf(navigator.userAgent);
  const commands = commandsFor(help, system);
  const steps = t(`keychainHelp.${help}.${system}`).split('\n');
  return (
    <section
      className={cx('stack2', css.help)}
      aria-label={t('keychainHelp.title')}
      data-testid="keychain-help"
      data-system={system}
    >
      <h2>{t('keychainHelp.title')}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {commands.length > 0 && (
        <details>
          <summary>{t('keychainHelp.commands')}</summary>
          <pre className={cx(css.commands)}>{commands.join('\n')}</pre>
        </details>
      )}
    </section>
  );
}
