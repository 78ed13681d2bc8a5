import Desk from '@/features/desk/Desk';
import { Start } from '@/onboarding/Start';

/** Home is the desk, below the first steps while a county begins. */
export default function Home() {
  return (
    <>
      <Start />
      <Desk />
    </>
  );
}
