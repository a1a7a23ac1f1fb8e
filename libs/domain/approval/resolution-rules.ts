import { daysBetween } from '../calendar';
import { check, type Check } from '../rules';
import type { ApprovalData } from './messages';

type Resolution = ApprovalData<'recordResolution'>;

const decisions = { works: '建设内容', laborAndMoney: '筹资筹劳方案', contract: '承包方案' } as const;

/** More than half, exactly: half is not enough. */
const overHalf = (part: number, whole: number): boolean => part * 2 > whole;
/** Two thirds and more, exactly. */
const twoThirds = (part: number, whole: number): boolean => part * 3 >= whole * 2;

const share = (part: number, whole: number): string => `${part} / ${whole}`;

/** How a village decides to build itself (一事一议). @clause CL-32 */
export const resolutionRules: readonly Check<Resolution>[] = [
  check('R-INV-27', ({ decided }) => {
    const open = (Object.keys(decisions) as (keyof typeof decisions)[]).filter((item) => !decided.includes(item));
    return {
      holds: open.length === 0,
      need: '会议决定建设内容、筹资筹劳方案和承包方案',
      found: open.length === 0 ? '均已决定' : `未决定：${open.map((item) => decisions[item]).join('、')}`,
      mend: '补开会议，就未决定的事项形成决议后再登记',
      field: 'decided',
    };
  }),
  check('R-INV-28', ({ meeting, announcedOn, heldOn }) => ({
    holds: meeting === 'representatives' || daysBetween(announcedOn, heldOn) >= 10,
    need: '村民会议提前十日通知',
    found: `提前 ${daysBetween(announcedOn, heldOn)} 日`,
    mend: '按期通知后重新开会',
    field: 'announcedOn',
  })),
  check('R-INV-28', ({ meeting, entitled, present }) => ({
    holds:
      meeting === 'representatives' ||
      (present <= entitled && (meeting === 'assembly' ? overHalf(present, entitled) : twoThirds(present, entitled))),
    need: meeting === 'assembly' ? '十八周岁以上村民过半数到会' : '三分之二以上的户的代表到会',
    found: share(present, entitled),
    mend: '到会人数不足的，另行召开会议',
    field: 'present',
  })),
  check('R-INV-28', ({ meeting, present, agreed }) => ({
    holds: meeting === 'representatives' || (agreed <= present && overHalf(agreed, present)),
    need: '到会人员过半数通过',
    found: share(agreed, present),
    mend: '未获通过的方案修改后再议',
    field: 'agreed',
  })),
  check('R-INV-29', ({ meeting, announcedOn, heldOn }) => ({
    holds: meeting !== 'representatives' || daysBetween(announcedOn, heldOn) >= 3,
    need: '村民代表会议提前三日公布议题',
    found: `提前 ${daysBetween(announcedOn, heldOn)} 日`,
    mend: '按期公布议题后重新开会',
    field: 'announcedOn',
  })),
  check('R-INV-29', ({ meeting, entitled, present }) => ({
    holds: meeting !== 'representatives' || (present <= entitled && twoThirds(present, entitled)),
    need: '三分之二以上组成人员到会',
    found: share(present, entitled),
    mend: '到会人数不足的，另行召开会议',
    field: 'present',
  })),
  check('R-INV-29', ({ meeting, present, agreed }) => ({
    holds: meeting !== 'representatives' || (agreed <= present && overHalf(agreed, present)),
    need: '到会人员过半数同意',
    found: share(agreed, present),
    mend: '未获同意的方案修改后再议',
    field: 'agreed',
  })),
];
