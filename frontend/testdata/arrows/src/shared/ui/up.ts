import { face } from '@/features/library/clients';
export const up = face;
export type Ui = 1;
