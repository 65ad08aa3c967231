import { type Policy, whatElectionAdds } from '@clearway/rules';

/**
 * Elections that give nothing, or only in rare cases, beyond what the statute gives by itself: found by following the statute
 * through every situation, so it is asked for when somebody looks at a policy, not at every run.
 */
export function policyCautions(policy: Policy): readonly string[] {
  if (!policy.statute) return [];
  return policy.steps.flatMap((step) => {
    const adds = whatElectionAdds(step, policy);
    if (adds === 'somewhere') return [];
    return adds === 'nowhere'
      ? [`the election "${step.code}" can never give more than the statute does: remove it, or elect more`]
      : [
          `the election "${step.code}" gives more than the statute only for attempts, conspiracies, sections of before 1973, offenses under the Act, and priors that the People prove`,
        ];
  });
}
