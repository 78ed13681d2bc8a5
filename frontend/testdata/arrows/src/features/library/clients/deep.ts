import { inside } from '@/features/library/projects/inside';
export const deep = inside;
