/** Somebody's own copy, by a request of theirs for which who asks was verified, and by nothing else. */
import { COPY_FORMATS, type CopyFormat } from '../../contract/disclosures/lists.ts';
import { actsOf, needsAuthority, requestNumber } from '../../contract/requests/lists.ts';
import type { RequestView } from '../../contract/requests/routes.ts';
import { bridge } from '../bridge.ts';
import { formatMoment } from '../messages/format.ts';
import { useTranslation } from '../messages/translate.ts';
import { deskStore } from '../pages/stores.ts';
import { useDraft } from '../pages/use-draft.ts';
import { useAnswer } from '../pages/use-reply.ts';
import { Chips } from '../ui/Chips.tsx';
import { Form } from '../ui/Form.tsx';
import { FailureNote } from '../ui/Note.tsx';
import { About, type PersonFormProps } from './ExtractForm.tsx';
import { GiveForm } from './GiveForm.tsx';

const readRequests = () => bridge.vault['requests.list']({});

export function OwnCopyForm({ person, onClose }: PersonFormProps) {
  const { t } = useTranslation();
  const { personId } = person;
  const { reply, failure } = useAnswer(readRequests, personId);
  if (failure !== null) return <FailureNote failure={failure} />;
  if (reply === null) return null;
  const asked = askedBy(reply.requests, personId);
  if (asked.length > 0) return <CopyForm person={person} asked={asked} onClose={onClose} />;
  return (
    <Form
      name="disclosure-copy-unasked"
      title={t('disclosures.copyTitle')}
      lead={t('disclosures.copyUnasked')}
      yes={t('disclosures.toRequests')}
      send={() => deskStore.getState().go('requests')}
      onClose={() => onClose()}
    />
  );
}

/** Their open requests that a copy may answer, each with its own identity entry. */
const askedBy = (
  requests: readonly RequestView[],
  personId: PersonFormProps['person']['personId'],
): readonly RequestView[] =>
  requests.filter(
    (one) =>
      one.state === 'open' &&
      one.personId === personId &&
      one.identity !== null &&
      (!needsAuthority(one.asker) || (one.authority !== null && !one.authority.isOver)) &&
      actsOf(one.what).includes('own-copy'),
  );

interface CopyDraft {
  readonly request: string;
  readonly format: CopyFormat;
}

interface CopyFormProps extends PersonFormProps {
  readonly asked: readonly RequestView[];
}

function CopyForm({ person, asked, onClose }: CopyFormProps) {
  const { t } = useTranslation();
  const { draft, of } = useDraft<CopyDraft>({
    request: String(asked[0]?.requestId ?? ''),
    format: 'pdf',
  });
  const request = asked.find(({ requestId }) => String(requestId) === draft.request);
  // Another processor reads the workbook, which an archive alone has.
  const format = request?.what === 'transfer' ? 'zip' : draft.format;
  return (
    <GiveForm
      title={t('disclosures.copyTitle')}
      lead={t('disclosures.copyLead')}
      file={format === 'zip' ? 'own-copy-archive' : 'own-copy'}
      isReady={() => request !== undefined}
      send={({ pin }, fileId) =>
        bridge.vault['disclosures.ownCopy']({
          fileId,
          requestId: request?.requestId ?? 0,
          version: request?.version ?? 0,
          personId: person.personId,
          format,
          pin,
        })
      }
      onClose={onClose}
    >
      <About person={person} />
      <Chips
        {...of('request')}
        label={t('disclosures.copyFor')}
        choices={asked.map(({ requestId, asker, identity }) => ({
          value: String(requestId),
          words: t('disclosures.copyAsked', {
            number: requestNumber(requestId),
            asker: t(`disclosures.to.${asker}`),
            time: identity === null ? '' : formatMoment(identity.at),
          }),
        }))}
      />
      <Chips
        {...of('format')}
        label={t('disclosures.facts.format')}
        choices={COPY_FORMATS.map((value) => ({
          value,
          words: t(`disclosures.copyFormats.${value}`),
          disabled: request?.what === 'transfer' && value !== 'zip',
        }))}
        value={format}
      />
    </GiveForm>
  );
}
