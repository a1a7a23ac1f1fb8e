import type { Page } from 'playwright-core';
import { HttpClient } from '../../apps/standalone/http-client';
import { demonstrationPassword } from '../../apps/standalone/demonstration/accounts';
import type { ProjectPage } from '../../libs/contracts/http/projects';
import type { MatterAct } from '../../libs/domain/signoff/matter-acts';
import { seen, type Journeys } from './harness';

export const digestOfDraft = `sm3:${'a'.repeat(64)}`;

/** Somebody at the API, without a browser. */
export async function clientOf({ address }: Pick<Journeys, 'address'>, login: string): Promise<HttpClient> {
  const client = new HttpClient(address);
  await client.logIn(login, demonstrationPassword);
  return client;
}

export const suspension = { type: 'suspendProject', data: { reason: '汛期停工' } };

/** A matter about a project, sent by its drafter: the suspension the district government's office asks the two leads for, where no other is said. */
export async function sendMatter(
  journeys: Pick<Journeys, 'address'>,
  projectId: string,
  id: string,
  title: string,
  { login = 'gov', what = suspension }: { login?: string; what?: { type: string; data: object } } = {},
): Promise<void> {
  const drafter = await clientOf(journeys, login);
  const { substantive } = await drafter.read<ProjectPage>(`/api/projects/${projectId}`);
  const act = { ...what, readRevision: substantive } as MatterAct;
  const drafted = { title, subject: `project/${projectId}`, act, digest: digestOfDraft };
  const sending = { seat: 'draft#1.0', digest: digestOfDraft, round: 1 };
  const started = await drafter.command(`signoff/${id}`, 'startMatter', drafted, { key: `start-${id}` });
  const sent = await drafter.command(`signoff/${id}`, 'submitDraft', sending, { key: `sending-${id}` });
  for (const answer of [started, sent]) {
    if (answer.status !== 'recorded') throw new Error(`${id}: ${JSON.stringify(answer)}`);
  }
}

/** Chooses a post in the field that looks one up, by a part of what it says, with the keyboard alone. */
export async function find(page: Page, field: string, words: string, title: string | RegExp): Promise<void> {
  const box = page.getByRole('combobox', { name: field });
  await box.fill(words);
  await seen(page.locator('.ant-select-item-option-active').filter({ hasText: title }));
  await box.press('Enter');
}
