import type { History } from '#contracts/http/history';

interface Described {
  segmentId: string;
  defects: readonly { id: string; place: string; description: string }[];
}

/** Defects of a segment by their id, as their inspection described them: `桩号 K0+120：勾缝不实`. */
export function defectsOf(
  { events, texts }: Pick<History, 'events' | 'texts'>,
  segmentId: string | undefined,
): ReadonlyMap<string, string> {
  const inspections = events
    .filter(({ type }) => type === 'InspectionRecorded')
    .map(({ data }) => data as Described)
    .filter((inspection) => inspection.segmentId === segmentId);
  return new Map(
    inspections.flatMap(({ defects }) =>
      defects.map(({ id, place, description }): [string, string] => [
        id,
        `${place}：${texts[description] ?? description}`,
      ]),
    ),
  );
}
