/** Masking rules, as an admin chooses them. */
import { defineFeature, longWorkOf } from '../feature.ts';
import { changePolicy } from './change-policy.ts';
import { policyEvidence } from './evidence.ts';
import { policyPart } from './pack.ts';
import { describePolicy } from './read-policy.ts';

export const policyFeature = defineFeature((context) => {
  const changes = longWorkOf(context, 'policy.progress');
  return {
    evidence: policyEvidence,
    packParts: policyPart,
    handlers: {
      'policy.read': describePolicy,
      'policy.change': (session, request) => changes.run((work) => changePolicy(session, request, work)),
      'policy.cancel': async () => changes.cancel(),
    },
  };
});
