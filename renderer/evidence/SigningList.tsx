/** Deeds that wait for the signature of whoever is signed in, and the one PIN for them. */
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Form } from '../ui/Form.tsx';
import pageCss from '../ui/page.module.css';
import { signingStore } from '../ui/signing.ts';
import { resultOf } from '../ui/use-submit.ts';

export function SigningList() {
  const { t } = useTranslation();
  const { deeds, drop, sign } = useStore(signingStore);
  if (deeds.length === 0) return null;
  const title = t('evening.waiting', { count: deeds.length });
  return (
    <section className={cx(pageCss.section)} aria-label={title} data-testid="signing">
      <ul>
        {deeds.map((deed, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- two may be called the same
          <li key={at}>
            {deed.title}{' '}
            <Button
              weight="plain"
              aria-label={`${t('evening.drop')} · ${deed.title}`}
              onClick={() => drop(deed)}
            >
              {t('evening.drop')}
            </Button>
          </li>
        ))}
      </ul>
      <Form
        name="signing"
        title={title}
        lead={t('evening.waitingLead')}
        yes={t('evening.sign')}
        pin="last"
        focus="field"
        send={({ pin }) => resultOf(sign(pin))}
        toast={(say) => say('evening.signed')}
      />
    </section>
  );
}
