import type { CommandType } from '#domain/registry';
import { organizationStream, type StreamId } from '#domain/stream';
import { UnexpectedAnswer, type CommandInput, HttpClient } from '../http-client';
import { administratorLogin, administratorPassword, holderOf, type Persona, personas, workerPersona } from './accounts';
import { bodies, district } from './bodies';
import { inventedWorker } from './people';

export const government = 'ys-gov';
export const mechanismId = 'ldxt-2023';
const firstDay = '2023-01-01';

/** Labor surveys of the district, one a year. */
const surveys = [
  { id: 'mp-2023', on: '2023-11-20', surveyed: 1860, willing: 912, skilled: 205 },
  { id: 'mp-2024', on: '2024-11-04', surveyed: 1894, willing: 948, skilled: 231 },
  { id: 'mp-2025', on: '2025-11-03', surveyed: 1902, willing: 967, skilled: 254 },
  { id: 'mp-2026', on: '2026-10-12', surveyed: 1911, willing: 973, skilled: 268 },
] as const;

/** The latest survey made by a civil date. */
export const surveyBy = (on: string): string => surveys.findLast((survey) => survey.on <= on)?.id ?? surveys[0].id;

/**
 * Sets up the district through the API, as its administrator and its leader would: bodies, posts, holders, accounts, the
 * mechanisms. Safe to repeat.
 * @param today civil date in Beijing: a survey of a later day is not recorded yet
 * @returns the client of the administrator
 */
export async function foundDistrict(address: string, today: string): Promise<HttpClient> {
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
  await mechanisms(await logIn(address, 'leader'), today);
  return administrator;
}

async function mechanisms(leader: HttpClient, today: string): Promise<void> {
  const give = <T extends CommandType>(type: T, what: string, data: CommandInput<T>) =>
    once(leader, organizationStream(government), type, `demo.${type}.${what}`, data);
  await give('establishMechanism', 'first', {
    responsibleBody: 'ys-drc',
    description: '区发展改革委、区农业农村局双牵头，区级部门和乡镇共同参与，按月调度。',
  });
  await give('nameLeader', 'first', {
    post: 'leader',
    agendaMeetingOn: '2023-11-06',
    minutesNumber: '演政会〔2023〕18号',
  });
  await give('establishLaborMechanism', 'first', {
    id: mechanismId,
    partyTypes: ['districtDepartment', 'owner', 'contractor', 'township', 'collective'],
  });
  for (const survey of surveys) if (survey.on <= today) await give('recordLaborSurvey', survey.id, survey);
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
