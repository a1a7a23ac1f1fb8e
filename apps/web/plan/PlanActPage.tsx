import { Link, useParams, useSearchParams } from 'react-router';
import type { Plan } from '#domain/plan/plan';
import { suitabilityCriteria } from '#domain/planning/suitability';
import { isCommandType } from '#domain/registry';
import { planStream } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { districtName } from '#labels/zh/districts';
import { ActForm } from '../forms/ActForm';
import { streamPath } from '../forms/act-path';
import { usePlan } from '../http/queries';
import { today } from '../parts/format';
import { Failure, Loaded } from '../parts/States';

/** The form of an act on a plan, with what the plan says already. */
export function PlanActPage() {
  const { district = '', year = '', command = '' } = useParams();
  const [params] = useSearchParams();
  const plan = usePlan(district, year, '');
  const stream = planStream(district, Number(year));
  if (!isCommandType(command)) return <Failure error={new Error('unknown command')} />;
  const back = <Link to={streamPath(stream)}>‹ {`${districtName(district)} ${year} 年度计划`}</Link>;
  return (
    <section className="act-page">
      <p>{back}</p>
      <h1>{commandLabel(command)}</h1>
      <Loaded of={plan}>
        {(page) => (
          <ActForm
            stream={stream}
            type={command}
            project={null}
            substantive={page.substantive}
            preset={presetOf(page.plan, command, params)}
            named={presetOf(page.plan, command, params)}
            after={<p className="acts">{back}</p>}
          />
        )}
      </Loaded>
    </section>
  );
}

function presetOf(plan: Plan, command: string, params: URLSearchParams): Readonly<Record<string, unknown>> {
  const entryId = params.get('entryId') ?? '';
  const objection = params.get('objection');
  const document = params.get('document');
  return {
    ...(entryId && { entryId }),
    ...(objection && { objection }),
    ...(document && { document }),
    ...(command === 'recordPlanObjection' && { on: today() }),
    ...(command === 'revisePlan' && { aims: plan.aims, parentMeasure: plan.parentMeasure }),
    ...((command === 'redraftEntry' || command === 'changeEntry') && { entry: asGiven(plan, entryId) }),
  };
}

/** An entry in the form in which it was given. */
function asGiven({ entries }: Plan, entryId: string): object | undefined {
  const entry = entries.find(({ id }) => id === entryId);
  if (!entry) return undefined;
  const { project, standing, content, name, townships, proposedBy, proposedOn, poolId, criteria } = entry;
  if (project) return { origin: 'project', project, standing, content };
  return {
    origin: 'candidate',
    name,
    standing,
    content,
    townships,
    proposedBy,
    proposedOn,
    poolId,
    suitability: Object.fromEntries(suitabilityCriteria.map((one) => [one, criteria[one].score])),
    suitabilityReasons: Object.fromEntries(
      suitabilityCriteria.flatMap((one) => (criteria[one].reason === null ? [] : [[one, criteria[one].reason]])),
    ),
  };
}
