// What the shell and the home page show of the first steps.
export { BackToSteps, SampleBanner } from './Banner';
export { Start } from './Start';
