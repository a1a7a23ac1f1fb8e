import { Link } from 'react-router';
import type { ProjectPage } from '#contracts/http/projects';
import { ratioBp } from '#domain/money';
import { isHeard } from '#domain/registry';
import { commandLabel } from '#labels/zh/commands';
import { stageLabels } from '#labels/zh/stages';
import { pathOfDuty } from '../todo/duty-words';
import { ClauseTag } from '../parts/ClauseTag';
import { money, percent } from '../parts/format';
import { Lamp, Limit } from '../parts/Lamp';
import { GateLine, Leaving } from './Gates';
import { RecentEvents } from './RecentEvents';
import { Panel } from './Panel';
import { papersOf } from './papers';
import { useProjectPage } from './ProjectPage';

/** The project on one screen. */
export function Overview() {
  const page = useProjectPage();
  const current = page.gates.filter(({ state }) => state === 'now');
  return (
    <>
      {current.map((stage) => (
        <section
          key={`${stage.stage}-${stage.segmentId}`}
          className="panel"
          aria-label={`离开${stageLabels[stage.stage]}的条件`}
        >
          <Leaving page={page} stage={stage} />
          <ul className="gate-list">
            {stage.gates.map((gate, index) => (
              <GateLine key={`${gate.rule}-${index}`} gate={gate} bodies={page.bodies} />
            ))}
          </ul>
        </section>
      ))}
      <div className="panels">
        <MoneyPanel page={page} />
        <PeoplePanel page={page} />
        <DutyPanel page={page} />
        <PaperPanel page={page} />
      </div>
      <RecentEvents page={page} />
    </>
  );
}

const shareText = (part: number, whole: number): string => {
  const share = ratioBp(part, whole);
  return share === null ? '—' : percent(share);
};

function MoneyPanel({ page: { id, money: sums } }: { page: ProjectPage }) {
  const rows = [
    ['计划', sums.plannedPayFen],
    ['应发', sums.grossFen],
    ['已到账', sums.receivedFen],
  ] as const;
  return (
    <Panel title="资金" to={`/projects/${id}/money`}>
      <dl className="figures">
        <dt>资金合计</dt>
        <dd>{money(sums.fundFen)}</dd>
        {rows.map(([label, fen]) => (
          <div key={label} className="pair">
            <dt>劳务报酬 {label}</dt>
            <dd>
              {money(fen)} <span className="quiet">{shareText(fen, sums.fundFen)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={sums.floorFen !== null && sums.plannedPayFen < sums.floorFen ? 'lamp-late' : ''}>
        {sums.floorFen === null ? '本项目资金未设下限（意见未定比例）' : `下限 ${money(sums.floorFen)}`}
      </p>
    </Panel>
  );
}

function PeoplePanel({ page: { id, people } }: { page: ProjectPage }) {
  return (
    <Panel title="人员" to={`/projects/${id}/people`}>
      {people.enrolled === 0 ? (
        <p className="quiet">还没有登记务工人员。岗位公布后由用工单位登记。</p>
      ) : (
        <dl className="figures">
          <dt>在册 · 今日到岗</dt>
          <dd>
            {people.enrolled} · {people.presentToday}
          </dd>
          <dt>已签协议</dt>
          <dd>{people.agreed}</dd>
          <dt>本地农村 · 优先</dt>
          <dd>
            {people.localRural} · {people.priority}
          </dd>
          <dt>上岗前已训</dt>
          <dd>
            {people.trained}/{people.enrolled}
          </dd>
        </dl>
      )}
    </Panel>
  );
}

function DutyPanel({ page }: { page: ProjectPage }) {
  return (
    <Panel title="期限" to={`/projects/${page.id}/gates`}>
      {page.duties.length === 0 && <p className="quiet">没有未了的事项。</p>}
      <ul className="plain-list">
        {page.duties.slice(0, 8).map((duty) => (
          <li key={duty.stream + duty.key}>
            <Lamp lamp={duty.lamp} stopped={duty.stopped} />{' '}
            {page.may.includes(duty.command) || isHeard(duty.command) ? (
              <Link to={pathOfDuty(duty)}>{commandLabel(duty.command)}</Link>
            ) : (
              commandLabel(duty.command)
            )}{' '}
            <span className="quiet">{duty.ownerName}</span> <Limit {...duty} />{' '}
            <ClauseTag rule={duty.rule} clause={duty.clause} />
          </li>
        ))}
      </ul>
      {page.refusals > 0 && (
        <p>
          <Link to={`/projects/${page.id}/timeline?refusals=1`}>被拒绝的操作 {page.refusals}</Link>
        </p>
      )}
    </Panel>
  );
}

function PaperPanel({ page }: { page: ProjectPage }) {
  const papers = papersOf(page);
  return (
    <Panel title={`文件 ${papers.length}`} to={`/projects/${page.id}/documents`}>
      {papers.length === 0 && <p className="quiet">还没有文件。前期要件由业主或主管部门登记。</p>}
      <ul className="plain-list">
        {papers.slice(-6).map(({ number, title, voided }) => (
          <li key={`${number}-${title}`}>
            {title} {number} {voided ? <span className="lamp-late">已作废</span> : '✔'}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
