import { Projects } from './Projects';
import './projects.css';

/** Board is 推进看板: the projects of a filter by stage. */
export default function Board() {
  return <Projects shape="board" />;
}
