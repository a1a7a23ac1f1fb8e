import { keyOf, kindOf, type StreamId } from '#domain/stream';
import { query } from '../http/client';

/** Where the form of a command opens, for a stream of any kind. */
export function actPath(
  stream: StreamId,
  command: string,
  preset: Readonly<Record<string, string | undefined>> = {},
): string {
  switch (kindOf(stream)) {
    case 'project':
      return `/projects/${keyOf(stream)}/act/${command}${query(preset)}`;
    case 'wages':
      return `/wages/${keyOf(stream)}/act/${command}${query(preset)}`;
    case 'signoff':
      return `/signoffs/${keyOf(stream)}`;
    case 'plan':
      return `/plans/${keyOf(stream)}/act/${command}${query(preset)}`;
    case 'document':
      return `/documents/${keyOf(stream)}/act/${command}${query(preset)}`;
    case 'organization':
    case 'rulebook':
    case 'evaluation':
      return `/act/${command}${query({ stream, ...preset })}`;
  }
}

/** Where a stream's own page is. */
export function streamPath(stream: StreamId): string {
  switch (kindOf(stream)) {
    case 'project':
      return `/projects/${keyOf(stream)}/overview`;
    case 'wages':
      return `/wages/${keyOf(stream)}`;
    case 'signoff':
      return `/signoffs/${keyOf(stream)}`;
    case 'plan':
      return `/plans/${keyOf(stream)}`;
    case 'document':
      return `/documents/${keyOf(stream)}`;
    case 'organization':
      return `/admin/${keyOf(stream)}`;
    case 'rulebook':
      return '/rules';
    case 'evaluation':
      return `/evaluations/${keyOf(stream).split('/')[1]}?scope=${keyOf(stream).split('/')[0]}`;
  }
}
