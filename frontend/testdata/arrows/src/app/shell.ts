import { inside } from '@/features/library/projects/inside';
import { face } from '@/features/library/clients';
export const shell = [inside, face];
