import { z } from 'zod';
import { command } from '../command';
import { freeText, reference, shortText } from '../shapes';
import { completionPapers, type AcceptanceFile } from './state';

const base = { stream: 'project', stage: 'acceptance', via: 'workflow', clause: 'CL-51' } as const;

/** @clause CL-51 */
export const acceptanceCommands = {
  prepareAcceptanceFile: command({
    ...base,
    who: ['owner'],
    reads: ['projectHiring', 'projectTraining', 'projectPay'],
    schema: z.strictObject({
      qualityPapers: z.array(z.enum(completionPapers)).max(5).default([]),
      /** for a labor segment of a major project: that project's own acceptance */
      parentAct: reference.nullable().default(null),
    }),
  }),
  signAcceptance: command({
    ...base,
    who: ['owner', 'contractor', 'collective', 'supervisionEngineer', 'township', 'sectorDepartment'],
    reads: [],
    schema: z.strictObject({
      edition: z.int().min(1).max(1000),
      verdict: z.enum(['qualified', 'unqualified']),
      opinion: freeText(),
    }),
  }),
  fileAcceptance: command({
    ...base,
    who: ['owner'],
    reads: [],
    schema: z.strictObject({ organ: shortText(), number: shortText(60) }),
    leaves: true,
    restsOnRevision: true,
  }),
};

export interface AcceptanceEvents {
  AcceptanceFilePrepared: Omit<AcceptanceFile, 'preparedOn'>;
  /** `complete` with the last signature needed; an unqualified verdict sends the file back to be prepared again */
  AcceptanceSigned: {
    body: string;
    edition: number;
    verdict: 'qualified' | 'unqualified';
    opinion: string;
    complete: boolean;
  };
  AcceptanceFiled: { organ: string; number: string };
}
