import { act, type StagePart } from '../act';
import { bodyOf, streamOf, type Story } from '../story';

/** Handed over to whoever keeps it up, then closed. @clause CL-13 */
export function maintain(story: Story): StagePart {
  const { cast, dates, proposal } = story;
  const stream = streamOf(story);
  return {
    stage: 'maintenance',
    acts: [
      act(stream, 'handOver', cast.owner, dates.handedOverOn, {
        asset: proposal.name.replace(/^演示·/, ''),
        titleOwner: '村集体',
        upkeepBody: bodyOf(cast.township),
        duty: '日常巡查、清淤清障和小修',
        method: '由村集体组织群众管护',
        moneySource: '村集体收入和镇级补助',
      }),
    ],
    leave: act(stream, 'closeProject', cast.owner, dates.closedOn, {}),
  };
}
