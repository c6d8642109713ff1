/** How it stands with notice and consent. Pure. */
import type { ConsentSummary } from '../../../contract/consent/routes.ts';
import type { Evidence } from '../feature.ts';

/** Missing while no version of the notice is in force; stale while somebody is to be told or asked. */
export function consentEvidence({ notice, people, missing, postings }: ConsentSummary): Evidence {
  const isOpen = Object.values(missing).some((count) => count > 0);
  return {
    duty: 'notice-and-consent',
    state: notice === null ? 'missing' : isOpen ? 'stale' : 'there',
    at: notice === null ? null : Math.max(notice.since, ...postings.map(({ at }) => at)),
    dueOn: null,
    count: notice === null ? 0 : people - missing.notice,
  };
}
