/** Typed is what an input of the product's own gets from a form, or in place of a fact. */
export type Typed<T> = {
  value?: T;
  onChange?: (v: T | undefined) => void;
  id?: string;
  label?: string;
  autoFocus?: boolean;
  'aria-describedby'?: string;
};
