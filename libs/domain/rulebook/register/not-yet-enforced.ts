import type { RuleId } from './register';

/** Rules that refuse or warn by their nature, whose part of the product is built later, each with the reason. */
export const notYetEnforced: Partial<Record<RuleId, string>> = {
  'R-INS-02':
    'Accident insurance of dangerous trades comes with the contractor’s safety papers, built with supervision.',
  'R-SUPV-02': 'Findings and their closure are a stream of their own, built with supervision.',
  'R-PILOT-02': 'Trial values need pilots as approved matters, built with the sign-off engine.',
  'R-NAT-25': 'Village posting is an object with timer, proof and objections, built with publicity.',
  'R-PUB-08': 'The masked rendering of pay is made by the posting it belongs to, built with publicity.',
  'R-PUB-03': 'Limits of government disclosure belong to publicity.',
  'R-PRIN-05': 'The detectors look across projects and run as patrols, built with supervision.',
  'R-LAW-03':
    'Name-only detection compares a project with its plan over time and runs as a patrol, built with supervision.',
  'R-INV-33': 'Transfer of construction archives belongs to the archive interface.',
  'R-INV-36': 'Final accounts after completion belong to money close-out.',
  'R-PAY-13': 'Labor-cost transfers by the owner are watched with the special account’s bank interface.',
  'R-PAY-22': 'Closing the special account belongs to money close-out.',
  'R-AGE-05': 'The final text on over-age workers is not published; the check follows it.',
  'R-LEDG-11': 'Nothing is deleted yet; retention runs come with archiving.',
  'R-ROST-19': 'Nothing is deleted yet; retention runs come with archiving.',
  'R-ROST-21': 'Nothing is deleted yet; retention runs come with archiving.',
  'R-SEC-01': 'Keeping of logs is set in operation, not judged by a command.',
  'R-SEC-05': 'Sessions are judged at login by the API, before any command exists.',
  'R-PRIV-08': 'Requests of workers about their own data come with the worker’s pages.',
  'R-PRIV-10': 'Impact assessments are papers of the operator; retention runs come with archiving.',
};
