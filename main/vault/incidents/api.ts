/** What others do to the register of incidents: open one for what they have found. */
export { openIncident } from './open-incident.ts';
