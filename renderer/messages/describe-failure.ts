/** Turns a failure into what happened and what to do, with the numbers it carries. */
import type { Translate } from './translate.ts';
import {
  FIELDS,
  type FieldId,
  OPEN_DETAILS,
  type OpenDetail,
  ROLES,
  type Role,
} from '../../contract/fields.ts';
import type { Failure } from '../../contract/result.ts';
import { PIN_PROBLEMS, type PinProblem } from '../../contract/staff/lists.ts';
import { formatDuration } from './format.ts';

const isField = (name: unknown): name is FieldId => typeof name === 'string' && Object.hasOwn(FIELDS, name);
const isDetail = (name: unknown): name is OpenDetail => OPEN_DETAILS.some((detail) => detail === name);
const isRole = (name: unknown): name is Role => ROLES.some((role) => role === name);
const isPinProblem = (name: unknown): name is PinProblem => PIN_PROBLEMS.some((problem) => problem === name);
const positive = (value: unknown): value is number => typeof value === 'number' && value > 0;

export function describeFailure(
  t: Translate,
  failure: Failure,
): { readonly what: string; readonly todo: string } {
  return {
    what: t(`errors.${failure.code}.what`),
    todo: [t(`errors.${failure.code}.todo`), ...detailsOf(t, failure)]
      .join(' ')
      .replaceAll('。 ', '。')
      .trim(),
  };
}

function detailsOf(t: Translate, failure: Failure): readonly string[] {
  const { waitSeconds, freeTries, field, digits, role, problem, line, desk, row } = failure.details;
  const words: string[] = [];
  if (positive(waitSeconds)) words.push(t('failure.wait', { wait: formatDuration(t, waitSeconds) }));
  else if (positive(freeTries)) words.push(t('failure.freeTries', { count: freeTries }));
  if (isField(field)) words.push(t('failure.field', { field: t(`fields.${field}`) }));
  if (isDetail(field)) words.push(t('failure.field', { field: t(`details.${field}`) }));
  if (failure.code === 'pin-too-weak' && isRole(role))
    words.push(t('failure.role', { role: t(`roles.${role}`) }));
  if (failure.code === 'pin-too-weak' && isPinProblem(problem)) words.push(t(`pinProblems.${problem}`));
  if ((failure.code === 'sheet-mismatch' || failure.code === 'sheet-slip') && positive(line))
    words.push(t('failure.sheetLine', { line }));
  if (failure.code === 'outside-scope' && typeof desk === 'string' && desk !== '')
    words.push(t('failure.desk', { desk }));
  if (failure.code === 'desks-busy' && typeof desk === 'number') words.push(t('failure.otherDesk', { desk }));
  if (failure.code === 'room-unknown' && positive(row)) words.push(t('failure.row', { row }));
  if (field === 'pinyin') words.push(t('failure.pinyin'));
  if (field === 'reason') words.push(t('failure.reasonWords'));
  if (field === 'ticket') words.push(t('failure.ticketNeeded'));
  if (failure.code === 'verify-shown-characters' && positive(digits))
    words.push(t('failure.hiddenDigits', { digits }));
  return words;
}
