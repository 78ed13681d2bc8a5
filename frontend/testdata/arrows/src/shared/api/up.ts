import type { Ui } from '@/shared/ui/up';
export type Up = Ui;
