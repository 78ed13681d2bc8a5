import type { ReactNode } from 'react';
import type { Reread } from '../conflict/merge';
import type { Kind } from '../Duplicates';
import type { Field, Values } from './field';

export type FormProps = {
  title: string;
  open: boolean;
  onClose: () => void;
  fields: Field[];
  initial: Values;
  /** submit sends the values; an ApiError's fields are shown where they belong. */
  submit: (values: Values) => Promise<void>;
  okText?: string;
  hint?: string;
  children?: ReactNode;
  /** duplicates looks while typing for a record of the kind that is there already. */
  duplicates?: Kind;
  /** record is whose form this is, "project/…": its draft is its own. */
  record?: string;
  /** reread reads the record as it is now, where others may have changed it meanwhile. */
  reread?: () => Promise<Reread>;
};
