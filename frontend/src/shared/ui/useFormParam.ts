import { useNavigate, useSearch } from '@tanstack/react-router';

type Search = Record<string, string | undefined>;

/** useAsked says whether the address asks for a form, as ?new=1 or ?edit=1, and takes that out of the address again. */
export function useAsked(name: 'new' | 'edit'): [asked: boolean, answered: () => void] {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = search[name] === '1';
  const without = ({ [name]: _, ...rest }: Search) => rest;
  return [asked, () => void (asked && navigate({ to: '.', search: without, replace: true }))];
}
