import { HttpClient } from '../../apps/standalone/http-client';
import { demonstrationPassword } from '../../apps/standalone/demonstration/accounts';
import type { ProjectPage } from '../../libs/contracts/http/projects';
import type { Journeys } from './harness';

export const digestOfDraft = `sm3:${'a'.repeat(64)}`;

/** Somebody at the API, without a browser. */
export async function clientOf({ address }: Pick<Journeys, 'address'>, login: string): Promise<HttpClient> {
  const client = new HttpClient(address);
  await client.logIn(login, demonstrationPassword);
  return client;
}

/** A matter about suspending a project, sent by the district government's office, now at the two leads. */
export async function sendMatter(
  journeys: Pick<Journeys, 'address'>,
  projectId: string,
  id: string,
  title: string,
): Promise<void> {
  const drafter = await clientOf(journeys, 'gov');
  const { substantive } = await drafter.read<ProjectPage>(`/api/projects/${projectId}`);
  const act = { type: 'suspendProject' as const, data: { reason: '汛期停工' }, readRevision: substantive };
  const drafted = { title, subject: `project/${projectId}`, act, digest: digestOfDraft };
  const sending = { seat: 'draft#1.0', digest: digestOfDraft, round: 1 };
  const started = await drafter.command(`signoff/${id}`, 'startMatter', drafted, { key: `start-${id}` });
  const sent = await drafter.command(`signoff/${id}`, 'submitDraft', sending, { key: `sending-${id}` });
  for (const answer of [started, sent]) {
    if (answer.status !== 'recorded') throw new Error(`${id}: ${JSON.stringify(answer)}`);
  }
}
