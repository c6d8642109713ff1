/** Every key, in three groups. */
import { useTranslation } from 'react-i18next';
import { deskStore } from '../stores.ts';
import { cx } from '../ui/cx.ts';
import { Sheet } from '../ui/Sheet.tsx';
import css from './help.module.css';

export function HelpDialog() {
  const { t } = useTranslation();
  const groups = [
    { title: t('help.groups.find'), keys: [[t('help.type'), t('help.typeDoes')], ['↑ ↓', t('help.arrows')], ['Enter', t('help.enter')], ['Alt+1 … 4', t('help.narrow')], ['0–9  #', t('help.number')]] },
    { title: t('help.groups.person'), keys: [['Alt+V', t('help.verify')], ['Alt+R', t('help.reveal')], ['Esc', t('help.esc')]] },
    { title: t('help.groups.all'), keys: [['Ctrl+L', t('help.lock')], ['Ctrl+N', t('help.add')], ['Ctrl+I', t('help.import')], ['F1', t('help.f1')]] },
  ] as const;
  return (
    <Sheet title={t('help.title')} testId="dialog-help" onClose={deskStore.getState().closeDialog}>
      {groups.map(({ title, keys }) => (
        <section key={title}>
          <h3 className={cx(css.title)}>{title}</h3>
          <dl className={cx(css.keys)}>
            {keys.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}
          </dl>
        </section>
      ))}
    </Sheet>
  );
}
