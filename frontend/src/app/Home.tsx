import { Start } from '@/features/intake/onboarding/Start';
import Desk from '@/features/recruit/desk/Desk';

/** Home is the desk, below the first steps while a county begins. */
export default function Home() {
  return (
    <>
      <Start />
      <Desk />
    </>
  );
}
