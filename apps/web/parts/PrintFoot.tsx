import qrcode from 'qrcode-generator';
import { useMemo, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useMe } from '../shell/session';

/** On paper alone: what was printed and as of when, by whom, and the way back to the same view. Page numbers are the sheet's (print.css). */
export function PrintFoot({ children }: { children: ReactNode }) {
  const me = useMe();
  return (
    <footer className="print-only print-foot">
      <p>
        {children} · 打印人 {me.title}
      </p>
      <WayBack />
    </footer>
  );
}

/** The page's address as a two-dimensional code: it opens to whoever may see the page. */
function WayBack() {
  const { pathname, search } = useLocation();
  const address = `${window.location.origin}${pathname}${search}`;
  const { cells, path } = useMemo(() => drawn(address), [address]);
  return (
    <svg viewBox={`0 0 ${cells} ${cells}`} shapeRendering="crispEdges" role="img" aria-label="本页地址的二维码">
      <path d={path} />
    </svg>
  );
}

/** @returns the dark cells as one path, a unit each */
function drawn(text: string): { cells: number; path: string } {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const cells = code.getModuleCount();
  const all = Array.from({ length: cells * cells }, (_, at) => [Math.floor(at / cells), at % cells] as const);
  const dark = all.filter(([row, column]) => code.isDark(row, column));
  return { cells, path: dark.map(([row, column]) => `M${column} ${row}h1v1h-1z`).join('') };
}
