/** What masks hide, as an admin chooses it. */
import { defineFeature } from '../feature.ts';
import { createPolicyDesk } from './change-policy.ts';
import { describePolicy } from './read-policy.ts';

export const policyFeature = defineFeature(({ emit, holdIdleLock }) => {
  const policy = createPolicyDesk({
    onProgress: (progress) => emit('policy.progress', progress),
    onLongWork: holdIdleLock,
  });
  return {
    handlers: {
      'policy.read': describePolicy,
      'policy.change': policy.change,
      'policy.cancel': async () => {
        policy.cancel();
        return {};
      },
    },
  };
});
