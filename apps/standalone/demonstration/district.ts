import type { History } from '#contracts/http/history';
import { addDays, addMonths, type CivilDate, civilDateOf } from '#domain/calendar';
import type { CommandType } from '#domain/registry';
import { organizationStream, type StreamId } from '#domain/stream';
import { UnexpectedAnswer, type CommandInput, HttpClient } from '../http-client';
import { administratorLogin, administratorPassword, holderOf, type Persona, personas, workerPersona } from './accounts';
import { bodies, district } from './bodies';
import { inventedWorker } from './people';

export const government = 'ys-gov';
export const mechanismId = 'ldxt-1';
const firstDay = '2020-01-01';

/** A labor survey a year, the latest a month before the district was founded. */
const surveysOf = (anchor: CivilDate) =>
  [3, 2, 1, 0].map((yearsAgo) => {
    const on = addDays(addMonths(anchor, -12 * yearsAgo), -30);
    return {
      id: `mp-${on}`,
      on,
      surveyed: 1911 - 17 * yearsAgo,
      willing: 973 - 20 * yearsAgo,
      skilled: 268 - 21 * yearsAgo,
    };
  });

/** The latest survey made by a civil date. @param anchor the day the district was founded */
export function surveyBy(anchor: CivilDate, on: CivilDate): string {
  const surveys = surveysOf(anchor);
  return (surveys.findLast((survey) => survey.on <= on) ?? surveys[0]!).id;
}

export interface FoundedDistrict {
  administrator: HttpClient;
  /** the civil date on which it was founded here: its stories are told back from it, also when they are told later on */
  anchor: CivilDate;
}

/**
 * Sets up the district through the API, as its administrator and its leader would: bodies, posts, holders, accounts, the
 * mechanisms. Safe to repeat.
 */
export async function foundDistrict(address: string): Promise<FoundedDistrict> {
  const administrator = new HttpClient(address);
  await administrator.logIn(administratorLogin, administratorPassword());
  for (const body of bodies) {
    const stream = organizationStream(body.id);
    const give = <T extends CommandType>(type: T, what: string, data: CommandInput<T>) =>
      once(administrator, stream, type, `demo.${type}.${what}`, data);
    await give('registerBody', body.id, {
      name: body.name,
      kind: body.kind,
      district,
      seriesCode: body.seriesCode,
      registration: body.registration === null ? null : { number: body.registration, qualifications: [] },
    });
    for (const { id, name, kind } of body.posts) {
      await give('createPost', id, { postId: id, name, kind });
      await give('appointHolder', id, { postId: id, person: holderOf(`${body.id}/${id}`), from: firstDay });
    }
  }
  for (const persona of personas) await openAccount(administrator, persona);
  await workerAccount(address, administrator);
  const { events } = await administrator.read<History>(`/api/streams/${organizationStream(government)}/events`);
  const anchor = civilDateOf(events[0]!.recordedAt);
  await mechanisms(await logIn(address, 'leader'), anchor);
  return { administrator, anchor };
}

async function mechanisms(leader: HttpClient, anchor: CivilDate): Promise<void> {
  const give = <T extends CommandType>(type: T, what: string, data: CommandInput<T>) =>
    once(leader, organizationStream(government), type, `demo.${type}.${what}`, data);
  await give('establishMechanism', 'first', {
    responsibleBody: 'ys-drc',
    description: '区发展改革委、区农业农村局双牵头，区级部门和乡镇共同参与，按月调度。',
  });
  await give('nameLeader', 'first', {
    post: 'leader',
    agendaMeetingOn: addMonths(anchor, -36),
    minutesNumber: `演政会〔${addMonths(anchor, -36).slice(0, 4)}〕18号`,
  });
  await give('establishLaborMechanism', 'first', {
    id: mechanismId,
    partyTypes: ['districtDepartment', 'owner', 'contractor', 'township', 'collective'],
  });
  for (const survey of surveysOf(anchor)) await give('recordLaborSurvey', survey.id, survey);
}

async function once<T extends CommandType>(
  client: HttpClient,
  stream: StreamId,
  type: T,
  key: string,
  data: CommandInput<T>,
): Promise<void> {
  const decided = await client.command(stream, type, data, { key });
  if (decided.status === 'recorded') return;
  const words = decided.problem.breaches?.map(({ rule, need, found }) => `${rule} 须 ${need}，现 ${found}`);
  throw new Error(`${stream} ${type} 没有办成：${words?.join('；') ?? decided.problem.title}`);
}

async function openAccount(administrator: HttpClient, { login, password, title, post }: Persona): Promise<void> {
  await unlessThere(
    administrator.post('/api/accounts', { login, password, title, ...(post && { person: holderOf(post) }) }),
  );
}

/** The first invented worker has an account, to see own days and pay. */
async function workerAccount(address: string, administrator: HttpClient): Promise<void> {
  const { login, password, title } = workerPersona;
  const personRef = await registerWorker(await logIn(address, 'hrss'), 1);
  await unlessThere(administrator.post('/api/accounts', { login, password, title, personRef }));
}

/** Registers an invented worker, or finds the one registered already. @returns the person's reference */
export async function registerWorker(registrar: HttpClient, no: number): Promise<string> {
  return (await registrar.post<{ personRef: string }>('/api/persons', inventedWorker(no))).personRef;
}

export async function logIn(address: string, login: string): Promise<HttpClient> {
  const account = [...personas, workerPersona].find((one) => one.login === login);
  if (!account) throw new Error(`no account ${login} in the demonstration district`);
  const client = new HttpClient(address);
  await client.logIn(login, account.password);
  return client;
}

async function unlessThere(asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    const there =
      error instanceof UnexpectedAnswer && error.problem?.faults?.some(({ field }) => field === 'login') === true;
    if (!there) throw error;
  }
}
