import { Start } from '@/features/intake/onboarding';
import { Desk } from '@/features/recruit/desk';

/** Home is the desk, below the first steps while a county begins. */
export default function Home() {
  return (
    <>
      <Start />
      <Desk />
    </>
  );
}
