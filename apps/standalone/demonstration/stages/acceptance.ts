import { completionPapers } from '#domain/acceptance/state';
import { act, type StagePart } from '../act';
import { bodyOf, later, numberOf, streamOf, type Story } from '../story';

/** The file with its three sections, every signature, and the filing. @clause CL-51 */
export function accept(story: Story): StagePart {
  const { approval, cast, dates } = story;
  const stream = streamOf(story);
  const parentAct =
    approval.kind === 'parent'
      ? {
          organ: '演示区水务局',
          number: numberOf('演重验', story, dates.acceptedOn),
          on: dates.acceptedOn,
        }
      : null;
  return {
    stage: 'acceptance',
    acts: [
      act(stream, 'prepareAcceptanceFile', cast.owner, dates.acceptedOn, {
        qualityPapers: [...completionPapers],
        parentAct,
      }),
      ...signers(story).map((post, index) =>
        act(stream, 'signAcceptance', post, later(story, dates.acceptedOn, 1 + index), {
          edition: 1,
          verdict: 'qualified',
          opinion: '用工、培训和报酬发放情况属实，同意通过验收',
        }),
      ),
    ],
    leave: act(stream, 'fileAcceptance', cast.owner, later(story, dates.acceptedOn, 8), {
      organ: '演示区住房和城乡建设委员会',
      number: numberOf('演竣备', story, dates.acceptedOn),
    }),
  };
}

/** Owner, employer, township and sector department: each body signs once. */
function signers({ cast }: Story): string[] {
  const posts = [cast.owner, cast.employer, cast.township, cast.sector];
  return posts.filter((post, index) => posts.findIndex((other) => bodyOf(other) === bodyOf(post)) === index);
}
