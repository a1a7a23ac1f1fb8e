import type { MatterPage } from '#contracts/http/matters';
import { differences, type Difference } from '#domain/differences';
import type { DocumentVersion } from '#domain/signoff/versions';
import { valueWords } from '../parts/event-words';
import { pathWords } from '../parts/path-words';
import { useKnown } from './use-known';

export const changesBetween = (
  before: DocumentVersion | undefined,
  after: DocumentVersion | undefined,
): Difference[] => (before && after ? differences(before.act.data, after.act.data) : []);

/** The name of what changed, for its label and its unit. */
export const nameIn = (path: string): string => path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';

/** One changed place in words: what it was, what it is. */
export function ChangeWords({ change: { path, before, after }, page }: { change: Difference; page: MatterPage }) {
  const known = useKnown(page);
  return (
    <>
      <strong>{pathWords(path)}</strong> <del>{valueWords(nameIn(path), before, known)}</del> →{' '}
      <ins>{valueWords(nameIn(path), after, known)}</ins>
    </>
  );
}
