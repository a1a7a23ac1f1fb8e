import { useState } from 'react';
import type { CommandAccepted } from '#contracts/http/commands';
import type { MatterPage } from '#contracts/http/matters';
import { keyOf, type StreamId } from '#domain/stream';
import { Closed } from '../forms/Outcome';
import { useMatter } from '../http/queries';
import { standInWords } from '../parts/acting-words';
import { Loaded } from '../parts/States';
import { useMe } from '../shell/session';
import { OpinionForm } from './OpinionForm';
import { WhyNot } from './WhyNot';

interface OpinionBarProps {
  page: MatterPage;
  onDone?: ((accepted: CommandAccepted) => void) | undefined;
}

/** The same for a matter that has still to be read. */
export const OpinionBarOf = ({ stream, ...props }: Omit<OpinionBarProps, 'page'> & { stream: StreamId }) => (
  <Loaded of={useMatter(keyOf(stream))}>{(page) => <OpinionBar {...props} page={page} />}</Loaded>
);

/** What one may do at a matter, in place: choose, say, send; what was done stays to be read. */
export function OpinionBar({ page, onDone }: OpinionBarProps) {
  const me = useMe();
  const [done, setDone] = useState<readonly CommandAccepted[]>([]);
  const last = done.at(-1);
  const behind = last !== undefined && page.revision < last.revision;
  const [seat] = page.mine;
  return (
    <section className="opinion-bar no-print" aria-label="办理">
      {last && <Closed accepted={last} />}
      {!behind && (
        <>
          {seat?.standIn && <p className="acting">{standInWords(seat.standIn)}</p>}
          {!last && <WhyNot page={page} me={me} />}
          {me.posts.length + me.acting.length > 0 && (
            <OpinionForm
              key={done.length}
              page={page}
              onDone={(accepted) => {
                setDone([...done, accepted]);
                onDone?.(accepted);
              }}
            />
          )}
        </>
      )}
    </section>
  );
}
