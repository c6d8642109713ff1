/** How it stands with notice and consent. Pure. */
import type { PointState } from '../../../contract/evidence/points.ts';
import type { ConsentSummary } from '../../../contract/consent/routes.ts';
import type { Evidence } from '../feature.ts';

/** After so many days children are looked for again: some were born, some have moved in. */
const LOOK_DAYS = 366;
const DAY_MS = 86_400_000;

/** All missing while no version of the notice is in force; a point is stale while somebody is to be told, asked or looked for. */
export function consentEvidence(
  { notice, people, missing, postings, children }: ConsentSummary,
  now: number,
): Evidence {
  const among = (count: number): PointState =>
    notice === null || people === 0 ? 'missing' : count > 0 ? 'stale' : 'there';
  const isOld = children !== null && (children.found > 0 || children.at < now - LOOK_DAYS * DAY_MS);
  return {
    duty: 'notice-and-consent',
    points: {
      notice: notice === null ? 'missing' : 'there',
      told: among(missing.notice),
      consents: among(missing.consent + missing.sensitive),
      guardians: among(missing.guardian),
      children: children === null ? 'missing' : isOld ? 'stale' : 'there',
    },
    at: notice === null ? null : Math.max(notice.since, ...postings.map(({ at }) => at)),
    dueOn: null,
    count: notice === null ? 0 : people - missing.notice,
  };
}
