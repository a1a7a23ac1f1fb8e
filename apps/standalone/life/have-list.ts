import { addDays, type CivilDate } from '#domain/calendar';
import { instantsOf, KeeperVoice } from '../demonstration/keeper-voice';
import { listRunning } from '../demonstration/listing';
import { planFromPapers } from '../demonstration/plans';
import { Teller } from '../demonstration/teller';
import type { HttpClient } from '../http-client';

/** Sees to it that the district has an approved list: where the system knows none, it is entered from papers of the weeks before. */
export async function haveList(keeper: HttpClient, today: CivilDate): Promise<void> {
  if (await listRunning(keeper, today)) return;
  const acts = planFromPapers(addDays(today, -60));
  const instants = instantsOf(acts);
  const teller = new Teller(new KeeperVoice(keeper), 'list', (one) => instants.get(one)!);
  for (const one of acts) await teller.tell(one);
}
