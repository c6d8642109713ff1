/** Interface of the register of incidents for other features: open one for their findings. */
export { openIncident } from './open-incident.ts';
export { incidentRules, levelWords } from './rules.ts';
