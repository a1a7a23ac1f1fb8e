import type { Breach } from '#domain/rules';
import { postKindName } from '#labels/zh/roles';

/** A body and its posts as the record writes them: `yq-fin/approver、handler`. */
const keyForm = /\b([a-z0-9][a-z0-9-]{1,63})\/([A-Za-z]+(?:、[A-Za-z]+(?![\w/-]))*)/g;

const textsOf = ({ need, found, mend }: Breach): string => [need, found, mend].join('\n');

/** Bodies that refusals may speak of. */
export const bodiesNamedIn = (breaches: readonly Breach[]): string[] => [
  ...new Set(breaches.flatMap((one) => [...textsOf(one).matchAll(keyForm)].map(([, body]) => body!))),
];

/** Refusals as people read them: posts by their names, where the body is known. */
export function namedBreaches(breaches: readonly Breach[], bodies: Readonly<Record<string, string>>): Breach[] {
  const named = (text: string): string =>
    text.replaceAll(keyForm, (key, body: string, posts: string) =>
      bodies[body] === undefined ? key : `${bodies[body]}${posts.split('、').map(postKindName).join('、')}`,
    );
  return breaches.map((one) => ({ ...one, need: named(one.need), found: named(one.found), mend: named(one.mend) }));
}
