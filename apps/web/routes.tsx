import type { ComponentType } from 'react';
import { createBrowserRouter, Navigate, Outlet, type RouteObject } from 'react-router';
import { Failure, Loading } from './parts/States';
import { homeOf, lastYear } from './shell/navigation';
import { useMe } from './shell/session';
import { SessionGate } from './shell/SessionGate';
import { Shell } from './shell/Shell';

function Home() {
  return <Navigate to={homeOf(useMe().persona)} replace />;
}
function LastEvaluation() {
  return <Navigate to={`/evaluations/${lastYear()}`} replace />;
}
const NotFound = () => (
  <div className="failure">
    <h1>没有找到，或您无权查看</h1>
  </div>
);

/** A page whose code is fetched when it is first opened. */
const page = (path: string, load: () => Promise<ComponentType>, children?: RouteObject[]): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
  ...(children && { children }),
});

const projectTabs: RouteObject[] = [
  { index: true, element: <Navigate to="overview" replace /> },
  page('overview', async () => (await import('./projects/Overview')).Overview),
  page('gates', async () => (await import('./projects/Gates')).Gates),
  page('people', async () => (await import('./projects/People')).People),
  page('attendance', async () => (await import('./projects/Attendance')).Attendance),
  page('wages', async () => (await import('./projects/Wages')).Wages),
  page('money', async () => (await import('./projects/Money')).Money),
  page('documents', async () => (await import('./projects/Documents')).Documents),
  page('timeline', async () => (await import('./projects/Timeline')).Timeline),
];

const pages: RouteObject[] = [
  { index: true, element: <Home /> },
  page('todo', async () => (await import('./todo/TodoPage')).TodoPage),
  page('todo/agree', async () => (await import('./todo/BatchPage')).BatchPage),
  page('projects', async () => (await import('./projects/ProjectList')).ProjectList),
  page('projects/new', async () => (await import('./planning/NewProject')).NewProject),
  page('projects/:id', async () => (await import('./projects/ProjectPage')).ProjectFrame, projectTabs),
  page('projects/:id/act/:command', async () => (await import('./forms/ActPage')).ProjectActPage),
  page('wages/:id/:segment/:period', async () => (await import('./wages/SheetPage')).SheetPage),
  page('wages/:id/:segment/:period/act/:command', async () => (await import('./forms/ActPage')).PeriodActPage),
  page('signoffs/:id', async () => (await import('./signoff/MatterPage')).MatterPage),
  page('series', async () => (await import('./documents/SeriesPage')).SeriesPage),
  page('documents/new', async () => (await import('./documents/NewDocument')).NewDocument),
  page('documents/:id', async () => (await import('./documents/DocumentPage')).DocumentPage),
  page('documents/:id/act/:command', async () => (await import('./documents/DocumentActPage')).DocumentActPage),
  page('act/:command', async () => (await import('./forms/ActPage')).StreamActPage),
  page('plans', async () => (await import('./plan/Plans')).Plans),
  page('plans/:district/:year', async () => (await import('./plan/PlanPage')).PlanPage),
  page('plans/:district/:year/act/:command', async () => (await import('./plan/PlanActPage')).PlanActPage),
  page('pool', async () => (await import('./plan/Pool')).Pool),
  page('audit', async () => (await import('./audit/AuditHome')).AuditHome),
  page('audit/:kind/*', async () => (await import('./audit/AuditPage')).AuditPage),
  { path: 'evaluations', element: <LastEvaluation /> },
  page('evaluations/:year', async () => (await import('./evaluation/EvaluationYear')).EvaluationYear),
  page('schedules', async () => (await import('./schedules/Schedules')).Schedules),
  page('my/:part?', async () => (await import('./my/MyPages')).MyPages),
  page('rules', async () => (await import('./rules/RuleList')).RuleList),
  page('rules/:id', async () => (await import('./rules/RulePage')).RulePage),
  page('deputies', async () => (await import('./deputies/DeputiesPage')).DeputiesPage),
  page('admin', async () => (await import('./admin/Bodies')).Bodies),
  page('admin/:id', async () => (await import('./admin/BodyPage')).BodyPage),
  { path: '*', element: <NotFound /> },
];

function Broken() {
  return <Failure error={new Error('page')} retry={() => window.location.reload()} />;
}

/** Open to anyone: no session is asked for. */
const checking = page('check/:code?', async () => (await import('./check/CheckPage')).CheckPage);

export const router = createBrowserRouter([
  { ...checking, HydrateFallback: Loading, errorElement: <Broken /> },
  {
    element: (
      <SessionGate>
        <Outlet />
      </SessionGate>
    ),
    HydrateFallback: Loading,
    errorElement: <Broken />,
    children: [{ path: '/', element: <Shell />, children: pages }],
  },
]);
