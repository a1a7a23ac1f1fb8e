import { Link } from 'react-router';
import { isOrgan } from '#domain/organization/roles';
import { definitionOf } from '#domain/registry';
import { mayOverride } from '#domain/steering/override';
import { kindOf, projectStream, type StreamId } from '#domain/stream';
import { roleName } from '#labels/zh/roles';
import { useMe } from '../shell/session';
import { actPath } from './act-path';

interface WayPastProps {
  stream: StreamId;
  /** the project of this year that an act of a plan names */
  listing?: string | undefined;
  /** the act that was refused, or would be */
  command: string;
  segmentId: string | undefined;
  /** those that stand against it */
  rules: readonly string[];
}

/** Where a rule may be overridden: the way to its matter for an office that may draw it up, and for others who does. @clause CL-24 */
export function WayPast({ listing, ...refused }: WayPastProps) {
  if (kindOf(refused.stream) !== 'plan') return <Exception {...refused} />;
  return listing ? (
    <Exception {...refused} stream={projectStream(listing)} command="listProject" />
  ) : (
    <NoException rules={refused.rules} />
  );
}

/** A rule that other acts may pass by, and an act of a plan may not. */
function NoException({ rules }: Pick<WayPastProps, 'rules'>) {
  const firm = [...new Set(rules)].filter((rule) => mayOverride('listProject', rule));
  if (firm.length === 0) return null;
  return <p className="way-past">年度计划本身不设突破：{firm.join('、')} 按上面写明的办法办妥后再提交。</p>;
}

function Exception({ stream, command, segmentId, rules }: Omit<WayPastProps, 'listing'>) {
  const { posts } = useMe();
  const open = [...new Set(rules)].filter((rule) => mayOverride(command, rule));
  if (open.length === 0) return null;
  const preset = { command, segmentId, rules: open.join(',') };
  return (
    <p className="way-past">
      {open.join('、')} 可以经会签突破，只对这一次办理有效：由政府或部门写明依据和理由提请，
      {definitionOf('overrideRule').who.map(roleName).join('、')}审定。{' '}
      {posts.some(({ bodyKind }) => isOrgan(bodyKind)) ? (
        <Link to={actPath(stream, 'overrideRule', preset)}>提请突破</Link>
      ) : (
        '您的单位不能提请，可商请乡镇政府或区级部门。'
      )}
    </p>
  );
}
