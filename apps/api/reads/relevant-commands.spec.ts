import type { HeldPost } from '../../../libs/contracts/http/session';
import type { BodyKind, PostKind } from '../../../libs/domain/organization/roles';
import { emptyState } from '../../../libs/domain/decider';
import type { OpenDuty } from '../../../libs/domain/state';
import { projectStream } from '../../../libs/domain/stream';
import { paidParties, segment, selfBuilt, working } from '../../../test/support/projects-pay';
import type { Session } from '../auth/sessions';
import { relevantCommands } from './relevant-commands';

const stream = projectStream('p-demo');
const [township] = paidParties.townships as [string];

/** What a post is offered while the works of the project's one segment go on. */
const offered = (
  body: string,
  bodyKind: BodyKind,
  postKind: PostKind,
  change: Parameters<typeof working>[0] = {},
  duties: readonly OpenDuty[] = [],
) => {
  const held = {
    key: `${body}/one`,
    body,
    bodyName: '',
    bodyKind,
    district: '110119',
    post: 'one',
    postName: '',
    postKind,
  };
  const session = { account: { person: 'person-one' }, posts: [held satisfies HeldPost], acting: [] };
  const project = working({ segments: [{ ...segment(), stage: 'construction' }], ...change });
  return relevantCommands(
    { ...emptyState(stream), version: 1, duties, subject: project },
    session as unknown as Session,
  );
};

const employersActs = ['recordAttendance', 'reportProgress', 'reportCompletion'] as const;

describe('what a project offers while it is built', () => {
  it('R-TEAM-03: attendance and progress to the contractor that employs, and not to the township that looks on', () => {
    expect(offered(paidParties.contractor!, 'enterprise', 'handler')).toEqual(
      expect.arrayContaining([...employersActs]),
    );
    const townships = offered(township, 'township', 'handler');
    for (const act of employersActs) expect(townships).not.toContain(act);
    expect(townships).toContain('recordInspection');
  });
  it('R-ROST-01: a check of the roster to who owes it, though the hiring is over', () => {
    const owed = [
      { command: 'recordRosterCheck', owner: { body: paidParties.owner } },
    ] as unknown as readonly OpenDuty[];
    expect(offered(paidParties.owner, 'enterprise', 'handler')).not.toContain('recordRosterCheck');
    expect(offered(paidParties.owner, 'enterprise', 'handler', {}, owed)).toContain('recordRosterCheck');
  });
  it('R-TEAM-03: to the village where it builds itself', () => {
    const own = { parties: selfBuilt };
    expect(offered(selfBuilt.collective!, 'villageCollective', 'laborPayOfficer', own)).toContain('recordAttendance');
    expect(offered(selfBuilt.owner, 'enterprise', 'handler', own)).not.toContain('recordAttendance');
  });
});
