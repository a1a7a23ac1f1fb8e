import type { Spec } from './spec';
import type { Path } from './values';

export interface FieldProps {
  path: Path;
  name: string;
  spec: Spec;
  required: boolean;
  /** another label than that of the property's name */
  label?: string;
}
