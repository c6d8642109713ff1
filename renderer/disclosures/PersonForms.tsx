/** What is given of one person, whose record is open at the counter: their own copy, or an extract for an authority. */
import { useState } from 'react';
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
import { useUnsaved } from '../pages/use-unsaved.ts';
import { fieldsToExtract } from '../reveal/extract.ts';
import { Chips, SeveralChips } from '../ui/Chips.tsx';
import { fileWords } from './file-words.ts';
import { GiveForm, type Made } from './GiveForm.tsx';
import { finishRecipient, NO_RECIPIENT, RecipientFields } from './RecipientFields.tsx';

interface PersonFormProps {
  readonly person: MaskedPerson;
  readonly onClose: (made?: Made) => void;
}

export function OwnCopyForm({ person, onClose }: PersonFormProps) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [to, setTo] = useState<CopyRecipient>('self');
  const [identity, setIdentity] = useState<IdentityProof>('papers');
  const [format, setFormat] = useState<CopyFormat>('pdf');
  // Whoever acts for somebody shows papers.
  const proof = to === 'self' ? identity : 'papers';
  return (
    <GiveForm
      title={t('disclosures.copyTitle')}
      lead={t('disclosures.copyLead')}
      file={format === 'zip' ? 'own-copy-archive' : 'own-copy'}
      isReady={() => true}
      send={({ fileId, pin }) =>
        bridge.vault['disclosures.ownCopy']({
          fileId,
          personId: person.personId,
          to,
          identity: proof,
          format,
          words: fileWords(),
          pin,
        })
      }
      onClose={onClose}
    >
      <About person={person} />
      <Chips
        label={t('disclosures.copyTo')}
        options={COPY_RECIPIENTS.map((id) => ({ id, label: t(`disclosures.to.${id}`) }))}
        chosen={to}
        testId="disclosure-to"
        onChoose={(id) => {
          markDirty();
          setTo(id);
        }}
      />
      <Chips
        label={t('disclosures.copyIdentity')}
        options={IDENTITY_PROOFS.map((id) => ({
          id,
          label: t(`disclosures.identity.${id}`),
          disabled: id === 'verified' && to !== 'self',
        }))}
        chosen={proof}
        testId="disclosure-identity"
        onChoose={setIdentity}
      />
      <p className="quiet small">{t('disclosures.verifyHint')}</p>
      <Chips
        label={t('disclosures.copyFormat')}
        options={COPY_FORMATS.map((id) => ({ id, label: t(`disclosures.copyFormats.${id}`) }))}
        chosen={format}
        testId="disclosure-format"
        onChoose={setFormat}
      />
    </GiveForm>
  );
}

export function ExtractForm({ person, onClose }: PersonFormProps) {
  const { t } = useTranslation();
  const markDirty = useUnsaved();
  const [typed, setTyped] = useState(NO_RECIPIENT);
  const [fields, setFields] = useState<readonly RevealableFieldId[]>([]);
  const [isAsked, setIsAsked] = useState(false);
  const finished = finishRecipient(typed);
  return (
    <GiveForm
      title={t('disclosures.extractTitle')}
      lead={t('disclosures.extractLead')}
      file="extract"
      isReady={() => {
        setIsAsked(true);
        return finished !== null && fields.length > 0;
      }}
      send={({ fileId, pin }) => {
        if (finished === null) throw new RangeError('asked before it is ready');
        const { recipient: authority, ...about } = finished;
        return bridge.vault['disclosures.extract']({
          ...about,
          authority,
          fileId,
          personId: person.personId,
          fields: [...fields],
          words: fileWords(),
          pin,
        });
      }}
      onClose={onClose}
    >
      <About person={person} />
      <RecipientFields
        name={t('disclosures.authority')}
        value={typed}
        isAsked={isAsked}
        onChange={(next) => {
          markDirty();
          setTyped(next);
        }}
      />
      <SeveralChips
        label={t('disclosures.fields')}
        options={fieldsToExtract(person).map((id) => ({ id, label: t(`fields.${id}`) }))}
        chosen={fields}
        testId="disclosure-field"
        onChoose={setFields}
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
