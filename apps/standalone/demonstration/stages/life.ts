import type { StagePart } from '../act';
import type { Story } from '../story';
import { accept } from './acceptance';
import { approve } from './approval';
import { build } from './construction';
import { maintain } from './maintenance';
import { mobilize } from './mobilization';
import { adopt, proposeAndList } from './planning';
import { train } from './training';
import { pay, type PayStory } from './wages';

/** A whole life, stage by stage; the stages of segments once for each segment. */
export function wholeLife(
  story: Story,
  told: Readonly<Record<string, Readonly<Record<string, PayStory>>>> = {},
): StagePart[] {
  const each = (part: (segment: Story['segments'][number]) => StagePart): StagePart[] => story.segments.map(part);
  return [
    story.approval.kind === 'adopted' ? adopt(story) : proposeAndList(story),
    approve(story),
    ...each((segment) => mobilize(story, segment)),
    ...each((segment) => train(story, segment)),
    ...each((segment) => build(story, segment)),
    ...each((segment) => pay(story, segment, told[segment.id])),
    accept(story),
    maintain(story),
  ];
}
