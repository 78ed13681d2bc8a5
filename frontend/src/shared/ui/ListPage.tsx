// The door of list/: what screens need of it.
export { ListPage } from './list/ListPage';
export { QueryForm } from './list/QueryForm';
export type { Column, Filter, Search } from './list/types';
