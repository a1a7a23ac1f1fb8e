import { CommandForm, type CommandFormProps } from '../forms/CommandForm';
import { Fields } from '../forms/Fields';
import { specOf } from '../forms/spec';
import { suitabilityCriteria } from '#domain/planning/suitability';
import { Totals } from './Totals';

const sections = [
  { title: '一、项目是什么', fields: ['name', 'scopeClass', 'disaster', 'ruralInfrastructure', 'sectors', 'poolId'] },
  { title: '二、为了什么', fields: ['aims', 'benefitLinks'] },
  { title: '三、谁来做', fields: ['owner', 'sectorDepartment', 'townships', 'collective', 'villageSupervision'] },
  { title: '四、用工环节', fields: ['segments'] },
  { title: '五、资金来源', fields: ['fundLines'] },
  { title: '六、岗位与劳务报酬', fields: ['plannedPosts', 'plannedLaborPayFen'] },
  { title: '七、适宜性', fields: ['suitability', 'suitabilityReasons'] },
  { title: '八、修改理由', fields: ['reason'] },
] as const;

/** The proposal in sections, with the sums that must agree shown beside what was typed. */
export function ProposalForm(props: CommandFormProps) {
  const spec = specOf(props.type);
  const names = spec.kind === 'object' ? spec.fields.map(({ name }) => name) : [];
  return (
    <CommandForm {...props} preset={{ ...standing(props), ...props.preset }}>
      {sections
        .filter(({ fields }) => fields.some((name) => names.includes(name)))
        .map(({ title, fields }) => (
          <section key={title} className="form-section">
            <h2>{title}</h2>
            <Fields path="" spec={spec} only={fields} />
            {fields.some((name) => name === 'plannedPosts') && <Totals />}
          </section>
        ))}
    </CommandForm>
  );
}

/** A revision begins with the proposal as it stands. */
function standing({ type, project }: CommandFormProps): Readonly<Record<string, unknown>> {
  const planning = project?.project.planning;
  const parties = project?.project.parties;
  if (type !== 'reviseProposal' || !planning || !parties) return {};
  const { name, scopeClass, disaster, sectors, aims, benefitLinks, plannedLaborPayFen, plannedPosts, poolId } =
    planning;
  return {
    name,
    scopeClass,
    disaster,
    sectors,
    aims,
    benefitLinks,
    plannedLaborPayFen,
    plannedPosts,
    poolId,
    suitability: Object.fromEntries(suitabilityCriteria.map((one) => [one, planning.criteria[one].score])),
    suitabilityReasons: Object.fromEntries(
      suitabilityCriteria.flatMap((one) => {
        const { reason } = planning.criteria[one];
        return reason === null ? [] : [[one, reason]];
      }),
    ),
    segments: (project?.project.segments ?? []).map((segment) => ({
      id: segment.id,
      name: segment.name,
      kind: segment.kind,
      codes: segment.codes,
      village: segment.village,
      plannedPosts: segment.plannedPosts,
      plannedLaborPayFen: segment.plannedLaborPayFen,
    })),
    fundLines: planning.fundLines.map(({ id, source, amountFen, floorBp, planDocument }) => ({
      id,
      source,
      amountFen,
      floorBp,
      planDocument,
    })),
    owner: parties.owner,
    sectorDepartment: parties.sectorDepartment,
    townships: parties.townships,
    ...(parties.collective && { collective: parties.collective }),
    ...(parties.villageSupervision && { villageSupervision: parties.villageSupervision }),
  };
}
