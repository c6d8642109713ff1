/** Nothing can be tried: which of the reasons it is, what to do about it, and the ways on. Never a way to make a vault over an old one. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../messages/translate.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Failure } from '../../contract/result.ts';
import type { RecoveryLook } from '../../contract/recovery/views.ts';
import { bridge } from '../bridge.ts';
import { LanguageSwitch } from '../settings/LanguageSwitch.tsx';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import { FailureNote, Note } from '../ui/Note.tsx';
import { helpFor, type KeychainHelp, commandsFor, systemOf } from './keychain-help.ts';
import css from './trouble.module.css';
import { troubleAbout } from './trouble-about.ts';
import './words.ts';

const NO_WAY: RecoveryLook = { bySheet: false, previousHeader: false };

export function TroubleScreen({ problem }: { readonly problem: ErrorCode | null }) {
  const { t } = useTranslation();
  const [trying, setTrying] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ways = useWays(problem);
  const help = helpFor(problem);
  const tryAgain = async () => {
    setTrying(true);
    await appStore.getState().restart();
    setTrying(false);
  };
  const usePrevious = async () => {
    const reply = await bridge.vault['recovery.usePreviousHeader']({});
    if (reply.ok) return appStore.getState().takeStatus(reply.value);
    setFailure(reply.error);
  };
  const words =
    problem === null
      ? { what: t('trouble.unreachable.what'), todo: t('trouble.unreachable.todo') }
      : { what: t(`errors.${problem}.what`), todo: t(`errors.${problem}.todo`) };
  return (
    <main className={cx(css.screen)} data-testid="screen-trouble" data-code={problem ?? 'unreachable'}>
      <div className={cx('stack4', css.column)}>
        <div className={cx(css.languages)}>
          <LanguageSwitch />
        </div>
        <p className={cx('row2', css.about)}>
          <Icon name="warn" /> {t('trouble.title')}
          {problem !== null && ` · ${t(`trouble.${troubleAbout(problem)}`)}`}
        </p>
        <h1>{words.what}</h1>
        <p>{words.todo}</p>
        <p>{t('trouble.safe')}</p>
        {help !== null && <KeychainSteps help={help} />}
        {ways.previousHeader && <Note testId="previous-header">{t('trouble.previous')}</Note>}
        <FailureNote failure={failure} />
        <div className={cx('line4', css.actions)}>
          <Button
            weight="main"
            onClick={() => void tryAgain()}
            disabled={trying}
            autoFocus
            data-testid="try-again"
          >
            {trying ? t('common.loading') : t('common.again')}
          </Button>
          {ways.previousHeader && (
            <Button onClick={() => void usePrevious()} data-testid="use-previous-header">
              {t('trouble.usePrevious')}
            </Button>
          )}
          {ways.bySheet && (
            <Button onClick={() => appStore.getState().startRecovery()} data-testid="recover">
              {t('trouble.recover')}
            </Button>
          )}
        </div>
        {problem !== null && (
          <details>
            <summary>{t('trouble.technical')}</summary>
            <code>{problem}</code>
          </details>
        )}
      </div>
    </main>
  );
}

/** Returns the ways of recovery without signing in, as the vault reports them for this problem; none where it cannot be asked. */
function useWays(problem: ErrorCode | null): RecoveryLook {
  const [found, setFound] = useState<{ readonly of: ErrorCode; readonly ways: RecoveryLook } | null>(null);
  useEffect(() => {
    if (problem === null) return;
    void bridge.vault['recovery.look']({}).then((reply) => {
      if (reply.ok) setFound({ of: problem, ways: reply.value });
    });
  }, [problem]);
  return found?.of === problem ? found.ways : NO_WAY;
}

/** Each state of the keychain with what to do about it, in the words of a desk and, beneath, in the lines for whoever looks after the computer. */
function KeychainSteps({ help }: { readonly help: KeychainHelp }) {
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
