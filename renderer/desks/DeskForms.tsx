/** The forms of the page of the desks. The keeper's password goes through and is not kept. */
import { type MouseEvent, type RefObject, useRef, useState } from 'react';
import type { DesksView } from '../../contract/key-management/views.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { useTranslation } from '../messages/translate.ts';
import { BothForm } from '../pages/BothForm.tsx';
import { useDraft } from '../pages/use-draft.ts';
import { useReply } from '../pages/use-reply.ts';
import { AreaField } from '../ui/AreaField.tsx';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/Form.tsx';
import { Note } from '../ui/Note.tsx';
import { SecretField } from '../ui/SecretField.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { SecretHandle } from '../ui/TextInput.tsx';
import { toastsStore } from '../ui/toasts.ts';

const { vault } = bridge;

export interface MadeSlip extends RouteReply<'keys.inviteDesk'> {
  readonly name: string;
}
interface Closing {
  readonly onClose: (view?: DesksView) => void;
}

/** Read once, as the form is sent. */
const typedIn = (handle: RefObject<SecretHandle | null>): string => handle.current?.peek() ?? '';

function KeeperField({ handle }: { readonly handle: RefObject<SecretHandle | null> }) {
  const { t } = useTranslation();
  return (
    <SecretField
      label={t('manyDesks.keeper')}
      hint={t('manyDesks.keeperHint')}
      handle={handle}
      maxLength={200}
      required
      testId="desk-keeper"
    />
  );
}

/** Selected, not changed. Of a secret, which is copied by hand, no button takes it to the clipboard, where every program reads it. */
function ToCopy({
  label,
  value,
  testId,
}: {
  readonly label: string;
  readonly value: string;
  readonly testId: string;
}) {
  return (
    <TextField
      label={label}
      value={value}
      readOnly
      inputClass="digits"
      testId={testId}
      onChange={() => undefined}
    />
  );
}

/** The line holds a verifier and no secret: copied as by Ctrl+C, and left in the clipboard. */
function SqlLine({ sql }: { readonly sql: string }) {
  const { t } = useTranslation();
  const copy = ({ currentTarget }: MouseEvent): void => {
    currentTarget.closest('form')?.querySelector('textarea')?.select();
    if (document.execCommand('copy'))
      toastsStore.getState().show({ words: (say) => say('manyDesks.sqlCopied') });
  };
  return (
    <>
      <AreaField
        label={t('manyDesks.sql')}
        value={sql}
        readOnly
        rows={4}
        inputClass="digits"
        testId="desk-sql"
        onChange={() => undefined}
      />
      <div>
        <Button data-testid="desk-sql-copy" onClick={copy}>
          {t('manyDesks.sqlCopy')}
        </Button>
      </div>
    </>
  );
}

const draw = () => vault['keys.drawKeeper']({});

/** First what is handed on and written down, which takes the whole panel; then what the desk itself is told. */
export function BeginForm({ onClose }: Closing) {
  const { t } = useTranslation();
  const drawn = useReply(draw, undefined);
  const [isCopied, setCopied] = useState(false);
  const { draft, of } = useDraft({ address: '', name: '' });
  const keeper = useRef<SecretHandle>(null);
  if (!isCopied)
    return (
      <Form
        name="desks-draw"
        title={t('manyDesks.begin')}
        lead={t('manyDesks.beginLead')}
        yes={t('manyDesks.slipDone')}
        ready={drawn !== null}
        send={() => setCopied(true)}
        onClose={() => onClose()}
      >
        <SqlLine sql={drawn?.sql ?? ''} />
        <ToCopy label={t('manyDesks.drawn')} value={drawn?.keeper ?? ''} testId="desk-drawn" />
        <Note kind="shows">{t('manyDesks.drawnHint')}</Note>
      </Form>
    );
  return (
    <BothForm
      name="desks-begin"
      title={t('manyDesks.begin')}
      lead={t('manyDesks.serverLead')}
      yes={t('manyDesks.begin')}
      send={(takeProof) => {
        const { pin, other } = takeProof();
        return vault['keys.beginEstate']({ ...draft, keeper: typedIn(keeper), pin, cosigner: other });
      }}
      toast={() => t('manyDesks.begun')}
      onClose={onClose}
      more={
        <Button data-testid="desks-draw-again" onClick={() => setCopied(false)}>
          {t('common.back')}
        </Button>
      }
    >
      <TextField
        {...of('address')}
        label={t('manyDesks.address')}
        hint={t('manyDesks.addressHint')}
        required
        autoFocus
      />
      <TextField {...of('name')} label={t('manyDesks.ownName')} maxLength={60} required />
      <KeeperField handle={keeper} />
    </BothForm>
  );
}

export function AddForm({ onMade, onClose }: { onMade: (slip: MadeSlip) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ name: '' });
  const keeper = useRef<SecretHandle>(null);
  return (
    <Form
      name="desk-add"
      title={t('manyDesks.add')}
      lead={t('manyDesks.addLead')}
      yes={t('manyDesks.add')}
      pin="last"
      gathers={false}
      send={({ pin }) => vault['keys.inviteDesk']({ ...draft, keeper: typedIn(keeper), pin })}
      onDone={(slip) => onMade({ ...slip, ...draft })}
      onClose={() => onClose()}
    >
      <TextField
        {...of('name')}
        label={t('manyDesks.name')}
        hint={t('manyDesks.nameHint')}
        maxLength={60}
        required
        autoFocus
      />
      <KeeperField handle={keeper} />
    </Form>
  );
}

export function SlipPaper({ slip, onClose }: { readonly slip: MadeSlip; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { name, address, secret, until } = slip;
  return (
    <Form
      name="desk-slip"
      title={t('manyDesks.slipTitle', { name })}
      lead={t('manyDesks.slipLead', { until: formatMoment(until) })}
      yes={t('manyDesks.slipDone')}
      send={() => onClose()}
    >
      <ToCopy label={t('manyDesks.slipAddress')} value={address} testId="slip-address" />
      <ToCopy label={t('manyDesks.slipSecret')} value={secret} testId="slip-secret" />
    </Form>
  );
}

export function LetInForm({ name, onClose }: Closing & { readonly name: string }) {
  const { t } = useTranslation();
  const { draft, of } = useDraft({ code: '' });
  const keeper = useRef<SecretHandle>(null);
  return (
    <BothForm
      name="desk-let-in"
      title={t('manyDesks.letInTitle', { name })}
      lead={t('manyDesks.letInLead')}
      yes={t('manyDesks.letIn')}
      gathers={false}
      send={(takeProof) => {
        const { pin, other } = takeProof();
        return vault['keys.admitDesk']({ ...draft, keeper: typedIn(keeper), pin, cosigner: other });
      }}
      toast={() => t('manyDesks.isIn')}
      onClose={onClose}
    >
      <TextField {...of('code')} label={t('manyDesks.code')} maxLength={30} required autoFocus />
      <KeeperField handle={keeper} />
    </BothForm>
  );
}

export function EndForm({ desk, onClose }: Closing & { readonly desk: DesksView['desks'][number] }) {
  const { t } = useTranslation();
  const { name, isEnded } = desk;
  const keeper = useRef<SecretHandle>(null);
  const words = isEnded ? 'endServer' : 'endTitle';
  return (
    <BothForm
      name="desk-end"
      title={t(`manyDesks.${words}`, { name })}
      lead={t(isEnded ? 'manyDesks.endServerLead' : 'manyDesks.endLead')}
      yes={t(isEnded ? 'manyDesks.endLogin' : 'manyDesks.end')}
      isDanger
      gathers={false}
      send={(takeProof) => {
        const { pin, other } = takeProof();
        return vault['keys.endDesk']({ desk: desk.desk, keeper: typedIn(keeper), pin, cosigner: other });
      }}
      onClose={onClose}
    >
      <KeeperField handle={keeper} />
    </BothForm>
  );
}
