/** Names of the policy routes, without schemas, for the preload. */

/** Every policy route; `routes.ts` does not compile unless it defines each. */
export const POLICY_ROUTES = ['policy.read', 'policy.change', 'policy.cancel'] as const;
