import { z } from 'zod';
import { command } from '../command';
import type { PlannedSegment } from '../planning/state';
import { bodyRef, fen, freeText, personRef, postId, segmentId, shortText } from '../shapes';
import type { Handover } from './state';

const base = { stream: 'project', stage: 'maintenance', via: 'workflow', clause: 'CL-33' } as const;
const keepers = ['owner', 'township', 'collective'] as const;

/** An item of the handover record; an empty one is refused with its rule, not by its shape. */
const item = z.string().trim().max(500);

/** @clause CL-13 CL-33 */
export const maintenanceCommands = {
  handOver: command({
    ...base,
    clause: 'CL-13',
    who: ['owner'],
    reads: ['bodies'],
    schema: z.strictObject({
      asset: item,
      titleOwner: item,
      upkeepBody: bodyRef,
      duty: item,
      method: item,
      moneySource: item,
    }),
  }),
  openUpkeepSegment: command({
    ...base,
    who: keepers,
    reads: [],
    schema: z.strictObject({
      name: shortText(),
      codes: z.array(shortText(30)).min(1).max(20).meta({ widget: 'catalogue' }),
      village: shortText(60),
      plannedPosts: z.int().min(1).max(10_000),
      plannedLaborPayFen: fen,
      throughYear: z.int().min(2023).max(2100),
    }),
  }),
  offerUpkeepPosts: command({
    ...base,
    via: 'direct',
    who: keepers,
    reads: ['builders'],
    schema: z.strictObject({
      segmentId,
      workers: z.array(z.strictObject({ personRef, postId })).min(1).max(200),
      termYears: z.int().min(1).max(30),
    }),
  }),
  continueUpkeep: command({
    ...base,
    who: keepers,
    reads: [],
    schema: z.strictObject({ year: z.int().min(2023).max(2100), moneySource: shortText(), note: freeText() }),
  }),
  closeProject: command({
    ...base,
    who: ['owner', 'districtGovernment'],
    reads: ['projectPay'],
    schema: z.strictObject({}),
    leaves: true,
    restsOnRevision: true,
  }),
};

export interface MaintenanceEvents {
  HandedOver: Omit<Handover, 'on'>;
  UpkeepSegmentOpened: { segment: PlannedSegment; throughYear: number };
  UpkeepPostsOffered: {
    segmentId: string;
    workers: readonly { personRef: string; postId: string }[];
    toBuilders: number;
    termYears: number;
  };
  UpkeepContinued: { year: number; moneySource: string; note: string };
  ProjectClosed: object;
}
