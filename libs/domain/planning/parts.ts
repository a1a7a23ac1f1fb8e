import { allocatedFen } from '../approval/state';
import { formatYuan } from '../money';
import { fundLineNamedBy, segmentNamedBy } from '../named-by';
import { nextSegmentIds, type Project } from '../project';
import { breach, type Breach } from '../rules';
import type { ProposalRevision } from './messages';
import { isGovernment } from './state';

interface Part {
  /** absent of what is new */
  id?: string | undefined;
}

/** Those that stand keep their ids; new ones take the free ones in their order. */
function identified<T extends Part>(parts: readonly T[], free: readonly string[]): (Omit<T, 'id'> & { id: string })[] {
  let used = 0;
  return parts.map(({ id, ...part }) => ({ id: id ?? free[used++]!, ...part }));
}

/** The next free ids of fund lines: `f1`, `f2` …, none of one that was taken out. */
function nextFundLineIds({ planning, steering }: Project, count: number): string[] {
  const given = [...(planning?.fundLines ?? []).map(({ id }) => id), ...steering.removedFundLines];
  const last = Math.max(0, ...given.map((id) => Number(id.slice(1)) || 0));
  return Array.from({ length: count }, (_, index) => `f${last + index + 1}`);
}

/** Segments and funds with the ids by which all that follows names them. */
export const partsOf = (
  project: Project,
  { segments, fundLines }: Pick<ProposalRevision, 'segments' | 'fundLines'>,
) => ({
  segments: identified(segments, nextSegmentIds(project, segments.length)),
  fundLines: identified(fundLines, nextFundLineIds(project, fundLines.length)),
});

interface Kind {
  field: 'segments' | 'fundLines';
  noun: string;
  given: readonly Part[];
  standing: readonly { id: string; called: string }[];
  named: (id: string) => string[];
}

/** What stands against a revision of the parts that a project has: each once, none unknown, none gone that the record names. */
export function partBreaches(project: Project, { segments, fundLines }: ProposalRevision): Breach[] {
  const lines = project.planning?.fundLines ?? [];
  return [
    ...against({
      field: 'segments',
      noun: '用工环节',
      given: segments,
      standing: project.segments.map(({ id, name }) => ({ id, called: `${id} ${name}` })),
      named: (id) => segmentNamedBy(project, id),
    }),
    ...against({
      field: 'fundLines',
      noun: '资金来源',
      given: fundLines,
      standing: lines.map(({ id }) => ({ id, called: id })),
      named: (id) => fundLineNamedBy(project, id),
    }),
    ...fundLines.flatMap((line, at) => belowAllocated(project, line, `fundLines.${at}`)),
  ];
}

/** What was sent out of a line stays covered by it, and stays money of government. */
function belowAllocated(
  { approval }: Project,
  { id, source, amountFen }: ProposalRevision['fundLines'][number],
  field: string,
): Breach[] {
  const sent = id ? allocatedFen(approval, id) : 0;
  if (sent === 0 || (isGovernment(source) && amountFen >= sent)) return [];
  return [
    breach('P-SUM', {
      need: `政府资金，不少于已下达的 ${formatYuan(sent)}`,
      found: isGovernment(source) ? formatYuan(amountFen) : '非政府资金',
      mend: '保留资金来源和已下达的金额；确需核减的，先作废资金下达文件',
      field: `${field}.${isGovernment(source) ? 'amountFen' : 'source'}`,
    }),
  ];
}

function against({ field, noun, given, standing, named }: Kind): Breach[] {
  const ids = given.flatMap(({ id }) => id ?? []);
  const unknown = ids.filter((id) => !standing.some((one) => one.id === id));
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const gone = standing.filter(({ id }) => !ids.includes(id) && named(id).length > 0);
  const mend = `从现有的${noun}修改；新增的不填编号`;
  return [
    ...unknown.map((found) => breach('P-UNKNOWN', { need: `本项目的${noun}`, found, mend, field })),
    ...twice.map((found) => breach('P-SUM', { need: `每个${noun}只写一次`, found, mend, field })),
    ...gone.map(({ id, called }) =>
      breach('P-ORDER', {
        need: `没有办理记录的${noun}才能去掉`,
        found: `${called}：${named(id).join('、')}`,
        mend: `保留该${noun}，按实际修改其内容`,
        field,
      }),
    ),
  ];
}
