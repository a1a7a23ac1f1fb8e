import { useCallback, useEffect } from 'react';
import { NavLink, Outlet, useLocation, useNavigate, useOutletContext, useParams } from 'react-router';
import type { ProjectPage as Page } from '#contracts/http/projects';
import { employerOf } from '#domain/parties';
import { districtName } from '#labels/zh/districts';
import { projectStatusLabels, scopeClassLabels, valueLabel } from '#labels/zh/terms';
import { useProject } from '../http/queries';
import { useAutoUpdate } from '../http/live';
import { useAddress } from '../parts/address';
import { useKeys } from '../parts/keys';
import { Loaded } from '../parts/States';
import { Acts } from './Acts';
import { AtBanner, LookBack } from './LookBack';
import { PrintFoot } from '../parts/PrintFoot';
import { beijingTime, now, shortDigest } from '../parts/format';
import { StageRail } from './StageRail';

const tabs = [
  ['overview', '概况'],
  ['gates', '阶段条件'],
  ['people', '人员'],
  ['attendance', '考勤'],
  ['wages', '报酬'],
  ['money', '资金'],
  ['documents', '文件'],
  ['timeline', '动态'],
] as const;

/** The project as read, for the tabs inside the frame. */
export const useProjectPage = (): Page => useOutletContext<Page>();

/** What stands above every tab of a project: its name, its parties, the rail of eight stages, what I may do here. */
export function ProjectFrame() {
  const { id = '' } = useParams();
  const [at] = useAddress('at');
  const { search } = useLocation();
  const go = useNavigate();
  const project = useProject(id, { at });
  // only the gates' and duties' lights change by themselves; the lists of the tabs offer their changes
  useAutoUpdate(
    'project',
    useCallback((stream: string) => stream === `project/${id}`, [id]),
  );
  const open = (index: number) => () => void go(`/projects/${id}/${tabs[index]?.[0]}${search}`);
  useKeys({
    ...Object.fromEntries(tabs.map((_, index) => [`Digit${index + 1}`, open(index)])),
    KeyE: open(7),
    Period: () => document.querySelector<HTMLElement>('.acts-here summary')?.focus(),
  });
  const name = project.data?.project.planning?.name;
  useEffect(() => {
    document.title = `${name ?? '项目'} · 以工`;
  }, [name]);
  return (
    <section className="project">
      <Loaded of={project}>
        {(page) => (
          <>
            {page.at && <AtBanner at={page.at} revision={page.revision} />}
            <ProjectHead page={page} />
            <StageRail page={page} />
            {!page.at && <Acts page={page} />}
            <nav className="tabs" aria-label="项目各页">
              {tabs.map(([to, label]) => (
                <NavLink
                  key={to}
                  to={{ pathname: `/projects/${id}/${to}`, search: at ? `?at=${encodeURIComponent(at)}` : '' }}
                >
                  {label}
                </NavLink>
              ))}
              <LookBack at={page.at} />
            </nav>
            <Outlet context={page} />
            <PrintFoot>
              时点 {beijingTime(page.at ?? now())} · 记录号 {page.revision} · 摘要 {shortDigest(page.headHash)}
            </PrintFoot>
          </>
        )}
      </Loaded>
    </section>
  );
}

function ProjectHead({ page: { project, bodies } }: { page: Page }) {
  const { planning, parties, status } = project;
  const nameOf = (body: string | undefined) => (body ? (bodies[body] ?? body) : undefined);
  const employer = parties ? employerOf(parties) : undefined;
  return (
    <header className="project-head">
      <h1>
        {planning?.name ?? '未命名项目'}
        {planning?.disaster && <span className="tag">灾后恢复重建</span>}
        {status !== 'active' && <span className="tag warn">{projectStatusLabels[status]}</span>}
      </h1>
      <p className="quiet">
        {districtName(project.district)}
        {planning &&
          ` · ${scopeClassLabels[planning.scopeClass]} · ${planning.sectors.map((sector) => valueLabel(sector)).join('、')}`}
        {parties && ` · 业主 ${nameOf(parties.owner)} · 主管 ${nameOf(parties.sectorDepartment)}`}
        {employer && ` · 用工单位 ${nameOf(employer)}`}
      </p>
    </header>
  );
}
