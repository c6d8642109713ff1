/** Form that shows the documents that wait for a signature, and takes the PIN that signs all of them once each was read to its end. */
import { useTranslation } from '../messages/translate.ts';
import type { OwnDocument, OwnList } from '../../contract/procedures/views.ts';
import { bridge } from '../bridge.ts';
import { Form } from '../ui/Form.tsx';
import { ReadToEnd } from './ReadToEnd.tsx';

interface SignFormProps {
  /** At least one. */
  readonly documents: readonly OwnDocument[];
  readonly onClose: (signed?: OwnList) => void | Promise<void>;
  readonly onStale: () => Promise<void>;
}

export function SignForm({ documents, onClose, onStale }: SignFormProps) {
  const { t } = useTranslation();
  const of = documents.length;
  return (
    <ReadToEnd
      documents={documents.map(({ signedBefore, ...document }) => ({ ...document, before: signedBefore }))}
      title={(at) => t('procedures.signTitle', { at, of })}
      testId="procedure-sign"
      onCancel={() => void onClose()}
    >
      <Form
        name="procedure-sign"
        title={t('procedures.sign')}
        lead={t('procedures.signLead')}
        yes={t('procedures.signYes', { count: of })}
        pin="last"
        gathers
        send={({ pin }) =>
          bridge.vault['procedures.sign']({
            versions: documents.map(({ versionId, sha256 }) => ({ versionId, sha256 })),
            pin,
          })
        }
        onClose={onClose}
        onStale={onStale}
      />
    </ReadToEnd>
  );
}
