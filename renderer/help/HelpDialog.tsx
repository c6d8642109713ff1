/** Every key of the one list, in three groups. */
import { useTranslation } from 'react-i18next';
import { KEY_GROUPS, KEY_IDS, KEYS } from '../keys.ts';
import { deskStore } from '../stores.ts';
import { cx } from '../ui/cx.ts';
import { Sheet } from '../ui/Sheet.tsx';
import css from './help.module.css';

export function HelpDialog() {
  const { t } = useTranslation();
  return (
    <Sheet title={t('help.title')} testId="dialog-help" wide onClose={deskStore.getState().closeDialog}>
      <div className={cx(css.groups)}>
        {KEY_GROUPS.map((group) => (
          <section key={group}>
            <h3 className={cx(css.title)}>{t(`help.groups.${group}`)}</h3>
            <dl className={cx(css.keys)}>
              {KEY_IDS.filter((id) => KEYS[id].group === group).map((id) => (
                <div key={id}>
                  <dt>
                    <kbd>{KEYS[id].shown}</kbd>
                  </dt>
                  <dd>{t(`help.keys.${id}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  );
}
