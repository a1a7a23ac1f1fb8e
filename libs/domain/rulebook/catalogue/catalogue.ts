import data from './catalogue.json';

/** Where the work comes from. The opinion's three groups are these four with ancillary works among general labor. @rule R-SEG-01 */
export const segmentKinds = ['mainWorks', 'ancillaryTemporary', 'siteService', 'postBuildMaintenance'] as const;
export type SegmentKind = (typeof segmentKinds)[number];

/** How hard and dangerous the work is: decides age limits and training. A default of ours, not of the guide. @rule R-AGE-03 */
export const riskClasses = ['light', 'standard', 'hazardControlled'] as const;
export type RiskClass = (typeof riskClasses)[number];

/** `recalled` entries stand until the official annex is loaded; `seen` ones occur in published notices. */
export type CatalogueConfidence = 'seen' | 'recalled';

export interface CatalogueSegment {
  code: string;
  zh: string;
  riskClass: RiskClass;
  confidence: CatalogueConfidence;
}
export interface CatalogueTask {
  code: string;
  zh: string;
  kind: SegmentKind;
  segments: readonly CatalogueSegment[];
}
export interface CatalogueField {
  code: string;
  field: string;
  zh: string;
  /** seven national fields; three that the opinion names and the guide does not */
  origin: 'national' | 'beijingExtension';
  confidence: CatalogueConfidence;
  tasks: readonly CatalogueTask[];
}

/** A version of the guide catalogue. A project keeps the version it was approved under. @rule R-SEG-02 */
export interface Catalogue {
  version: string;
  validFrom: string;
  confidence: CatalogueConfidence;
  kinds: readonly { kind: SegmentKind; zh: string }[];
  riskClasses: readonly { riskClass: RiskClass; zh: string }[];
  fields: readonly CatalogueField[];
}

/** A segment with what stands above it. */
export interface SegmentEntry extends CatalogueSegment {
  kind: SegmentKind;
  task: string;
  taskZh: string;
  field: string;
  fieldZh: string;
}

// A JSON module's texts are typed as string; the spec holds every one of them to the literals above.
export const guideCatalogue = data as Catalogue;

const entries: readonly SegmentEntry[] = guideCatalogue.fields.flatMap(({ field, zh: fieldZh, tasks }) =>
  tasks.flatMap(({ code: task, zh: taskZh, kind, segments }) =>
    segments.map((segment) => ({ ...segment, kind, task, taskZh, field, fieldZh })),
  ),
);
const byCode: ReadonlyMap<string, SegmentEntry> = new Map(entries.map((entry) => [entry.code, entry]));

/** The segment with this code, or undefined where the guide has none: a local addition. @rule R-SEG-02 */
export const segmentOf = (code: string): SegmentEntry | undefined => byCode.get(code);

export const isCatalogueCode = (code: string): boolean => byCode.has(code);
