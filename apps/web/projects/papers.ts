import type { ProjectPage } from '#contracts/http/projects';
import { documentKindLabels } from '#labels/zh/terms';

/** A paper of the project, whoever issued it. */
export interface Paper {
  title: string;
  number: string;
  organ: string;
  on: string;
  requirement: string | null;
  digest: string | null;
  voided: boolean;
  replacedBy?: string;
}

const parentActLabels = {
  approval: '上级项目批复（引用）',
  award: '上级项目中标（引用）',
  permit: '上级项目许可（引用）',
  acceptance: '上级项目验收（引用）',
} as const;

/** Every paper on file, by date. */
export function papersOf({ project: { approval, acceptance }, bodies }: ProjectPage): Paper[] {
  const nameOf = (organ: string) => bodies[organ] ?? organ;
  const issued = [...(approval.reply ? [approval.reply] : []), ...approval.allocations];
  return [
    ...approval.documents.map((paper) => ({ ...paper, title: documentKindLabels[paper.kind] })),
    ...issued.map((paper) => ({ ...paper, organ: nameOf(paper.organ), digest: null })),
    ...approval.parentActs.map((act) => ({
      ...act,
      title: parentActLabels[act.kind],
      requirement: null,
      voided: false,
    })),
    ...(acceptance.filedOn && acceptance.filingNumber
      ? [
          {
            title: '竣工验收备案',
            number: acceptance.filingNumber,
            organ: '',
            on: acceptance.filedOn,
            requirement: null,
            digest: null,
            voided: false,
          },
        ]
      : []),
  ].sort((one, other) => one.on.localeCompare(other.on));
}
