import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { DocumentPage, DocumentRow } from '#contracts/http/documents';
import type { BodyRow, DelegationsPage, OfficialRow } from '#contracts/http/bodies';
import type { EvaluationPage, FigureRows, ScheduleRow } from '#contracts/http/evaluations';
import type { NamedFile } from '#contracts/http/files';
import type { History, Verification } from '#contracts/http/history';
import type { BoxCounts, DayRow, DoneRow, DutyPage, Holding } from '#contracts/http/inbox';
import type { MatterPage, MatterRow, SignerRow } from '#contracts/http/matters';
import type { SeriesPage } from '#contracts/http/series';
import type { Page, Slice } from '#contracts/http/paging';
import type { PlanPage, PlanRow, PoolRow } from '#contracts/http/plans';
import type { AttendanceMonth, PersonRow, ProjectPage, ProjectsPage } from '#contracts/http/projects';
import type { MyPage, PeriodPage, PeriodRow } from '#contracts/http/wages';
import { query, read } from './client';

type Filters = Readonly<Record<string, string | number | null | undefined>>;

/** Reads one address; its first part names the kind, so that a change can refresh all of a kind. */
const useRead = <T>(kind: string, path: string | null): UseQueryResult<T> =>
  useQuery<T>({
    queryKey: [kind, path],
    queryFn: ({ signal }) => read<T>(path!, signal),
    enabled: path !== null,
    placeholderData: keepPreviousData as never,
  });

export const useDuties = (filters: Filters) => useRead<DutyPage>('duties', `/api/duties${query(filters)}`);
export const useBoxes = () => useRead<BoxCounts>('boxes', '/api/boxes');
export const useMatters = (filters: Filters) => useRead<Slice<MatterRow>>('boxes', `/api/matters${query(filters)}`);
export const useDone = (filters: Filters) => useRead<Slice<DoneRow>>('boxes', `/api/done${query(filters)}`);
export const useHoldings = () => useRead<readonly Holding[]>('boxes', '/api/holdings');
export const useDays = (span: { from: string; to: string }) =>
  useRead<readonly DayRow[]>('days', `/api/days${query(span)}`);
export const useProjects = (filters: Filters) => useRead<ProjectsPage>('projects', `/api/projects${query(filters)}`);
export const useProject = (id: string | null, filters: Filters = {}) =>
  useRead<ProjectPage>('project', id && `/api/projects/${id}${query(filters)}`);
export const usePeople = (id: string | null, segment?: string) =>
  useRead<readonly PersonRow[]>('people', id && `/api/projects/${id}/people${query({ segment })}`);
export const useAttendance = (id: string, segment: string | null, month: string) =>
  useRead<AttendanceMonth>('attendance', segment && `/api/projects/${id}/attendance${query({ segment, month })}`);
export const usePeriods = (id: string) => useRead<readonly PeriodRow[]>('wages', `/api/projects/${id}/wages`);
export const usePeriod = (id: string, segment: string, period: string) =>
  useRead<PeriodPage>('wages', `/api/wages/${id}/${segment}/${period}`);
export const useMatter = (id: string) => useRead<MatterPage>('matter', `/api/signoffs/${id}`);
export const useSigners = (id: string) => useRead<readonly SignerRow[]>('signers', `/api/signoffs/${id}/signers`);
/** Several at once, in the order asked for. */
export const useMatterPages = (ids: readonly string[]): UseQueryResult<MatterPage>[] =>
  useQueries({
    queries: ids.map((id) => ({
      queryKey: ['matter', `/api/signoffs/${id}`],
      queryFn: ({ signal }) => read<MatterPage>(`/api/signoffs/${id}`, signal),
    })),
  });
/** The same, read apart from what is on screen: what it has become, while what it was is still being read. */
export const useMatterNow = (id: string) => useRead<MatterPage>('matter-now', `/api/signoffs/${id}`);
export const usePhrases = () => useRead<readonly string[]>('phrases', '/api/desk/phrases');
export const useHistory = (stream: string | null) =>
  useRead<History>('history', stream && `/api/streams/${stream}/events`);
export const useFiles = (stream: string | null) =>
  useRead<readonly NamedFile[]>('files', stream && `/api/files${query({ of: stream })}`);
export const useVerification = (stream: string | null) =>
  useRead<Verification>('verify', stream && `/api/streams/${stream}/verify`);
export const useMy = () => useRead<MyPage>('my', '/api/my');
export const useBodies = (district?: string) =>
  useRead<readonly BodyRow[]>('bodies', `/api/bodies${query({ district })}`);
export const useDelegations = () => useRead<DelegationsPage>('delegations', '/api/delegations');
export const useOfficials = () => useRead<readonly OfficialRow[]>('officials', '/api/officials');
export const useEvaluation = (scope: string | null, year: number) =>
  useRead<EvaluationPage>('evaluation', scope && `/api/evaluations/${scope}/${year}`);
export const useFigure = (scope: string, year: number, indicator: string | null, project?: string) =>
  useRead<FigureRows>(
    'evaluation',
    indicator && `/api/evaluations/${scope}/${year}/figures/${indicator}${query({ project })}`,
  );
export const usePlans = (filters: Filters) => useRead<readonly PlanRow[]>('plan', `/api/plans${query(filters)}`);
export const usePlan = (district: string, year: string, on: string) =>
  useRead<PlanPage>('plan', `/api/plans/${district}/${year}${query({ on })}`);
export const usePool = (filters: Filters) => useRead<Page<PoolRow>>('pool', `/api/pool${query(filters)}`);
export const useSchedules = () => useRead<readonly ScheduleRow[]>('schedules', '/api/schedules');
export const useDocument = (id: string | null) => useRead<DocumentPage>('document', id && `/api/documents/${id}`);
export const useSeries = (filters: Filters) => useRead<SeriesPage>('document', `/api/series${query(filters)}`);
export const useDocuments = (subject: string | null) =>
  useRead<readonly DocumentRow[]>('document', subject && `/api/documents${query({ subject })}`);
