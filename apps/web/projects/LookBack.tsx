import { useState } from 'react';
import { useAddress } from '../parts/address';
import { beijingMinute, instantOf, now, wallClockOf } from '../parts/format';

/** Reading the past: nothing can be done here. */
export function AtBanner({ at, revision }: { at: string; revision: number }) {
  const [, set] = useAddress('at', '', true);
  return (
    <p className="at-banner" role="status">
      您正在看 {beijingMinute(at)} 的情况（第 {revision} 号记录），只读
      <button type="button" className="link" onClick={() => set('')}>
        回到现在
      </button>
    </p>
  );
}

/** Any earlier instant, in Beijing time. */
export function LookBack({ at }: { at: string | null }) {
  const [, set] = useAddress('at', '', true);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(wallClockOf(at ?? now()));
  if (!open) {
    return (
      <button type="button" className="link look-back" onClick={() => setOpen(true)}>
        看过去
      </button>
    );
  }
  return (
    <form
      className="look-back"
      onSubmit={(event) => {
        event.preventDefault();
        const instant = instantOf(typed);
        if (instant) set(instant);
        setOpen(false);
      }}
    >
      <label htmlFor="look-back">时点</label>
      <input
        id="look-back"
        className="native"
        type="datetime-local"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit">看</button>
    </form>
  );
}
