import { trialProposal } from '../../apps/standalone/trial/trial-proposal';

/** A small work that every rule of planning lets through, but for the details a case is about. */
export const proposal = (details: Partial<typeof trialProposal> = {}): typeof trialProposal => ({
  ...trialProposal,
  ...details,
});
