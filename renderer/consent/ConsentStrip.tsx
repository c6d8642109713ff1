/** In a resident's record: whether they were told and have consented, and what the counter enters of it with one PIN. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useTranslation } from '../messages/translate.ts';
import { type ConsentStanding, GENERAL, standingOf } from '../../contract/consent/lists.ts';
import type { Purpose } from '../../contract/fields.ts';
import type { RouteReply } from '../../contract/routes.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { useDesk } from '../pages/desk-context.ts';
import { GiveButtons } from '../pages/GiveButtons.tsx';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import css from './consent.module.css';
import { TellForm, WithdrawForm } from './PersonForms.tsx';
import { consentRulesStore } from './stores.ts';

type Open = 'tell' | 'agree' | 'withdraw';

export function ConsentStrip({ person }: { readonly person: MaskedPerson }) {
  const { rules, read } = useStore(consentRulesStore);
  useEffect(() => {
    if (rules === null) void read();
  }, [rules, read]);
  const standing = rules === null ? null : standingOf(person, rules);
  if (rules === null || standing === null) return null;
  return <Strip person={person} rules={rules} standing={standing} />;
}

interface StripProps {
  readonly person: MaskedPerson;
  readonly rules: RouteReply<'consent.rules'>;
  readonly standing: ConsentStanding;
}

function Strip({ person, rules, standing }: StripProps) {
  const { t } = useTranslation();
  const { signedIn } = useDesk();
  const [open, setOpen] = useState<Open | null>(null);
  const { noticeVersion } = rules;
  const mayEnter = signedIn.role !== 'admin';
  const close = (): void => setOpen(null);
  const agreed = agreedTo(person);
  return (
    <section className={cx('stack2', css.strip)} aria-label={t('consent.title')} data-testid="consent-strip">
      <div className="line2">
        <b>{t('consent.title')}</b>
        <State standing={standing} hasNotice={noticeVersion !== null} />
      </div>
      {noticeVersion === null && <p className="quiet">{t('consent.strip.noVersion')}</p>}
      {standing.byGuardian && <p className="quiet">{t('consent.strip.guardian')}</p>}
      {open === null && mayEnter && noticeVersion !== null && (
        <div className="line2">
          <Button
            weight={standing.told ? 'plain' : 'normal'}
            data-testid="consent-tell"
            onClick={() => setOpen('tell')}
          >
            {t('consent.strip.tell')}
          </Button>
          <Button
            weight={standing.missing.length === 0 ? 'plain' : 'normal'}
            data-testid="consent-agree"
            onClick={() => setOpen('agree')}
          >
            {t('consent.strip.agree')}
          </Button>
          {agreed.length > 0 && (
            <Button weight="plain" data-testid="consent-withdraw" onClick={() => setOpen('withdraw')}>
              {t('records.titles.withdraw')}
            </Button>
          )}
          <span className={cx(css.form)}>
            <span className="quiet">{t('consent.strip.formOf')}</span>
            <GiveButtons
              of="form"
              about={t('consent.strip.formOf')}
              weight="plain"
              name="consent-form"
              ask={(fileId) =>
                bridge.vault['consent.form']({
                  personId: person.personId,
                  ...(fileId === undefined ? {} : { fileId }),
                })
              }
            />
          </span>
        </div>
      )}
      {(open === 'tell' || open === 'agree') && noticeVersion !== null && (
        <TellForm
          person={person}
          noticeVersion={noticeVersion}
          standing={standing}
          agreed={open === 'agree'}
          onClose={close}
        />
      )}
      {open === 'withdraw' && <WithdrawForm person={person} rules={rules} agreed={agreed} onClose={close} />}
    </section>
  );
}

/** Purposes with a consent that counts. */
const agreedTo = ({ records }: MaskedPerson): readonly Purpose[] => [
  ...new Set(
    records.flatMap((record) =>
      record.kind === 'notice' && record.consentedOn !== null && record.withdrawnOn === null
        ? [record.purpose]
        : [],
    ),
  ),
];

function State({ standing, hasNotice }: { readonly standing: ConsentStanding; readonly hasNotice: boolean }) {
  const { t } = useTranslation();
  const { told, needs, missing, withdrawn } = standing;
  const words = (purposes: readonly Purpose[]): string =>
    purposes
      .map((purpose) => (purpose === GENERAL ? t('consent.strip.general') : t(`purposes.${purpose}`)))
      .join(t('scope.and'));
  return (
    <>
      {hasNotice && (
        <Badge tone={told ? 'good' : 'amber'}>{t(told ? 'consent.told' : 'consent.kinds.notice')}</Badge>
      )}
      {missing.length > 0 && (
        <Badge tone="amber">{t('consent.strip.missing', { purposes: words(missing) })}</Badge>
      )}
      {withdrawn.length > 0 && (
        <Badge tone="harm">{t('consent.strip.withdrawn', { purposes: words(withdrawn) })}</Badge>
      )}
      {needs.length > 0 && missing.length + withdrawn.length === 0 && (
        <Badge tone="good">{t('consent.strip.agreed')}</Badge>
      )}
    </>
  );
}
