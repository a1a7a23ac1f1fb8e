import type { DraftOf } from '../event';
import type { Handlers } from '../handlers';
import type { Project } from '../project';
import type { RosterRow } from '../rows';
import { breach, broken, judge } from '../rules';
import { enrollRules } from './enroll-rules';
import { mobilizationGates } from './rules';
import type { mobilizationCommands, MobilizationEvents } from './messages';
import { agreementRules, openingRules, payChannelRules, publishRules, rosterCheckRules } from './act-rules';
import { atSegment, byEmployer, hiringStages, notAhead } from './segment-order';
import { standingOf } from './standing';

const counted = (workers: readonly { postId: string }[]): Record<string, number> =>
  workers.reduce<Record<string, number>>((sum, { postId }) => ({ ...sum, [postId]: (sum[postId] ?? 0) + 1 }), {});

const recorded = (event: DraftOf<MobilizationEvents>) => ({ events: [event] });

export const decideMobilization: Handlers<Project, typeof mobilizationCommands, MobilizationEvents> = {
  openMobilization: (project, command, facts) =>
    atSegment(project, command.data.segmentId, hiringStages, () => {
      const { segmentId, mechanismId, surveyId } = command.data;
      return judge(command, broken(openingRules, { data: command.data, facts }), () =>
        recorded({
          type: 'MobilizationOpened',
          data: {
            segmentId,
            mechanismId,
            surveyId,
            surveyedOn: facts.district.surveys.find(({ id }) => id === surveyId)!.on,
          },
        }),
      );
    }),

  publishPosts: (project, command, { on }) =>
    atSegment(project, command.data.segmentId, hiringStages, (segment) => {
      const { data, actor } = command;
      const known = segment.mobilization.posts.length;
      return judge(
        command,
        [...byEmployer(project, segment, actor), ...broken(publishRules, { project, data, on })],
        () =>
          recorded({
            type: 'PostsPublished',
            data: {
              segmentId: data.segmentId,
              posts: data.posts.map((post, index) => ({ id: `p${known + index + 1}`, ...post })),
            },
          }),
      );
    }),

  enrollWorkers: (project, command, facts) =>
    atSegment(project, command.data.segmentId, hiringStages, (segment) => {
      const { data, actor } = command;
      const { segmentId, on, through, applicants, priorityApplicants, workers } = data;
      return judge(
        command,
        [...byEmployer(project, segment, actor), ...broken(enrollRules, { segment, data, facts })],
        () =>
          recorded({
            type: 'WorkersEnrolled',
            data: { segmentId, on, through, applicants, priorityApplicants, byPost: counted(workers) },
            rows: {
              table: 'roster',
              rows: workers.map((worker): RosterRow => ({
                segmentId,
                act: 'enrolled',
                through,
                on,
                agreement: null,
                localRural: facts.people[worker.personRef]?.localRural ?? false,
                ...worker,
              })),
            },
          }),
      );
    }),

  signAgreements: (project, command, { on: today, rosterOf }) =>
    atSegment(project, command.data.segmentId, hiringStages, (segment) => {
      const { data, actor } = command;
      const { segmentId, on, states, workers } = data;
      return judge(
        command,
        [
          ...byEmployer(project, segment, actor),
          ...notAhead(on, today),
          ...broken(agreementRules, { segment, data, roster: rosterOf }),
        ],
        () =>
          recorded({
            type: 'AgreementsSigned',
            data: { segmentId, on, states },
            rows: {
              table: 'roster',
              rows: workers.map(({ personRef, number }): RosterRow => ({
                ...lastRowOf(rosterOf, segmentId, personRef),
                act: 'agreed',
                on,
                agreement: number,
              })),
            },
          }),
      );
    }),

  withdrawWorker: (project, command, { rosterOf }) =>
    atSegment(project, command.data.segmentId, hiringStages, (segment) => {
      const { segmentId, personRef, on, reason } = command.data;
      const standing = standingOf(rosterOf, segmentId, personRef);
      const absent = standing
        ? []
        : [
            breach('P-UNKNOWN', {
              need: '在名册上的人员',
              found: '不在名册上',
              mend: '核对人员后重试',
              field: 'personRef',
            }),
          ];
      return judge(command, [...byEmployer(project, segment, command.actor), ...absent], () =>
        recorded({
          type: 'WorkerWithdrawn',
          data: { segmentId, on, postId: standing!.postId, agreed: standing!.agreement !== null, reason },
          rows: { table: 'roster', rows: [{ ...lastRowOf(rosterOf, segmentId, personRef), act: 'left', on }] },
        }),
      );
    }),

  readyPayChannel: (project, command, { on }) =>
    atSegment(project, command.data.segmentId, hiringStages, (segment) => {
      const { data, actor } = command;
      return judge(
        command,
        [
          ...byEmployer(project, segment, actor),
          ...notAhead(data.openedOn, on, 'openedOn'),
          ...broken(payChannelRules, { project, segment, data }),
        ],
        () => recorded({ type: 'PayChannelReadied', data }),
      );
    }),

  recordInsurance: (project, command) =>
    atSegment(project, command.data.segmentId, hiringStages, (segment) =>
      judge(command, byEmployer(project, segment, command.actor), () =>
        recorded({ type: 'InsuranceRecorded', data: command.data }),
      ),
    ),

  recordRosterCheck: (project, command, { on }) =>
    atSegment(project, command.data.segmentId, [...hiringStages, 'wages'], (segment) => {
      const { data, actor } = command;
      return judge(
        command,
        [...notAhead(data.on, on), ...broken(rosterCheckRules, { project, segment, data, body: actor.body })],
        () => recorded({ type: 'RosterChecked', data: { ...data, by: actor.body } }),
      );
    }),

  confirmRoster: (project, command, facts) =>
    atSegment(project, command.data.segmentId, ['mobilization'], (segment) =>
      judge(
        command,
        [
          ...byEmployer(project, segment, command.actor),
          ...broken(mobilizationGates, { project, segment, facts, on: facts.on }),
        ],
        () => {
          const { enrolled, agreed, byPost } = facts.coverage;
          return recorded({ type: 'RosterConfirmed', data: { segmentId: segment.id, enrolled, agreed, byPost } });
        },
      ),
    ),
};

/** The person's last row in the segment: a later act keeps what it does not change. */
function lastRowOf(rows: readonly RosterRow[], segmentId: string, personRef: string): RosterRow {
  return rows.findLast((row) => row.segmentId === segmentId && row.personRef === personRef)!;
}
