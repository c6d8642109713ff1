/** Every key of the one list, in three groups. */
import { useTranslation } from '../messages/translate.ts';
import { KEY_GROUPS } from '../keys.ts';
import type { PageKey } from '../pages/define-page.ts';
import { deskStore } from '../pages/stores.ts';
import { cx } from '../ui/cx.ts';
import { Sheet } from '../ui/Sheet.tsx';
import css from './help.module.css';

export function HelpDialog({ keys }: { readonly keys: readonly PageKey[] }) {
  const { t } = useTranslation();
  return (
    <Sheet title={t('counter.help')} testId="dialog-help" wide onClose={deskStore.getState().closeDialog}>
      <div className={cx(css.groups)}>
        {KEY_GROUPS.map((group) => (
          <section key={group}>
            <h3 className={cx(css.title)}>{t(`help.groups.${group}`)}</h3>
            <dl className={cx(css.keys)}>
              {keys
                .filter((key) => key.group === group)
                .map(({ shown, words }) => (
                  <div key={shown}>
                    <dt>
                      <kbd>{shown}</kbd>
                    </dt>
                    <dd>{words(t)}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  );
}
