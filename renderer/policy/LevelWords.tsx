/** A level by its look, a hidden one and a switch by its word. */
import { useTranslation } from '../messages/translate.ts';
import type { PolicyMask, PolicySetting, SettingValue } from '../../contract/policy/lists.ts';
import { exampleOf } from './mask-examples.ts';

export function LevelWords({
  setting,
  value,
}: {
  readonly setting: PolicySetting;
  readonly value: SettingValue;
}) {
  const { t } = useTranslation();
  if (value === 'on' || value === 'off') return t(`policy.${value}`);
  const example = exampleOf(setting.slice('mask.'.length) as PolicyMask, value);
  return example === null ? <span>{t('policy.hidden')}</span> : <span className="digits">{example}</span>;
}
