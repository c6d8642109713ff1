/** A computer without a vault joins an estate: the slip, the twelve characters while two people let it in, and an admin's PIN. */
import { useEffect, useRef, useState } from 'react';
import type { JoinView } from '../../contract/key-management/views.ts';
import { bridge } from '../bridge.ts';
import { useTranslation } from '../messages/translate.ts';
import { LanguageSwitch } from '../settings/LanguageSwitch.tsx';
import { appStore } from '../stores.ts';
import { Button } from '../ui/Button.tsx';
import { CeremonyShell, CeremonyTitle } from '../ui/CeremonyShell.tsx';
import { cx } from '../ui/cx.ts';
import { Fact, Facts } from '../ui/Facts.tsx';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { ProofFields } from '../ui/ProofFields.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import css from './set-up.module.css';
import './words.ts';

const { vault } = bridge;
const LOOK_MS = 1_000;
const ADMIN = 'admin';
const STEPS = ['slip', 'code', 'pin'] as const;

export function Join({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const [seen, setSeen] = useState<JoinView | null>(null);
  useEffect(() => {
    if (!isAsking) return;
    const look = async (): Promise<void> => {
      const reply = await vault['join.read']({});
      if (reply.ok) setSeen(reply.value);
    };
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [isAsking]);
  const step = !isAsking ? 'slip' : (seen?.view?.admins.length ?? 0) === 0 ? 'code' : 'pin';
  const leave = async (): Promise<void> => {
    await vault['join.cancel']({});
    onLeave();
  };
  return (
    <main className={cx(css.screen)}>
      <CeremonyShell
        title={t('product')}
        rail={t('join.rail')}
        steps={STEPS.map((name) => t(`join.steps.${name}`))}
        now={STEPS.indexOf(step)}
        leave={
          <>
            <LanguageSwitch />
            <Button weight="plain" data-testid="join-cancel" onClick={() => void leave()}>
              {t('join.cancel')}
            </Button>
          </>
        }
        testId="screen-join"
        data={{ 'data-step': step }}
      >
        {step === 'slip' && <SlipStep onAsked={() => setIsAsking(true)} />}
        {step === 'code' && <CodeStep seen={seen} />}
        {step === 'pin' && seen?.view && <PinStep view={seen.view} />}
      </CeremonyShell>
    </main>
  );
}

function SlipStep({ onAsked }: { readonly onAsked: () => void }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const secret = useRef<SecretHandle>(null);
  return (
    <Form
      name="join"
      className="stack4"
      yes={t('common.next')}
      send={() => vault['join.begin']({ address, secret: secret.current?.peek() ?? '' })}
      onDone={onAsked}
    >
      <CeremonyTitle>{t('join.title')}</CeremonyTitle>
      <p>{t('join.lead')}</p>
      <TextField
        label={t('join.address')}
        value={address}
        onChange={setAddress}
        required
        autoFocus
        testId="join-address"
      />
      <SecretField label={t('join.secret')} handle={secret} maxLength={60} required testId="join-secret" />
    </Form>
  );
}

type Estate = NonNullable<JoinView['view']>;

function CodeStep({ seen }: { readonly seen: JoinView | null }) {
  const { t } = useTranslation();
  const view = seen?.view ?? null;
  const trouble = seen?.trouble ?? null;
  return (
    <div className="stack4">
      <CeremonyTitle>{t('join.steps.code')}</CeremonyTitle>
      <p>{t('join.codeLead')}</p>
      {view !== null && <EstateFacts view={view} withCode />}
      <p role="status" className="quiet" data-testid="join-waiting">
        {t(view === null ? 'join.asking' : 'join.waiting')}
      </p>
      {trouble !== null && (
        <Note kind="warn" testId="join-trouble">
          {t(trouble === 'wrong-login' ? 'join.notTaken' : 'join.unreachable')}
        </Note>
      )}
    </div>
  );
}

function EstateFacts({ view, withCode = false }: { readonly view: Estate; readonly withCode?: boolean }) {
  const { t } = useTranslation();
  return (
    <Facts layout="rows" framed>
      {withCode && (
        <Fact name={t('join.code')} testId="join-code">
          <b>{view.code}</b>
        </Fact>
      )}
      <Fact name={t('setup.welcome.estate')}>{view.estateName}</Fact>
      <Fact name={t('setup.sheet.fingerprint')} testId="join-fingerprint">
        {view.fingerprint}
      </Fact>
    </Facts>
  );
}

function PinStep({ view }: { readonly view: Estate }) {
  const { t } = useTranslation();
  return (
    <Form
      name="join-finish"
      className="stack4"
      yes={t('join.finish')}
      busyWords={t('common.loading')}
      send={({ second }) => vault['join.finish'](second)}
      // Keys and a PIN went through this page and its vault: the lock screen is that of a fresh pair.
      onDone={() => appStore.getState().lock()}
    >
      <CeremonyTitle>{t('join.steps.pin')}</CeremonyTitle>
      <p>{t('join.pinLead')}</p>
      <EstateFacts view={view} />
      <ProofFields people={view.admins} role={ADMIN} testId="join-admin" />
    </Form>
  );
}
