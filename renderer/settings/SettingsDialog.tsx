/** Language, appearance, size, and how soon the vault locks by itself. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import type { Failure } from '../../contract/result.ts';
import type { Settings } from '../../contract/shell/routes.ts';
import { LANGUAGES, THEMES, ZOOMS } from '../../contract/shell/settings.ts';
import { formatDuration } from '../messages/format.ts';
import { appStore } from '../stores.ts';
import { PracticeSetting } from '../practice/index.ts';
import { deskStore } from '../pages/stores.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { cx } from '../ui/cx.ts';
import { FailureNote } from '../ui/Note.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Switch } from '../ui/Switch.tsx';

/** Seconds, from the shortest to the longest that main accepts. */
const IDLE_CHOICES: readonly number[] = [30, 60, 120, 180, 300, 600];

interface SettingsDialogProps {
  /** The page cannot be left now. */
  readonly held: boolean;
  readonly turnPrivacy: (privacy: boolean, tell: (failure: Failure | null) => void) => void;
}

export function SettingsDialog({ held, turnPrivacy }: SettingsDialogProps) {
  const { t } = useTranslation();
  const { settings, info, changeSettings } = useStore(appStore);
  const [failure, setFailure] = useState<Failure | null>(null);
  const change = (changes: Partial<Settings>) => void changeSettings(changes).then(setFailure);
  const idle = IDLE_CHOICES.includes(settings.idleSeconds)
    ? IDLE_CHOICES
    : [...IDLE_CHOICES, settings.idleSeconds].sort((a, b) => a - b);
  return (
    <Sheet title={t('counter.settings')} testId="dialog-settings" onClose={deskStore.getState().closeDialog}>
      <div className="line4">
        <Chips
          label={t('lock.language')}
          testId="setting-language"
          value={settings.language}
          choices={choicesOf(LANGUAGES, (id) => t(`language.${id}`))}
          onChange={(language) => change({ language })}
        />
        <Chips
          label={t('settings.theme')}
          testId="setting-theme"
          value={settings.theme}
          choices={choicesOf(THEMES, (id) => t(`theme.${id}`))}
          onChange={(theme) => change({ theme })}
        />
      </div>
      <Chips
        label={t('settings.zoom')}
        testId="setting-zoom"
        value={String(settings.zoom)}
        choices={ZOOMS.map((zoom) => ({ value: String(zoom), words: `${zoom} %` }))}
        onChange={(id) => change({ zoom: ZOOMS.find((zoom) => String(zoom) === id) ?? settings.zoom })}
      />
      <Chips
        label={t('settings.idle')}
        testId="setting-idle"
        value={String(settings.idleSeconds)}
        choices={idle.map((seconds) => ({ value: String(seconds), words: formatDuration(t, seconds) }))}
        onChange={(seconds) => change({ idleSeconds: Number(seconds) })}
      />
      <Switch
        label={t('visitorView.setting')}
        value={settings.privacy}
        disabled={held}
        onChange={(privacy) => turnPrivacy(privacy, setFailure)}
        testId="setting-privacy"
      />
      <div className="line2">
        <Button data-testid="open-change-pin" onClick={() => deskStore.getState().openDialog('change-pin')}>
          {t('changePin.open')}
        </Button>
        <PracticeSetting held={held} />
      </div>
      <FailureNote failure={failure} />
      <p className={cx('quiet', 'small')}>
        {t('settings.kept')}
        {info !== null && ` ${t('settings.version', { version: info.version })} · Electron ${info.electron}`}
      </p>
      {info?.osLockWatched === false && (
        <p className={cx('quiet', 'small')}>{t('runtime.osLockNotWatched')}</p>
      )}
      {info?.memoryGuarded === false && (
        <p className={cx('quiet', 'small')}>{t('runtime.memoryNotGuarded')}</p>
      )}
    </Sheet>
  );
}
