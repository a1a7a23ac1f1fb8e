import { addDays, beijingInstant, civilDateOf } from '#domain/calendar';
import { planStream, type StreamId } from '#domain/stream';
import type { HttpClient } from './http-client';
import { pageOf } from './matters';
import { done, trialCode } from './trial-district';

const evidence = [`sm3:${'2'.repeat(64)}`];

/**
 * A plan of the trial's district that lists these projects: drawn up and posted some weeks ago, as papers say (补录), and sent to the
 * district government today.
 * @returns its stream
 */
export async function submittedPlan(
  { keeper, drafter }: { keeper: HttpClient; drafter: HttpClient },
  year: number,
  projects: readonly string[],
): Promise<StreamId> {
  const plan = planStream(trialCode, year);
  const today = civilDateOf(new Date().toISOString());
  const give = async (client: HttpClient, type: string, data: object, more: object = {}, key = type) => {
    const { body } = await client.send('GET', pageOf(plan));
    const { substantive } = (body ?? {}) as { substantive?: number };
    const read = substantive === undefined ? {} : { readRevision: substantive };
    await done(() => client.command(`${pageOf(plan)}/commands/${type}`, data, `${year}.${key}`, { ...more, ...read }));
  };
  const daysAgo = (days: number) => ({
    occurredAt: beijingInstant(addDays(today, -days), '10:00'),
    onBehalfOf: 'yq-drc/approver',
  });
  const entryOf = (project: string) => ({
    origin: 'project',
    project,
    standing: 'active',
    content: '护坝修复，砌筑采用以工代赈',
  });

  await give(keeper, 'drawUpPlan', { aims: ['steadyIncome'], parentMeasure: '扩大以工代赈实施范围' }, daysAgo(40));
  for (const project of projects)
    await give(keeper, 'draftEntry', { entry: entryOf(project) }, daysAgo(40), `draftEntry.${project}`);
  await give(keeper, 'postPlan', { place: '区政府网站', evidence }, daysAgo(39));
  await give(keeper, 'closePlanPosting', { evidence: [] }, daysAgo(20));
  await give(drafter, 'submitPlan', {});
  return plan;
}
