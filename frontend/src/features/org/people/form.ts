import { newId, type Schemas } from '@/shared/api/client';
import type { Complete } from '@/shared/api/complete';
import { unitKinds } from '@/shared/api/unitKinds';
import type { Values } from '@/shared/ui/FormDrawer';
import { readForm } from '@/shared/ui/form/readForm';

/** postBody returns a post that a person is given, as it is sent. */
export function postBody(values: Values) {
  const v = readForm(values);
  return {
    id: newId(),
    unit_id: v.text('unit_id') ?? '',
    role: v.text('role') ?? '',
    title: v.text('title'),
    from_on: v.text('from_on'),
    to_on: undefined,
    main: undefined,
  } satisfies Complete<Schemas['PostCreate']>;
}

/** newUnitBody returns a new unit, as it is sent. */
export function newUnitBody(values: Values) {
  const v = readForm(values);
  return {
    id: newId(),
    name: v.text('name') ?? '',
    kind: v.mustChoose('kind', unitKinds),
    parent_id: v.text('parent_id'),
    division_code: undefined,
    position: undefined,
    retired_on: undefined,
  } satisfies Complete<Schemas['UnitCreate']>;
}

/** personBody returns a new person, as it is sent. */
export function personBody(values: Values) {
  const v = readForm(values);
  return {
    id: newId(),
    name: v.text('name') ?? '',
    login: v.text('login'),
    password: v.text('password'),
    work_phone: v.text('work_phone'),
    work_email: undefined,
  } satisfies Complete<Schemas['PersonCreate']>;
}
