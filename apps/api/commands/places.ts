import type { StreamKind } from '#domain/stream';
import { isStreamId, type StreamId } from '#domain/stream';
import { notFound } from '../problems/problem';

type Parameters = Readonly<Record<string, string>>;

/** Where the streams of each kind lie in the API. */
export const roots: Readonly<Record<StreamKind, string>> = {
  project: 'projects/:id',
  wages: 'wages/:projectId/:segmentId/:period',
  organization: 'organizations/:id',
  rulebook: 'rulebooks/:scope',
  signoff: 'signoffs/:id',
  evaluation: 'evaluations/:scope/:year',
  plan: 'plans/:district/:year',
  document: 'documents/:id',
};

const forms: Readonly<Record<string, RegExp>> = {
  id: /^[A-Za-z0-9._-]{1,80}$/,
  projectId: /^[A-Za-z0-9._-]{1,80}$/,
  segmentId: /^s\d{1,2}$/,
  period: /^\d{4}-(0[1-9]|1[0-2])$/,
  scope: /^(beijing|\d{6})$/,
  district: /^11\d{4}$/,
  year: /^20\d{2}$/,
};

/** The stream an address names. @throws ProblemError 404 where it can name none */
export function streamAt(kind: StreamKind, parameters: Parameters): StreamId {
  const names = roots[kind]
    .split('/')
    .filter((part) => part.startsWith(':'))
    .map((part) => part.slice(1));
  const parts = names.map((name) => parameters[name] ?? '');
  if (!names.every((name, index) => forms[name]!.test(parts[index]!))) throw notFound();
  return `${kind}/${parts.join('/')}`;
}

/** A stream written out in an address. @throws ProblemError 404 */
export function streamFrom(text: string): StreamId {
  if (!isStreamId(text)) throw notFound();
  const [kind, ...parts] = text.split('/') as [StreamKind, ...string[]];
  const names = roots[kind]
    .split('/')
    .filter((part) => part.startsWith(':'))
    .map((part) => part.slice(1));
  if (parts.length !== names.length) throw notFound();
  return streamAt(kind, Object.fromEntries(names.map((name, index) => [name, parts[index]!])));
}
