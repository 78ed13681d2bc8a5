import { inside } from '@/features/library/projects';
export const projects = inside;
