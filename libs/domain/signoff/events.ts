import type { Instant } from '../instant';
import type { StreamId } from '../stream';
import type { StopReason, Urgency } from './clocks';
import type { MatterAct } from './matter-acts';
import type { Matter, SeatKind, Decision, PassedOver } from './matter';
import type { Owner, Route } from './route';

export interface SignoffEvents {
  MatterStarted: {
    district: string;
    kind: string;
    title: string;
    urgency: Urgency;
    subject: StreamId;
    act: MatterAct;
    drafter: Matter['drafter'];
    /** pinned: a later version of the route does not touch a matter on its way */
    route: Route;
    digest: string;
  };
  /** `passedOver`: of a route that says so, seats whose holder signs at another step @rule R-OA-15 */
  StepOpened: { visit: string; step: string; passedOver?: readonly PassedOver[] };
  /** after a return that jumps back: the same visit goes on, with what was said in it */
  StepResumed: { visit: string; passedOver?: readonly PassedOver[] };
  DraftSubmitted: { seat: string; version: number; digest: string; act: MatterAct };
  Decided: { seat: string; decision: Decision; opinion: string | null; documentVersion: number };
  StepPassed: { visit: string };
  StepFailed: { visit: string };
  /** @rule R-OA-09 */
  Returned: { seat: string; toStep: string; onward: 'again' | 'back'; reason: string; documentVersion: number };
  /** a refusal that sends the step back, by the route's own setting @rule R-OA-01 */
  StepSentBack: { visit: string; toStep: string };
  /** @rule R-OA-10 */
  Recalled: { seat: string };
  /** @rule R-OA-05 */
  SignerAdded: { seat: string; from: string; position: SeatKind; signer: Owner };
  /** @rule R-OA-06 */
  SignerRemoved: { seat: string };
  /** @rule R-OA-07 */
  SeatReassigned: { seat: string; toSeat: string; signer: Owner; reason: string };
  /** @rule R-OA-08 */
  Copied: { recipients: readonly Owner[] };
  Circulated: { circulation: string; from: Owner; readers: readonly Owner[] };
  /** 圈阅 @rule R-OA-18 */
  ReadMarked: { circulation: string; reader: Owner; note: string | null };
  /** by the drafter; what the timer does is `DutyReminded` @rule R-OA-11 */
  Urged: { by: 'drafter' };
  /** @rule R-OA-12 */
  SupervisionRaised: {
    supervision: string;
    raiser: Owner;
    demand: string;
    dueOn: string;
    reporters: readonly Owner[];
  };
  SupervisionReported: { supervision: string; reporter: Owner; report: string };
  SupervisionClosed: { supervision: string; conclusion: string };
  /** the clock of a step stands; `awaited` is the body whose part is waited for @rule R-OA-17 */
  ClockPaused: {
    pause: string;
    visit: string;
    reason: StopReason;
    awaited: string;
    by: Owner;
    note: string;
    from: Instant;
  };
  ClockResumed: { pause: string; by: Owner; note: string; from: Instant; to: Instant };
  /** a duty lapsed and was brought before a superior @rule R-OA-14 */
  LapseEscalated: { escalation: string; key: string; dueAt: Instant; owner: Owner; to: Owner };
  LapseFollowedUp: { escalation: string; note: string };
  /** `reason`: why it was withdrawn */
  MatterEnded: { as: 'agreed' | 'refused' } | { as: 'withdrawn'; reason: string };
}
