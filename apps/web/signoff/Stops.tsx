import type { MatterPage } from '#contracts/http/matters';
import type { Visit } from '#domain/signoff/matter';
import { stopReasonLabel } from '#labels/zh/terms';
import { beijingMinute } from '../parts/format';
import { ownerWords } from './words';

/** When the clock of a step stood, for what and whom, by whom, and since when it runs again. @rule R-OA-17 */
export function Stops({ visit, page: { state, bodies, texts } }: { visit: Visit; page: MatterPage }) {
  const stops = state.pauses.filter((pause) => pause.visit === visit.id);
  return stops.map(({ id, reason, awaited, from, to, by, note, resumed }) => (
    <div key={id} className="quiet">
      ‖ 暂停计时：{stopReasonLabel(reason)}，由{bodies[awaited] ?? awaited}，自 {beijingMinute(from)}
      {to !== null && ` 至 ${beijingMinute(to)}`} · {ownerWords(by, bodies)} <q>{texts[note] ?? note}</q>
      {resumed && (
        <>
          {' '}
          · 恢复：{ownerWords(resumed.by, bodies)} <q>{texts[resumed.note] ?? resumed.note}</q>
        </>
      )}
    </div>
  ));
}
