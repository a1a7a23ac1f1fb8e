import { sectorKinds, type BodyKind, type SectorKind } from './roles';

export const isSector = (kind: BodyKind): kind is SectorKind => (sectorKinds as readonly BodyKind[]).includes(kind);
