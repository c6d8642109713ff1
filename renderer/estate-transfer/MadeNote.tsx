/** The file was made: its password, once. */
import { useTranslation } from '../messages/translate.ts';
import type { RouteReply } from '../../contract/routes.ts';
import { hashWords } from '../disclosures/about-words.ts';
import { GivenFile } from '../pages/GivenFile.tsx';

/** Reply about a file that was made, and the name it was saved under. */
export type MadeFile = RouteReply<'estateTransfer.make'> & {
  readonly fileName: string;
  readonly number: string;
};

interface MadeNoteProps {
  readonly made: MadeFile;
  readonly onDone: () => void;
}

export function MadeNote({ made: { password, sha256, fileName, number }, onDone }: MadeNoteProps) {
  const { t } = useTranslation();
  return (
    <GivenFile
      title={t('estateTransfer.given.title', { number, file: fileName })}
      passwordWords={t('estateTransfer.given.password')}
      password={password}
      ways={[t('estateTransfer.given.way')]}
      hash={['SHA-256', hashWords(sha256)]}
      done={t('estateTransfer.given.done')}
      testIds={{
        note: 'estate-transfer-made',
        password: 'estate-transfer-password',
        done: 'estate-transfer-done',
      }}
      onDone={onDone}
    />
  );
}
