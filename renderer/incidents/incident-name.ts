/** Name of an incident. Pure. */
import type { Translate } from '../messages/translate.ts';
import { disclosureNumber } from '../../contract/disclosures/lists.ts';
import type { IncidentLine } from '../../contract/incidents/routes.ts';
import { paperNumber } from '../../contract/paper-register/lists.ts';

/** As somebody has named it, else by where it came from. */
export function incidentName(
  t: Translate,
  { title, origin, originId }: Pick<IncidentLine, 'title' | 'origin' | 'originId'>,
): string {
  if (title !== '') return title;
  const words = t(`incidents.origins.${origin}`);
  if (originId === null) return words;
  if (origin === 'paper') return `${words} ${paperNumber(originId)}`;
  return origin === 'file' ? `${words} ${disclosureNumber(originId)}` : words;
}

/** As the list has it: whether it was played stands in it. */
export const listedName = (
  t: Translate,
  one: Pick<IncidentLine, 'title' | 'origin' | 'originId' | 'drill'>,
): string => (one.drill ? `${t('incidents.isDrill')} · ${incidentName(t, one)}` : incidentName(t, one));
