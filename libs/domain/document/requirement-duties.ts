/** What the work-relief requirement asks of a project: each with its clause of the opinion and the words by which a text says it. */
export const requirementDuties = [
  { clause: 'CL-42', duty: '采取以工代赈方式实施', said: [/以工代赈/] },
  { clause: 'CL-32', duty: '吸纳当地农村劳动力务工', said: [/(当地|本地|本区).*(劳动力|群众|农民|村民)/] },
  { clause: 'CL-33', duty: '开展劳动技能和安全生产培训', said: [/培训/] },
  { clause: 'CL-34', duty: '建立用工名册和劳务报酬发放台账', said: [/名册/, /台账/] },
  { clause: 'CL-34', duty: '劳务报酬经务工人员确认', said: [/(务工人员|本人).*确认/] },
  { clause: 'CL-34', duty: '及时足额发放劳务报酬', said: [/及时足额|按时足额/] },
  { clause: 'CL-34', duty: '劳务报酬通过银行卡发放至本人', said: [/银行卡/] },
] as const;

export interface DutyFound {
  clause: string;
  duty: string;
  /** the words of the text that say it; null where none do */
  words: string | null;
}

/** Each duty of the requirement with the words of a text that meet it. @clause CL-42 */
export function dutiesIn(text: string): DutyFound[] {
  const stretches = text.split(/[，。；\n]/).map((one) => one.trim());
  return requirementDuties.map(({ clause, duty, said }) => ({
    clause,
    duty,
    words: stretches.find((stretch) => said.every((form) => form.test(stretch))) ?? null,
  }));
}
