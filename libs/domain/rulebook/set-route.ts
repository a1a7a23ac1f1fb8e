import type { z } from 'zod';
import type { FactValues } from '../facts';
import { breach, type Breach } from '../rules';
import { flowFrom, UnreadableFlow } from '../signoff/flow-text';
import { heldApart, separations } from '../separation';
import { mayPassOver } from '../signoff/dedupe';
import { lastNotEntitled } from '../signoff/entitled';
import { draftStep, faultWords, routeFaults, type Flow } from '../signoff/route';
import { modeOf, type DatedRoute, type RoutePlan, type routeSetting, type SignerPlan } from '../signoff/route-plan';
import { beijingScope, type Rulebook } from './rulebook';

type Setting = z.output<typeof routeSetting>;

const faulty = (found: string, mend: string, field: string): Breach =>
  breach('R-OA-20', { need: '每个环节都有人办理、都走得到、都走得完的路线', found, mend, field });

/** The plan a setting comes to. @throws UnreadableFlow */
const planOf = ({ steps, flow, dedupe }: Setting): RoutePlan => ({
  steps: Object.fromEntries(steps.map(({ id, mode, ...step }) => [id, { ...step, mode: modeOf(mode) }])),
  flow: flowFrom(flow),
  dedupe,
});

export const routeFrom = ({ scope, routes }: Rulebook, setting: Setting): DatedRoute => {
  const { kind, level, from, to, source } = setting;
  const before = routes.filter((one) => one.kind === kind && one.level === level).length;
  return { ...planOf(setting), kind, level, version: before + 1, scope, from, to, source };
};

/** Whatever would leave a matter lying on its way, each with its place. */
export function brokenRoute({ scope }: Rulebook, setting: Setting, { bodies }: Pick<FactValues, 'bodies'>): Breach[] {
  const { steps, from, to } = setting;
  const ids = steps.map(({ id }) => id);
  return [
    ...(to !== null && to < from
      ? [breach('P-TIME', { need: `不早于起始日 ${from}`, found: to, mend: '填写起始日或以后的截止日', field: 'to' })]
      : []),
    ...ids.flatMap((id, at) =>
      id === draftStep || ids.indexOf(id) < at
        ? [faulty(`${id}：编号已用`, '每个环节用不同的编号；起草环节由系统自带', `steps.${at}.id`)]
        : [],
    ),
    ...unsoundFlow(setting, ids, bodies),
    ...steps.flatMap(({ signers }, step) =>
      signers.flatMap((signer, at) => unknownBody(signer, scope, bodies, `steps.${step}.signers.${at}.body`)),
    ),
  ];
}

function unsoundFlow(setting: Setting, ids: readonly string[], bodies: FactValues['bodies']): Breach[] {
  let plan: RoutePlan;
  try {
    plan = planOf(setting);
  } catch (error) {
    if (!(error instanceof UnreadableFlow)) throw error;
    return [faulty(`第 ${error.at} 个字符处读不通`, '用“>”连接先后环节，用“( | )”括起并行分支', 'flow')];
  }
  const drafting = { mode: 'all' as const, signers: [{ by: 'drafter' as const }] };
  const flow: Flow = [draftStep, plan.flow];
  const faults = routeFaults({ steps: { [draftStep]: drafting, ...plan.steps }, flow }, (signer) =>
    JSON.stringify(signer),
  );
  return [
    ...faults.map(({ place, fault }) => {
      const at = ids.indexOf(place);
      const named = setting.steps[at]?.name ?? place;
      return faulty(`${named}：${faultWords[fault]}`, '改正该处后再设定', at < 0 ? 'flow' : `steps.${at}`);
    }),
    ...wrongEnd({ ...plan, kind: setting.kind }, ids, bodies),
    ...passingOverSeparated({ ...plan, kind: setting.kind }, ids),
  ];
}

/** Whoever signs last does the act, and must be entitled to it. */
const wrongEnd = (
  plan: RoutePlan & Pick<Setting, 'kind'>,
  ids: readonly string[],
  bodies: FactValues['bodies'],
): Breach[] =>
  lastNotEntitled(plan, bodies).map(({ step, signer }) =>
    breach('P-WHO', {
      need: '最后签署人有权作出该决定',
      found: `${plan.steps[step]!.name}：第 ${signer + 1} 位签署人无权作出本类决定`,
      mend: '把有权作出该决定的单位放在最后一个环节',
      field: `steps.${ids.indexOf(step)}.signers.${signer}`,
    }),
  );

/** Where duties are held apart, each step is signed for itself. @rule R-OA-15 R-OA-16 */
function passingOverSeparated(plan: RoutePlan & Pick<Setting, 'kind'>, ids: readonly string[]): Breach[] {
  const separation = heldApart[plan.kind];
  if (separation === undefined) return [];
  return mayPassOver(plan).map((step) =>
    breach('R-OA-15', {
      need: `${separations[separation].who}各自签署，一人的签署不代替另一环节`,
      found: `${plan.steps[step]!.name}：可能因同一人另有签署而略过`,
      mend: '本类事项的重复签署选“每个环节都签”',
      field: `steps.${ids.indexOf(step)}`,
    }),
  );
}

/** A body named must be registered; a district names its own and the city's. */
function unknownBody(signer: SignerPlan, scope: string, bodies: FactValues['bodies'], field: string): Breach[] {
  if (signer.by !== 'body') return [];
  const district = bodies[signer.body]?.district;
  const known = district !== undefined && (scope === beijingScope || [scope, '110000'].includes(district));
  return known
    ? []
    : [breach('P-UNKNOWN', { need: '已登记的本区或市级机构', found: signer.body, mend: '选择已登记的机构', field })];
}
