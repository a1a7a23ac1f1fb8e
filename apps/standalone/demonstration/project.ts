import type { PayStory } from './stages/wages';
import type { ApprovalStory, PostStory, Proposal, Story } from './story';

/** Where its parties come from. */
export type Town = 'xingpo' | 'yuling' | 'songquan';

/** A project of the demonstration district: facts that its acts follow from. */
export interface DemonstrationProject {
  readonly id: string;
  readonly name: string;
  /** the published project whose structure and amounts it copies */
  readonly basedOn: string;
  readonly town: Town;
  readonly mode: Story['mode'];
  readonly approval: ApprovalStory['kind'];
  readonly contractYuan?: number;
  readonly scopeClass: Proposal['scopeClass'];
  readonly disaster?: true;
  readonly sector: { readonly body: string; readonly kind: Proposal['sectors'][number] };
  /** one for each segment */
  readonly segments: readonly { readonly name: string; readonly code: string; readonly posts: readonly PostStory[] }[];
  readonly funds: readonly (readonly [source: Proposal['fundLines'][number]['source'], yuan: number])[];
  readonly laborPayYuan: number;
  readonly plannedPosts: number;
  /** numbers of the invented workers, first to last; split evenly among the segments */
  readonly workers: readonly [first: number, last: number];
  /** so many workers of the list with so many days; the others in `rest` */
  readonly days: readonly { readonly workers: number; readonly days: number }[];
  /** every n-th working day is worked, so that a short list spans months */
  readonly every: number;
  /** days from the last day worked until now; negative for works that still go on, or lie ahead */
  readonly endedDaysAgo: number;
  /** days from the beginning of its approval until now, where the works alone do not say it */
  readonly approvedDaysAgo?: number;
  /** how the pay of the months goes, by their order: 0 the first */
  readonly pay?: Readonly<Record<number, PayStory & { disputes?: true }>>;
  /** the sheet of the month before this one still waits for the workers' word */
  readonly lastMonthWaits?: boolean;
  /** its reply goes out as a document, numbered and sealed here */
  readonly replyDocument?: true;
  readonly extra?: 'upkeep' | 'twoSites' | 'lowShare' | 'untrained';
  /** another project that must have been told first */
  readonly after?: string;
  /** seeded on purpose, each with its rule */
  readonly faults?: readonly { readonly rule: string; readonly what: string }[];
}

export const laborer = (rateYuan: number, number: number): PostStory => ({
  title: '力工',
  postClass: '普工',
  number,
  rateFen: rateYuan * 100,
});
export const mason = (rateYuan: number, number: number): PostStory => ({
  title: '砌筑工',
  postClass: '技工',
  number,
  rateFen: rateYuan * 100,
  riskClass: 'standard',
  skill: 'masonry',
});
export const helper = (rateYuan: number, number: number): PostStory => ({
  title: '辅助工（弱劳力）',
  postClass: '辅助工',
  number,
  rateFen: rateYuan * 100,
});

export const water = { body: 'ys-wat', kind: 'water' } as const;
export const agriculture = { body: 'ys-ara', kind: 'agriculture' } as const;
export const transport = { body: 'ys-tra', kind: 'transport' } as const;
export const sports = { body: 'ys-spo', kind: 'sports' } as const;
