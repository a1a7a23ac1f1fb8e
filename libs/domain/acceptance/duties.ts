import type { DutyDraft } from '../duty';
import type { AnyFacts } from '../facts';
import type { Project } from '../project';
import { signersOf } from './rules';

/** Who owes what between the last settled segment and the filed acceptance. @clause CL-51 */
export function acceptanceDuties(project: Project, { parameters }: Pick<AnyFacts, 'parameters'>): DutyDraft[] {
  const { phase, parties, acceptance } = project;
  if (phase !== 'acceptance' || !parties) return [];
  const { file, signatures, signedOn } = acceptance;
  const usual = { workingDays: parameters['step.limit.default'] ?? 5 };
  const act = { kind: 'act', clause: 'CL-51' } as const;
  if (!file) {
    return [
      {
        ...act,
        key: `acceptance/prepareAcceptanceFile/${acceptance.editions + 1}`,
        rule: 'R-ACPT-01',
        owner: { body: parties.owner },
        command: 'prepareAcceptanceFile',
        limit: usual,
      },
    ];
  }
  if (signedOn === null) {
    const signed = signatures.map(({ body }) => body);
    return signersOf(project)
      .filter((body) => !signed.includes(body))
      .map((body) => ({
        ...act,
        key: `acceptance/signAcceptance/${file.edition}/${body}`,
        rule: 'R-ACPT-01',
        owner: { body },
        command: 'signAcceptance',
        limit: usual,
      }));
  }
  return [
    {
      ...act,
      key: 'acceptance/fileAcceptance',
      rule: 'R-INV-32',
      owner: { body: parties.owner },
      command: 'fileAcceptance',
      limit: { days: parameters['accept.filing'] ?? 15 },
    },
  ];
}
