import { useNavigate, useSearch } from '@tanstack/react-router';

type Search = Record<string, string | undefined>;

/** useFormParam reports whether the address asks for a form, by ?new=1 or ?edit=1, and returns a function that removes that parameter. */
export function useFormParam(name: 'new' | 'edit'): [asked: boolean, answered: () => void] {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = search[name] === '1';
  const without = ({ [name]: _, ...rest }: Search) => rest;
  return [asked, () => void (asked && navigate({ to: '.', search: without, replace: true }))];
}
