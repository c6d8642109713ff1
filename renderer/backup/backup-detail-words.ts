/** What the log's entries of backups say, in words. Pure. */
import type { TFunction } from 'i18next';
import { ERROR_CODES } from '../../contract/errors.ts';
import type { ErrorCode } from '../../contract/errors.ts';

const FACT = /^(bytes|rows|let-go|hour|why|step) (\S+)$/;
const BEFORE = /^from (\S+); the log before ended at (\d+) ([0-9a-f]+)$/;

/** `RV-…, rows 12, let-go 0, why scheduled`: a name, then facts. */
export function backupDetailWords(t: TFunction, detail: string): string {
  const [, from, seq, hash] = BEFORE.exec(detail) ?? [];
  if (from !== undefined) return t('backup.log.restored', { name: from, seq, hash });
  return detail
    .split(', ')
    .map((part) => partWords(t, part))
    .join(t('log.and'));
}

function partWords(t: TFunction, part: string): string {
  const [, fact, value = ''] = FACT.exec(part) ?? [];
  switch (fact) {
    case 'rows':
    case 'bytes':
    case 'let-go':
    case 'hour':
      return t(`backup.log.${fact}`, { value });
    case 'why':
      return value === 'scheduled' || value === 'by-hand' ? t(`backup.log.${value}`) : codeWords(t, value);
    case 'step':
      return t('backup.log.begun');
    default:
      return part === 'on' || part === 'off' ? t(`policy.${part}`) : codeWords(t, part);
  }
}

const codeWords = (t: TFunction, word: string): string => {
  const code = ERROR_CODES.find((one): one is ErrorCode => one === word);
  return code === undefined ? word : t(`errors.${code}.what`);
};
