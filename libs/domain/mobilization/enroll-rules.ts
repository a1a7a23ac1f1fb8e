import { fullYears, isCivilDate } from '../calendar';
import type { DataOf } from '../command';
import type { BaseFacts, FactValues, PersonFact } from '../facts';
import type { Segment } from '../project';
import { check, type Check } from '../rules';
import type { mobilizationCommands } from './messages';
import { namedBefore, perWorker } from './per-worker';
import { standingOf } from './standing';
import { postOf, type JobPost } from './state';

type EnrollWorkers = DataOf<typeof mobilizationCommands.enrollWorkers>;
type Worker = EnrollWorkers['workers'][number];

export interface Enrolling {
  segment: Segment;
  data: EnrollWorkers;
  facts: Pick<BaseFacts, 'parameters'> & Pick<FactValues, 'people' | 'rosterOf' | 'coursesOf'>;
}

/** Full years on the day of entry; `undefined` for a person the vault does not know. @rule R-AGE-08 */
function ageOf({ data, facts }: Enrolling, { personRef }: Worker): number | undefined {
  const birthOn = facts.people[personRef]?.birthOn;
  return birthOn !== undefined && isCivilDate(birthOn) && birthOn <= data.on ? fullYears(birthOn, data.on) : undefined;
}

/** Whether a worker of known age and post meets `unfit`. People or posts that are not known are another rule's matter. */
function aged(
  input: Enrolling,
  worker: Worker,
  unfit: (age: number, post: JobPost, person: PersonFact) => boolean,
): boolean {
  const age = ageOf(input, worker);
  const post = postOf(input.segment.mobilization, worker.postId);
  const person = input.facts.people[worker.personRef];
  return age !== undefined && post !== undefined && person !== undefined && unfit(age, post, person);
}

/** Places asked for in this form and already taken, by post. */
function placesAfter({ segment, data }: Enrolling): Record<string, number> {
  const taken: Record<string, number> = { ...segment.mobilization.placesTaken };
  for (const { postId } of data.workers) taken[postId] = (taken[postId] ?? 0) + 1;
  return taken;
}

/** What every entry on the roster is held to, worker by worker. @clause CL-11 CL-34 */
export const enrollRules: readonly Check<Enrolling>[] = [
  check('P-UNKNOWN', ({ data, facts }) =>
    perWorker(data.workers, ({ personRef }) => !facts.people[personRef] || facts.people[personRef].erased, {
      need: '已实名登记的人员',
      fault: '未登记或已注销',
      mend: '先办理实名登记，再列入名册',
    }),
  ),
  check('P-ONCE', ({ segment, data, facts }) =>
    perWorker(
      data.workers,
      (worker, index) =>
        namedBefore(data.workers, worker, index) ||
        standingOf(facts.rosterOf, segment.id, worker.personRef) !== undefined,
      { need: '每人在本环节名册上只列一次', fault: '已在名册上', mend: '删去重复的行；换岗位的先办理离场' },
    ),
  ),
  check('R-JOB-01', (input) => {
    const { posts } = input.segment.mobilization;
    const over = Object.entries(placesAfter(input)).flatMap(([id, taken]) => {
      const post = posts.find((known) => known.id === id);
      if (!post) return [`${id} 未公布`];
      if (post.endsOn < input.data.on) return [`“${post.title}”已于 ${post.endsOn} 到期`];
      return taken > post.number ? [`“${post.title}” ${taken} 人，公布 ${post.number} 人`] : [];
    });
    return {
      holds: over.length === 0,
      need: '招用前已公布、在期限内、不超过公布人数的岗位',
      found: over.join('；') || '均为已公布岗位',
      mend: '先公布岗位或增加公布人数，再列入名册',
      field: 'workers',
    };
  }),
  check('R-AGE-08', (input) =>
    perWorker(
      input.data.workers,
      (worker) => input.facts.people[worker.personRef] !== undefined && ageOf(input, worker) === undefined,
      {
        need: '按公民身份号码核算上工当日周岁',
        fault: '无法核算年龄',
        mend: '核对并更正实名登记的公民身份号码',
      },
    ),
  ),
  check('R-AGE-01', (input) => {
    const least = input.facts.parameters['age.min'] ?? 16;
    return perWorker(input.data.workers, (worker) => aged(input, worker, (age) => age < least), {
      need: `满 ${least} 周岁`,
      fault: `未满 ${least} 周岁`,
      mend: '不得招用，从名册中删去',
    });
  }),
  check('R-AGE-02', (input) => {
    const least = input.facts.parameters['age.min'] ?? 16;
    const adult = input.facts.parameters['age.minor.maxExclusive'] ?? 18;
    const closed = ({ riskClass }: JobPost) => riskClass !== 'light' || input.segment.kind === 'generalLabor';
    return perWorker(
      input.data.workers,
      (worker) => aged(input, worker, (age, post) => age >= least && age < adult && closed(post)),
      {
        need: `未满 ${adult} 周岁的只安排服务保障、管护环节的轻体力岗位`,
        fault: '为未成年工，岗位不开放',
        mend: '改派轻体力服务岗位，或从名册中删去',
      },
    );
  }),
  check('R-AGE-03', (input) => {
    const over = (age: number, { riskClass }: JobPost, { sex }: PersonFact) => {
      if (riskClass === 'light') return false;
      const limit = input.facts.parameters[`age.limit.${riskClass === 'standard' ? 'standard' : 'hazard'}.${sex}`];
      return limit !== null && age > limit;
    };
    return perWorker(input.data.workers, (worker) => aged(input, worker, over), {
      need: '不超过岗位风险类别的年龄上限',
      fault: '超过该类岗位的年龄上限',
      mend: '改派轻体力岗位；上限由本区参数设定',
    });
  }),
  check('R-AGE-04', (input) =>
    perWorker(
      input.data.workers,
      (worker) => aged(input, worker, (age, { riskClass }, { sex }) => riskClass !== 'light' && older(input, age, sex)),
      {
        need: '年长人员默认只安排轻体力岗位',
        fault: '为年长人员，岗位不属轻体力',
        mend: '改派轻体力岗位，或说明安排该岗位的理由',
      },
    ),
  ),
  check('R-ELIG-01', ({ data, facts }) =>
    perWorker(data.workers, ({ personRef }) => facts.people[personRef]?.localRural === false, {
      need: '本市农村地区劳动力',
      fault: '非本市农村劳动力，不计入以工代赈人数和报酬',
      mend: '改用本市农村劳动力，或说明招用理由',
    }),
  ),
  check('R-ELIG-03', ({ data, facts }) => {
    const places = data.workers.length;
    const chosen = data.workers.filter(({ personRef }) => facts.people[personRef]?.priority != null).length;
    const due = Math.min(data.priorityApplicants, places);
    const short = data.applicants > places && chosen < due;
    return {
      holds: !short,
      need:
        data.applicants > places
          ? `报名 ${data.applicants} 人、录用 ${places} 人，优先人员录用不少于 ${due} 人`
          : '报名不多于岗位，均可录用',
      found: `录用优先人员 ${chosen} 人`,
      mend: '先录用优先人员，或逐一说明未录用的理由',
      field: 'priorityApplicants',
    };
  }),
  check('R-QUAL-03', ({ segment, data, facts }) =>
    perWorker(
      data.workers,
      ({ personRef, postId, skillProof }) => {
        const skill = postOf(segment.mobilization, postId)?.skill ?? null;
        const trained = facts.coursesOf.some(
          (row) => row.personRef === personRef && row.course === 'skill' && row.skill === skill && row.passed,
        );
        return skill !== null && skillProof === null && !trained;
      },
      {
        need: '具备岗位要求的技能（自述、测试或持证）',
        fault: '未说明具备岗位技能',
        mend: '登记技能依据，或先参加该技能培训',
      },
    ),
  ),
  check('R-TRAIN-18', ({ segment, data }) =>
    perWorker(
      data.workers,
      ({ postId, skillProof, certifiedUntil }) => {
        const post = postOf(segment.mobilization, postId);
        const special = post !== undefined && post.riskClass === 'hazardControlled' && post.skill !== null;
        return special && (skillProof !== 'certified' || certifiedUntil === null || certifiedUntil < data.on);
      },
      { need: '特种作业岗位持有有效证书', fault: '无证或证书已过期', mend: '登记有效证书及到期日，或改派其他岗位' },
    ),
  ),
];

function older({ facts }: Enrolling, age: number, sex: PersonFact['sex']): boolean {
  const from = facts.parameters[`age.light.extraCareFrom.${sex}`];
  return from !== null && age >= from;
}
