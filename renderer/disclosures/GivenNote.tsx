/** A file was made: its password, once, how it is opened and how the password is handed over. */
import { useTranslation } from '../messages/translate.ts';
import { disclosureNumber } from '../../contract/disclosures/lists.ts';
import { GivenFile } from '../pages/GivenFile.tsx';
import { hashWords } from './about-words.ts';
import type { Made } from './GiveForm.tsx';

interface GivenNoteProps {
  readonly made: Made;
  readonly onDone: () => void;
}

export function GivenNote({ made: { given, fileName }, onDone }: GivenNoteProps) {
  const { t } = useTranslation();
  const { disclosureId, password, register, sha256 } = given;
  const number = disclosureNumber(disclosureId);
  const format = register.disclosures.find((one) => one.disclosureId === disclosureId)?.format ?? 'pdf';
  return (
    <GivenFile
      title={t('disclosures.given.title', { number, file: fileName })}
      passwordWords={t('disclosures.given.password')}
      password={password}
      ways={[t('disclosures.given.way'), t(`disclosures.given.opens.${format}`), t('disclosures.given.lost')]}
      hash={[t('disclosures.facts.sha256'), hashWords(sha256)]}
      done={t('disclosures.given.done')}
      testIds={{ note: 'disclosure-given', password: 'disclosure-password', done: 'disclosure-done' }}
      onDone={onDone}
    />
  );
}
