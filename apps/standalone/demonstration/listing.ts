import type { PlanPage } from '#contracts/http/plans';
import { type CivilDate, yearOf } from '#domain/calendar';
import { keyOf, planStream } from '#domain/stream';
import type { HttpClient } from '../http-client';
import { act, type Act } from './act';
import { district } from './bodies';

/** The approved list that runs: this year's or, until that is approved, the one before. */
export async function listRunning(reader: HttpClient, today: CivilDate): Promise<PlanPage | undefined> {
  for (const year of [yearOf(today), yearOf(today) - 1]) {
    const page = await reader.read<PlanPage>(`/api/plans/${keyOf(planStream(district, year))}`);
    if (page.plan.status === 'approved') return page;
  }
  return undefined;
}

/** What puts a project on its district's list today: one more entry, which the lead departments draw up. @rule R-PLAN-05 */
export async function entering(reader: HttpClient, { stream, on }: Act): Promise<{ act: Act; readRevision: number }> {
  const page = await listRunning(reader, on);
  if (!page) throw new Error(`the district has no approved list on ${on}`);
  const entry = {
    origin: 'project' as const,
    project: keyOf(stream),
    standing: 'active' as const,
    content: '各用工环节采用以工代赈，就近吸纳当地农村劳动力',
  };
  const reason = '谋划成熟，可行性已说明，补充列入当年实施。';
  return {
    act: act(page.stream, 'addEntry', 'ys-drc/approver', on, { entry, reason }),
    readRevision: page.revision,
  };
}
