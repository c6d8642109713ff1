/** Interface of notice and consent for the requests of individuals: what somebody has consented to, and the end of it. */
export { endConsents, readConsents } from './end-consents.ts';
