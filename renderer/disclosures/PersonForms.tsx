/** Forms that give something of one person, whose record is open at the counter: their own copy, or an extract for an authority. */
import { useTranslation } from '../messages/translate.ts';
import {
  COPY_FORMATS,
  COPY_RECIPIENTS,
  type CopyFormat,
  type CopyRecipient,
  IDENTITY_PROOFS,
  type IdentityProof,
} from '../../contract/disclosures/lists.ts';
import type { RevealableFieldId } from '../../contract/fields.ts';
import type { MaskedPerson } from '../../contract/people/views.ts';
import { bridge } from '../bridge.ts';
import { useDraft } from '../pages/use-draft.ts';
import { fieldsToExtract } from '../reveal/extract.ts';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { choicesOf } from '../ui/Select.tsx';
import { GiveForm, type Made } from './GiveForm.tsx';
import { NO_RECIPIENT, type Recipient, RecipientFields, recipientTyped } from './RecipientFields.tsx';

interface PersonFormProps {
  readonly person: MaskedPerson;
  readonly onClose: (made?: Made) => void;
}

interface CopyDraft {
  readonly to: CopyRecipient;
  readonly identity: IdentityProof;
  readonly format: CopyFormat;
}

export function OwnCopyForm({ person, onClose }: PersonFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft<CopyDraft>({ to: 'self', identity: 'papers', format: 'pdf' });
  const { to, format } = draft;
  // Whoever acts for somebody shows papers.
  const identity = to === 'self' ? draft.identity : 'papers';
  return (
    <GiveForm
      title={t('disclosures.copyTitle')}
      lead={t('disclosures.copyLead')}
      file={format === 'zip' ? 'own-copy-archive' : 'own-copy'}
      send={({ pin }, fileId) =>
        bridge.vault['disclosures.ownCopy']({
          fileId,
          personId: person.personId,
          to,
          identity,
          format,
          pin,
        })
      }
      onClose={onClose}
    >
      <About person={person} />
      <Chips
        {...of('to')}
        label={t('disclosures.copyTo')}
        choices={choicesOf(COPY_RECIPIENTS, (one) => t(`disclosures.to.${one}`))}
      />
      <Chips
        {...of('identity')}
        label={t('disclosures.copyIdentity')}
        choices={IDENTITY_PROOFS.map((value) => ({
          value,
          words: t(`disclosures.identity.${value}`),
          disabled: value === 'verified' && to !== 'self',
        }))}
        value={identity}
      />
      <p className="quiet small">{t('disclosures.verifyHint')}</p>
      <Chips
        {...of('format')}
        label={t('disclosures.copyFormat')}
        choices={choicesOf(COPY_FORMATS, (one) => t(`disclosures.copyFormats.${one}`))}
      />
    </GiveForm>
  );
}

interface ExtractDraft extends Recipient {
  readonly field: readonly RevealableFieldId[];
}

export function ExtractForm({ person, onClose }: PersonFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft<ExtractDraft>({ ...NO_RECIPIENT, field: [] });
  return (
    <GiveForm
      title={t('disclosures.extractTitle')}
      lead={t('disclosures.extractLead')}
      file="extract"
      isReady={() => draft.field.length > 0}
      send={({ pin }, fileId) => {
        const { recipient: authority, ...about } = recipientTyped(draft);
        return bridge.vault['disclosures.extract']({
          ...about,
          authority,
          fileId,
          personId: person.personId,
          fields: [...draft.field],
          pin,
        });
      }}
      onClose={onClose}
    >
      <About person={person} />
      <RecipientFields name={t('disclosures.authority')} of={of} />
      <SeveralChips
        {...of('field')}
        label={t('disclosures.fields')}
        choices={choicesOf(fieldsToExtract(person), (field) => t(`fields.${field}`))}
      />
    </GiveForm>
  );
}

function About({ person: { nameMask, rooms } }: Pick<PersonFormProps, 'person'>) {
  const { t } = useTranslation();
  const mask = [nameMask, ...rooms.slice(0, 2).map(({ label }) => label)].join(' ');
  return (
    <p>
      <b>{t('disclosures.person', { mask })}</b>
    </p>
  );
}
