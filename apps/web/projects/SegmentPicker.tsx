import type { ProjectPage } from '#contracts/http/projects';
import { useAddress } from '../parts/address';

/** Which segment's rows are shown; unseen where there is only one. */
export function SegmentPicker({ page: { project }, all = true }: { page: ProjectPage; all?: boolean }) {
  const [segment, set] = useAddress('segment');
  if (project.segments.length < 2) return null;
  return (
    <select aria-label="用工环节" value={segment} onChange={(event) => set(event.target.value)}>
      {all && <option value="">全部用工环节</option>}
      {project.segments.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
