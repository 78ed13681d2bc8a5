import i18n from 'i18next';
import { ApiError } from '@/shared/api/client';
import { isChoice } from '@/shared/api/complete';
import type { Values } from './field';

const isText = (v: unknown): v is string => typeof v === 'string';
const isNumber = (v: unknown): v is number => typeof v === 'number';
const isFlag = (v: unknown): v is boolean => typeof v === 'boolean';
const isTexts = (v: unknown): v is string[] => Array.isArray(v) && v.every(isText);

function refuse(path: string, code: string, message: string): never {
  throw new ApiError({
    type: 'about:blank',
    title: i18n.t('form:unreadable'),
    status: 422,
    code,
    request_id: '',
    fields: [{ path, code, message }],
  });
}

/**
 * readForm reads the values of a form by the types that a request has. What is empty is undefined. A value of another type is
 * never dropped or guessed: each reader throws an ApiError that names the field, which the form shows there.
 */
export function readForm(values: Values) {
  function read<T>(key: string, is: (v: unknown) => v is T): T | undefined {
    const value = values[key];
    if (value === undefined || value === null) return undefined;
    return is(value) ? value : refuse(key, 'unreadable', i18n.t('form:unreadable'));
  }
  const choice = <T extends string>(key: string, choices: Record<T, true>) => read(key, (v): v is T => isChoice(v, choices));
  return {
    text: (key: string) => read(key, isText),
    number: (key: string) => read(key, isNumber),
    flag: (key: string) => read(key, isFlag),
    texts: (key: string) => read(key, isTexts),
    choice,
    /** mustChoose is choice for a field that the request requires. */
    mustChoose: <T extends string>(key: string, choices: Record<T, true>): T =>
      choice(key, choices) ?? refuse(key, 'required', i18n.t('common:required')),
  };
}

export type FormReader = ReturnType<typeof readForm>;
