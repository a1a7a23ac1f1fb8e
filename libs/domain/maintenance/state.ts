export interface Handover {
  on: string;
  asset: string;
  titleOwner: string;
  /** id of the body that takes over upkeep, and so employs for it */
  upkeepBody: string;
  duty: string;
  method: string;
  moneySource: string;
}
export interface Maintenance {
  /** five items of the handover record @rule R-MAINT-10 */
  handover: Handover | null;
  /** year up to which upkeep goes on */
  throughYear: number | null;
  /** upkeep posts offered so far, and how many of them to people who built the works @rule R-MAINT-01 */
  offers: number;
  offersToBuilders: number;
  /** upkeep segments whose posts were offered */
  offeredIn: readonly string[];
  closedOn: string | null;
}
export const noMaintenance: Maintenance = {
  handover: null,
  throughYear: null,
  offers: 0,
  offersToBuilders: 0,
  offeredIn: [],
  closedOn: null,
};
