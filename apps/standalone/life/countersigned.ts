import { act, type Act, type StagePart } from '../demonstration/act';
import { streamOf, type Story } from '../demonstration/story';
import type { Teller } from '../demonstration/teller';

/**
 * A life with what may happen to a matter: the first project's reply is sent back once; the second is halted for the flood season
 * and taken up again.
 * @param place of the story among the three
 */
export function withMatters(story: Story, parts: readonly StagePart[], place: number): StagePart[] {
  return parts.map((part) => ({
    ...part,
    acts: [
      ...(place === 1 && part.stage === 'construction' ? floodSeason(story) : []),
      ...(place === 0 ? part.acts.map(sentBack) : part.acts),
    ],
  }));
}

const sentBack = (one: Act): Act => (one.type === 'issueApprovalReply' ? { ...one, returned } : one);

const returned = { from: 'countersign', reason: '请核对资金来源后再送' };

function floodSeason(story: Story): Act[] {
  const { dates, cast } = story;
  const steer = (type: 'suspendProject' | 'resumeProject', reason: string) =>
    act(streamOf(story), type, cast.leader, dates.startedOn, { reason });
  return [steer('suspendProject', '汛期停工避险'), steer('resumeProject', '汛期已过，具备复工条件')];
}

/**
 * What an office countersigns is first given directly and in vain, then drawn up without the requirement.
 * @throws where either is let through
 */
export async function firstInVain(teller: Teller, one: Act, id: string, say: (line: string) => void): Promise<void> {
  const heard = async (way: string, rule: string, breaches: readonly { rule: string }[]) => {
    if (!breaches.some((breach) => breach.rule === rule)) throw new Error(`${one.stream}：${one.type} ${way}却办成了`);
    say(`  ${one.type} ${way}被挡下：${rule}`);
  };
  await heard('直接办理', 'P-SIGNOFF', await teller.attempt(one, `direct.${id}`));
  const rule = requirementRules[one.type];
  if (rule === undefined) return;
  const unsound = { ...one, data: { ...one.data, requirement: '请按期完成。' } };
  await heard('文稿未写明要求', rule, await teller.attemptMatter(unsound, `unsound.${id}`));
}

const requirementRules: Readonly<Record<string, string>> = {
  issueApprovalReply: 'R-APPR-01',
  issueFundAllocation: 'R-FUND-02',
};
