/** The names of the routes of policy, for the preload, which has no use for schemas. */

export const POLICY_ROUTES = ['policy.read', 'policy.change', 'policy.cancel'] as const;
