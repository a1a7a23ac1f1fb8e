import { allot, numberClaim } from '../approval/numbers';
import type { Command } from '../command';
import { textsOf } from '../document/content';
import { issueBreaches, issuedText, issuedWords, replacing, type IssuedText, type Replaced } from '../document/issue';
import { spelledOut } from '../document/placeholders';
import { isCurrent } from '../document/plan-list';
import type { AnyFacts, PaperFact } from '../facts';
import { breach, type Breach, type Claim } from '../rules';
import { standingPlanDocument, type Plan, type PlanDocument } from './plan';

/** What goes out under a number together with an act on the plan. */
export interface Issued {
  number: string;
  on: string;
  title: string;
  document: IssuedText;
  replaces?: Replaced;
}

interface Issue {
  breaches: readonly Breach[];
  /** to be spread into the act's event; nothing where no document goes out */
  issued: { issued?: Issued };
  claims: readonly Claim[];
}

const none: Issue = { breaches: [], issued: {}, claims: [] };

/** The document that an act names: numbered in the series of the district government, in the act's own moment. @rule R-DOC-10 */
export function issuing(
  kind: PlanDocument['kind'],
  plan: Plan,
  command: Command,
  { paper = null, series, on }: AnyFacts,
  further: (paper: PaperFact) => readonly Breach[],
): Issue {
  if (paper === null || series === undefined) return none;
  const { number, breaches } = allot(null, series, { on });
  const standing = kind === 'annualPlan' ? standingPlanDocument(plan) : undefined;
  const { breaches: ofPlace, replaces } = replacing(paper, standing ? [standing] : [], true);
  return {
    breaches: [...ofPlace, ...breaches, ...issueBreaches(kind, paper, command.actor), ...further(paper)],
    issued: {
      issued: { number, on, title: issuedWords(paper).title, document: issuedText(paper, command), ...replaces },
    },
    claims: [numberClaim(number, command)],
  };
}

/** What was signed is the plan as it stands. @rule R-PLAN-04 */
export const listMoved =
  (plan: Plan, { entryProjects = {} }: AnyFacts) =>
  ({ document: { list } }: PaperFact): Breach[] =>
    list === null || isCurrent(list, plan, entryProjects)
      ? []
      : [
          breach('R-PLAN-04', {
            need: '文件所附清单与计划现有清单一致',
            found: '起草文件后清单或项目又有变化',
            mend: '修改公文（清单随之更新），重新送审',
            field: 'document',
          }),
        ];

/** A change is told by its name: a paper about another project may not put it out. @rule R-PLAN-05 */
export const unnamed =
  (names: readonly (string | undefined)[]) =>
  ({ document: { content, filled } }: PaperFact): Breach[] => {
    const text = content ? textsOf(content).map(([, one]) => spelledOut(one, filled)) : [];
    const known = names.filter((name) => name !== undefined);
    if (known.some((name) => text.some((one) => one.includes(name)))) return [];
    return [
      breach('R-PLAN-05', {
        need: `文件写明所调整的项目“${known[0] ?? ''}”`,
        found: '文件中没有写明',
        mend: '修改公文，写明调整的项目和内容',
        field: 'document',
      }),
    ];
  };
