import { lazy, Suspense, useState } from 'react';
import type { FormProps } from './form/props';

export type { Field, Values } from './form/field';

// Fields, pickers and conflicts are read when a form is first opened.
const FormSheet = lazy(() => import('./form/FormSheet'));

/** FormDrawer is every form of the product; nothing of it is there before it is opened once. */
export function FormDrawer(p: FormProps) {
  const [used, setUsed] = useState(p.open);
  if (p.open && !used) setUsed(true);
  return used ? (
    <Suspense fallback={null}>
      <FormSheet {...p} />
    </Suspense>
  ) : null;
}
