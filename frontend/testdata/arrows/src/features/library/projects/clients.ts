import { face } from '@/features/library/clients';
export const clients = face;
