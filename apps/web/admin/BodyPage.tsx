import { useEffect, useMemo } from 'react';
import { Link, useParams } from 'react-router';
import type { Organization } from '#domain/organization/organization';
import { districtGovernments } from '#domain/organization/roles';
import { definitionOf, isCommandType, registry } from '#domain/registry';
import { stateAfter } from '#domain/replay';
import { organizationStream, type StreamId } from '#domain/stream';
import { commandLabel } from '#labels/zh/commands';
import { districtName } from '#labels/zh/districts';
import { bodyKindLabels, postKindLabels } from '#labels/zh/roles';
import { actPath } from '../forms/act-path';
import { useHistory } from '../http/queries';
import type { History } from '#contracts/http/history';
import { DataTable } from '../parts/DataTable';
import { today } from '../parts/format';
import { Empty, Loaded } from '../parts/States';
import { useMe } from '../shell/session';

/** One body: its posts with their holders, and for a district its mechanism, leader and surveys; folded here from its stream. */
export function BodyPage() {
  const { id = '' } = useParams();
  const stream = organizationStream(id);
  const history = useHistory(stream);
  return (
    <section>
      <p>
        <Link to="/admin">‹ 机构与岗位</Link>
      </p>
      <Loaded of={history}>{(known) => <Body stream={stream} known={known} />}</Loaded>
    </section>
  );
}

function Body({ stream, known }: { stream: StreamId; known: History }) {
  const me = useMe();
  const body = useMemo(() => stateAfter(stream, known.events).subject as Organization, [stream, known]);
  useEffect(() => {
    document.title = `${body.name} · 以工`;
  }, [body.name]);
  if (!body.exists) return <Empty>没有这个机构。</Empty>;
  const acts = Object.keys(registry)
    .filter(isCommandType)
    .filter((type) => definitionOf(type).stream === 'organization' && !definitionOf(type).creates);
  return (
    <>
      <h1>{body.name}</h1>
      <p className="quiet">
        {bodyKindLabels[body.kind]} · {districtName(body.district)} · <code>{body.id}</code>
        {body.seriesCode && ` · 发文代字 ${body.seriesCode}`}
      </p>
      {(me.persona === 'administrator' || me.posts.some((post) => post.body === body.id)) && (
        <p className="acts">
          {acts.map((type) => (
            <Link key={type} className="button" to={actPath(stream, type)}>
              {commandLabel(type)}
            </Link>
          ))}
        </p>
      )}
      <h2>岗位</h2>
      {body.posts.length === 0 ? (
        <Empty>还没有岗位。</Empty>
      ) : (
        <DataTable
          label="岗位"
          rows={body.posts}
          keyOf={({ id }) => id}
          columns={[
            { title: '岗位', cell: ({ name }) => name },
            { title: '类别', cell: ({ kind }) => postKindLabels[kind] },
            {
              title: '现任',
              cell: ({ holders }) => holdersOn(holders, known.people) || <span className="lamp-soon">空缺</span>,
            },
            { title: '历任', cell: ({ holders }) => holders.length, number: true },
          ]}
        />
      )}
      {districtGovernments.includes(body.kind) && <District body={body} />}
    </>
  );
}

const holdersOn = (holders: Organization['posts'][number]['holders'], people: History['people']): string =>
  holders
    .filter(({ from, to }) => from <= today() && (to === null || today() <= to))
    .map(({ person, from, to }) => `${people[person] ?? '未开通账号'}（${from}${to ? ` 至 ${to}` : ' 起'}）`)
    .join('、');

function District({ body }: { body: Organization }) {
  return (
    <dl className="facts">
      <dt>工作机制</dt>
      <dd>{body.mechanism ? `${body.mechanism.on} ${body.mechanism.description}` : '尚未建立'}</dd>
      <dt>分管领导</dt>
      <dd>
        {body.leader
          ? `${body.leader.post}（${body.leader.agendaMeetingOn} ${body.leader.minutesNumber}）`
          : '尚未明确'}
      </dd>
      <dt>劳务沟通协调机制</dt>
      <dd>{body.laborMechanism ? `${body.laborMechanism.id}（${body.laborMechanism.on}）` : '尚未建立'}</dd>
      <dt>劳动力摸底</dt>
      <dd>
        {body.surveys.length === 0
          ? '尚未摸底'
          : body.surveys
              .map(({ id, on, surveyed, willing }) => `${id} ${on} 摸底 ${surveyed} 人，愿意务工 ${willing} 人`)
              .join('；')}
      </dd>
    </dl>
  );
}
