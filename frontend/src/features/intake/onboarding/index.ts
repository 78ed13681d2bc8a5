// What the shell and the home page show of the first steps.
export { SampleBanner, WayBack } from './Banner';
export { Start } from './Start';
